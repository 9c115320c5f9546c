using Demarche.Core.Positions.Stances;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Finds who holds the stance that a noun tells without a verb of the holder's own: "drew criticism from Norland", "has the backing of the clubs", "support came from Norland".</summary>
internal static class NounHolder
{
    /// <summary>Index of the word that names who takes the stance that <paramref name="word"/> tells, or -1.</summary>
    /// <param name="text">The text; without trees nothing is found.</param>
    /// <param name="word">A word of wanting or refusing that is no verb.</param>
    public static int Find(CodedText text, int word)
    {
        if (text.Tree.IsEmpty || text.OperatorAt(word) is not { Operator: { Group: OperatorGroup.Attitude } told })
        {
            return -1;
        }

        int noun = text.Tree.Lead(word);
        int verb = text.Tree.Head(noun);
        bool isHad = told.Sign > 0 && verb >= 0 && text.Tree.Relation(noun) == "obj" && text.Tree.HasChild(verb, "nsubj");
        // "waits for proposals from Norland on it": that there are any is not told.
        bool isTold = verb >= 0 && (text.Tree.Relation(noun) is "obj" or "nsubj" || (text.Tree.Relation(noun) == "obl" && IsMeeting(text.Words.Key(verb))));
        int inside = isTold ? Among(text, noun, isHad) : -1;
        return inside >= 0 || !isTold ? inside : Among(text, verb, false);
    }

    /// <summary>Whether the verb only says that a noun with a holder of its own meets the matter: "met with | protest from Norland".</summary>
    public static bool IsMet(CodedText text, int verb)
    {
        foreach (int child in IsMeeting(text.Words.Key(verb)) ? text.Tree.Children(verb) : default)
        {
            if (text.Tree.Relation(child) == "obl" && Find(text, child) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the matter of a sentence meets with the stance of others by <paramref name="verb"/>: "the levy met with protest".</summary>
    public static bool IsMeeting(string verb) => verb is "met" or "meet" or "greet";

    // "the support of Norland" is Norland's, "the criticism of Norland" is of it.
    private static int Among(CodedText text, int word, bool isOwned)
    {
        foreach (int child in text.Tree.Children(word))
        {
            bool holds = text.Tree.Relation(child) is "nmod" or "obl"
                && (Dependents.HasCase(text, child, "from") || Dependents.HasCase(text, child, "among") || (isOwned && Dependents.HasCase(text, child, "of")));
            if (holds && text.MentionAt(child) is not null)
            {
                return child;
            }
        }

        return -1;
    }
}
