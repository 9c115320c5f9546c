using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Finds where a written word or number ends, its final period apart (<see cref="PeriodRule"/>).</summary>
internal static class WordScanner
{
    /// <summary>End of the run of letters, digits and marks at <paramref name="at"/>.</summary>
    public static int EndOfRun(string text, int at)
    {
        while (at < text.Length)
        {
            int length = Characters.WordLength(text, at);
            if (length == 0 && !Characters.IsInsideWord(text, at))
            {
                break;
            }

            at += Math.Max(length, 1);
        }

        return at;
    }

    /// <summary>End of the word that starts at <paramref name="start"/>: runs joined by hyphens, apostrophes, and the marks inside numbers and acronyms.</summary>
    public static int EndOf(string text, int start)
    {
        int partStart = start;
        int at = EndOfRun(text, start);
        while (at < text.Length)
        {
            int joint = LengthOfJoint(text, partStart, at);
            if (joint == 0)
            {
                break;
            }

            partStart = at + joint;
            at = EndOfRun(text, partStart);
        }

        return at;
    }

    /// <summary>Whether <c>[start, end)</c> ends in a letter that a period parts from the rest, as <c>U.S</c> does.</summary>
    public static bool EndsInAcronym(string text, int start, int end) =>
        end - start >= 3 && text[end - 2] == '.' && char.IsLetter(text[end - 1]);

    // What stands at the end of a part and ties it to the next: 0 when nothing does.
    private static int LengthOfJoint(string text, int partStart, int at)
    {
        char c = text[at];
        bool ties = c switch
        {
            '.' => IsDecimal(text, at) || IsInsideAcronym(text, partStart, at),
            ',' => IsThousands(text, at),
            ':' or '/' => IsDecimal(text, at),
            '&' => Characters.IsUpperAt(text, at - 1) && Characters.IsUpperAt(text, at + 1),
            _ when Characters.IsHyphen(c) => Characters.WordLength(text, at + 1) > 0,
            _ when Characters.IsApostrophe(c) => Characters.IsLetterAt(text, at + 1),
            _ => false,
        };

        if (ties)
        {
            return 1;
        }

        // "U.S.-led": the period of the acronym, then the hyphen.
        bool isAcronymWithHyphen = c == '.' && at - partStart == 1 && at >= 2 && text[at - 2] == '.'
            && at + 1 < text.Length && Characters.IsHyphen(text[at + 1]) && Characters.WordLength(text, at + 2) > 0;
        return isAcronymWithHyphen ? 2 : 0;
    }

    private static bool IsDecimal(string text, int at) =>
        Characters.IsDigitAt(text, at - 1) && Characters.IsDigitAt(text, at + 1);

    private static bool IsThousands(string text, int at) =>
        Characters.IsDigitAt(text, at - 1) && Characters.IsDigitAt(text, at + 1) && Characters.IsDigitAt(text, at + 2)
        && Characters.IsDigitAt(text, at + 3) && !Characters.IsDigitAt(text, at + 4);

    // One letter, a period, one letter and no further: U.S, a.m; Ph.D is the one usual longer part.
    private static bool IsInsideAcronym(string text, int partStart, int at)
    {
        bool isPart = (at - partStart == 1 && char.IsLetter(text[partStart]))
            || text.AsSpan(partStart, at - partStart).Equals("Ph", StringComparison.Ordinal);
        return isPart && Characters.IsLetterAt(text, at + 1) && Characters.WordLength(text, at + 2) == 0;
    }
}
