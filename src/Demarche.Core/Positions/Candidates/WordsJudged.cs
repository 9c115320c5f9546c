using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>
/// "Holm called Suderia's demand for patrols unrealistic", "Holm said Suderia's offer of talks was a farce": the verdict is on the other's words, and the
/// one who gives it stands against what they ask for.
/// </summary>
/// <param name="Words">What the other asks for, without the verdict.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Sign">-1 where it condemns, +1 where it praises.</param>
internal sealed record WordsJudged(WordRange Words, OperatorHit Verdict, int Sign)
{
    /// <summary>The verdict that ends <paramref name="segment"/>, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="segment">What the other asks for, told by a noun such as "demand".</param>
    /// <param name="inner">The other.</param>
    /// <param name="outer">Who tells of it.</param>
    public static WordsJudged? Find(CodedText text, Segment segment, Voice inner, Voice outer)
    {
        bool isNoun = inner.Cue.Start > 0 && inner.Cue.Length > 0 && inner.Cue.End <= segment.Words.Start && text.Words.IsPossessive(inner.Cue.Start - 1);
        if (!isNoun || outer.Cue.Length == 0 || outer.Cue.Start > inner.Cue.Start)
        {
            return null;
        }

        for (int i = segment.Words.Start + 1; i < segment.Words.End; i++)
        {
            if (text.OperatorAt(i) is { Operator.Group: OperatorGroup.Judgement or OperatorGroup.Deed } hit && hit.Start == i)
            {
                return Cut(text.Words, segment.Words, hit, IsNaming(text.Words, outer.Cue));
            }
        }

        return null;
    }

    /// <summary>What stands before the verdict, where "was" or "as" shows that it is one, or the cue that names.</summary>
    private static WordsJudged? Cut(WordText words, WordRange asked, OperatorHit verdict, bool isNaming)
    {
        int end = verdict.Start;
        while (end > asked.Start && words.Key(end - 1) is "a" or "an" or "the" or "not")
        {
            end--;
        }

        bool isShown = words.Key(end - 1) is "is" or "are" or "was" or "were" or "be" or "as";
        int cut = isShown ? end - 1 : end;
        int sign = verdict.Operator.Sign * (words.Key(verdict.Start - 1) == "not" ? -1 : 1);
        return cut > asked.Start && (isShown || (isNaming && verdict.Operator.Group == OperatorGroup.Judgement)) ? new WordsJudged(asked with { End = cut }, verdict, sign) : null;
    }

    private static bool IsNaming(WordText words, WordRange cue) =>
        words.Span(cue.End - 1).SliceOf(words.Text) is "called" or "calls" or "described" or "describes" or "branded" or "deemed" or "considered" or "considers" or "found" or "labelled" or "labeled" or "dubbed";
}
