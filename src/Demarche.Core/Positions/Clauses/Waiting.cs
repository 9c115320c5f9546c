using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>"no Y until X has come", "will not do Y before X has": what is refused until then waits for it; "will do Y when X has come" waits for it, too.</summary>
/// <remarks>Only where a clause tells what is waited for: "until Friday", "before the summer" are times. Takes what <see cref="Refused"/> leaves: other connectives, words of refusing, a clause in front.</remarks>
internal static class Waiting
{
    /// <summary>How far before the connective the word stands that refuses or announces, in words. Set by hand.</summary>
    private const int Reach = 18;

    /// <summary>Words from the connective to the verb of its clause in which "has" or "had" is looked for. Set by hand.</summary>
    private const int LongestSubject = 12;

    /// <summary>How the connective at <paramref name="at"/> binds what it stands beside, or null when it only tells the time.</summary>
    /// <param name="text">The text; without trees nothing is found.</param>
    /// <param name="at">The connective.</param>
    /// <param name="sentence">Its sentence.</param>
    public static ConditionKind? Find(CodedText text, int at, WordRange sentence)
    {
        string key = text.Words.Key(at);
        if (text.Tree.IsEmpty || key is not ("until" or "till" or "befor" or "when") || VerbOf(text.Tree, at) is not { } verb || !sentence.Contains(verb))
        {
            return null;
        }

        return key == "when"
            ? at > sentence.Start && IsPerfect(text.Words, at, verb) && Before(text, at, verb, sentence, IsFuture) ? ConditionKind.Plain : null
            : Before(text, at, verb, sentence, IsRefusing) || (at - sentence.Start <= 1 && Behind(text, verb, sentence)) ? ConditionKind.Exclusive : null;
    }

    // The verb of the clause that the connective opens.
    private static int? VerbOf(ClauseTree tree, int at)
    {
        int lead = tree.Lead(at);
        int verb = tree.Head(lead);
        return verb > at && tree.Relation(lead) is "mark" or "advmod" && tree.Relation(verb) is "advcl" or "ccomp" ? verb : null;
    }

    // Only what the main verb has or stands under binds: in "nobody sleeps, the fight goes on until it is won" nothing is refused.
    private static bool Before(CodedText text, int at, int verb, WordRange sentence, Func<CodedText, int, bool> binds)
    {
        int main = text.Tree.Head(verb);
        for (int i = at - 1; i >= Math.Max(sentence.Start, at - Reach) && text.Words.Key(i) is not (";" or ":" or "." or "\n"); i--)
        {
            if (binds(text, i) && main >= 0 && (text.Tree.IsUnder(i, main) || text.Tree.Head(main) == text.Tree.Lead(i)))
            {
                return true;
            }
        }

        return false;
    }

    // "Until the siege is lifted, there will be no talks".
    private static bool Behind(CodedText text, int verb, WordRange sentence)
    {
        bool comma = false;
        for (int i = verb + 1; i < Math.Min(sentence.End, verb + Reach); i++)
        {
            comma |= text.Words.Key(i) == ",";
            if (comma && IsRefusing(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPerfect(WordText words, int at, int verb)
    {
        for (int i = at + 1; i < Math.Min(verb, at + LongestSubject); i++)
        {
            if (words.Key(i) is "has" or "have" or "had")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFuture(CodedText text, int word) => text.Words.Key(word) is "will" or "would" or "can" or "could";

    private static bool IsRefusing(CodedText text, int word) =>
        text.Words.Key(word) is "no" or "not" or "cannot" or "never" or "nobody" or "nothing" or "none"
        || text.OperatorAt(word) is { Operator: { Group: OperatorGroup.Attitude, Sign: < 0, Act: Act.Refuse } };
}
