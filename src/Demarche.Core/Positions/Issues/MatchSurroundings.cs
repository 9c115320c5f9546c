using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Issues;

/// <summary>What the words around a match add to it or take from it.</summary>
internal static class MatchSurroundings
{
    // What verbs around a match add to it, set by hand on the three development disputes.
    private const double SameVerb = 0.25;
    private const double OtherVerb = -0.05;
    private const double WithoutVerb = -0.2;

    /// <summary>What the other words of a phrase add when all of them stand there. Set by hand.</summary>
    public const double OtherWords = 0.2;

    /// <summary>What their absence takes. Set by hand.</summary>
    public const double NoOtherWords = -0.1;

    /// <summary>What the issue's own change beside the matter adds, and the contrary takes. Set by hand.</summary>
    private const double SameChange = 0.2;

    /// <summary>How far from the match its verb may stand, in words.</summary>
    private const int VerbReach = 5;

    /// <summary>How much of the issue's definition stands around the match; at most a third of a phrase.</summary>
    public static double Context(IssueLexicon lexicon, CodedText text, WordRange clause, int issue)
    {
        double sum = 0;
        string last = "";
        for (int word = clause.Start; word < clause.End; word++)
        {
            string concept = text.Concept(word);
            if (concept.Length > 0 && concept != last)
            {
                sum += lexicon.ContextWeight(issue, concept);
                last = concept;
            }
        }

        return Math.Min(0.3, 0.1 * sum);
    }

    /// <summary>Share of the phrase's other words that stand near the match, 0-1; 0 where it has none.</summary>
    public static double Others(CodedText text, WordRange clause, WordRange match, string[] others)
    {
        int found = 0;
        foreach (string other in others)
        {
            for (int word = Math.Max(clause.Start, match.Start - VerbReach); word < Math.Min(clause.End, match.End + VerbReach); word++)
            {
                if (text.Words.Key(word) == other)
                {
                    found++;
                    break;
                }
            }
        }

        return others.Length == 0 ? 0 : (double)found / others.Length;
    }

    /// <summary>The words near the match by which the issue names its outcome: "a limit of 48 hours on the working week".</summary>
    public static List<int> Naming(CodedText text, WordRange clause, WordRange match, IssueTerm term)
    {
        var found = new List<int>();
        int last = Math.Min(clause.End, match.End + VerbReach);
        for (int word = Math.Max(clause.Start, match.Start - VerbReach); (term.Naming.Count > 0 || term.IsFought) && word < last; word++)
        {
            if (text.OperatorAt(word) is { } hit && ((term.Naming.Contains(text.Words.Key(word)) && hit.End == hit.Start + 1) || (term.IsFought && Fights(hit.Operator))))
            {
                found.Add(word);
            }
        }

        return found;
    }

    private static bool Fights(Operator op) =>
        op is { Sign: < 0, Group: OperatorGroup.Change } or { Sign: < 0, Group: OperatorGroup.Deed, Act: null } or { Sign: < 0, Group: OperatorGroup.Attitude, Act: Act.Reject };

    /// <summary>The word near the match that names the contrary of what the phrase says of the matter, "open" for "close the road"; -1 when there is none.</summary>
    public static int Contrary(CodedText text, WordRange clause, WordRange match, IReadOnlyDictionary<string, string> contraries)
    {
        int found = -1;
        int first = Math.Max(clause.Start, match.Start - VerbReach);
        int last = Math.Min(clause.End, match.End + VerbReach);
        for (int word = first; contraries.Count > 0 && found < 0 && word < last; word++)
        {
            // "open to talks" says nothing of the road.
            bool isState = contraries.ContainsKey(text.Words.Key(word)) && (word + 1 == text.Words.Count || text.Words.Key(word + 1) != "to");
            found = isState ? word : -1;
        }

        for (int word = first; found >= 0 && word < last; word++)
        {
            if (text.Words.Key(word) == contraries[text.Words.Key(found)])
            {
                return -1;
            }
        }

        return found;
    }

    /// <summary>What a verb near the match that changes the matter the way the phrase does adds; the other way is its inverse, no verb says little.</summary>
    public static double Verb(CodedText text, WordRange clause, WordRange match, int verb)
    {
        if (verb == 0)
        {
            return 0;
        }

        double bonus = WithoutVerb;
        for (int word = Math.Max(clause.Start, match.Start - VerbReach); word < Math.Min(clause.End, match.End + VerbReach); word++)
        {
            if (text.OperatorAt(word) is { Operator.Group: OperatorGroup.Change } hit)
            {
                if (hit.Operator.Sign == verb)
                {
                    return SameVerb;
                }

                bonus = OtherVerb;
            }
        }

        return bonus;
    }

    /// <summary>What a verb near the match adds or takes where two issues have the same matter raised and lowered: "slap a levy on it" means the one, "ease the levy" the other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The words that may hold the verb.</param>
    /// <param name="match">The words that name the matter.</param>
    /// <param name="change">Sign of the change that the issue names; 0 where none has to be told from its contrary.</param>
    public static double Change(CodedText text, WordRange clause, WordRange match, int change)
    {
        int first = Math.Max(clause.Start, match.Start - VerbReach);
        for (int word = Math.Min(clause.End, match.End + VerbReach) - 1; change != 0 && word >= first; word--)
        {
            if (text.OperatorAt(word) is { Operator: { Group: OperatorGroup.Change, Act: not Act.Reaffirm } op })
            {
                return op.Sign == change ? SameChange : -SameChange;
            }
        }

        return 0;
    }

    /// <summary>Whether nothing but articles and describing words stands between the match and a word of talking it over: "ready to discuss the new | curbs", "talks on its | curbs".</summary>
    public static bool IsDiscussed(CodedText text, WordRange match)
    {
        int at = match.Start - 1;
        while (at > match.Start - VerbReach && at > 0 && text.Words.IsWord(at) && text.OperatorAt(at) is null or { Operator.Group: OperatorGroup.Neutral } && !IsTalk(text.Words.Key(at)))
        {
            at--;
        }

        return at > 0 && (text.Words.Key(at) is "discuss" || (IsTalk(text.Words.Key(at)) && text.Words.Key(at + 1) is "about" or "on" or "over"));
    }

    private static bool IsTalk(string key) => key is "discuss" or "talk" or "negotiat" or "consult" or "dialogu";
}
