using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>"No talks until the dam is stopped", "no treaty while the guns stay": what is refused for as long as something lasts waits for its end. Needs trees.</summary>
internal static class Refused
{
    /// <summary>How far before "until" the word stands that refuses, in words. Set by hand.</summary>
    private const int Reach = 18;

    /// <summary>Whether the word at <paramref name="at"/> opens such a condition, and how it binds: null for a mere time, "until 2042", and where nothing is refused.</summary>
    public static ConditionKind? Find(CodedText text, int at, WordRange sentence)
    {
        ConditionKind? kind = at == sentence.Start ? null : text.Words.Key(at) switch
        {
            "until" => ConditionKind.Exclusive,
            "while" => ConditionKind.Lasting,
            _ => null,
        };
        bool opensClause = kind is not null && !text.Tree.IsEmpty && text.Tree.Relation(at) == "mark" && text.Words.Key(at - 1) != ",";
        return opensClause && Refuses(text.Words, at, sentence) ? kind : null;
    }

    private static bool Refuses(WordText words, int at, WordRange sentence)
    {
        for (int i = at - 1; i >= Math.Max(Math.Max(1, sentence.Start), at - Reach) && words.Key(i) is not (";" or "." or "\n" or "," or "but" or "that"); i--)
        {
            // "is of no use while it lasts" says what it is good for, and refuses nothing.
            if (words.Key(i) is "no" or "not" or "cannot" or "never" or "neither" && words.Key(i - 1) is not "of")
            {
                return true;
            }
        }

        return false;
    }
}
