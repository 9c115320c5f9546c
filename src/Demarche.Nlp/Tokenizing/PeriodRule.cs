using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Decides whether the period after a word belongs to it: abbreviations, acronyms, initials and the numbers of lists.</summary>
internal static class PeriodRule
{
    private const int LongestListNumber = 3;

    /// <summary>Whether the period at <paramref name="end"/> is part of the word <c>[start, end)</c> before it.</summary>
    public static bool IsPartOfWord(string text, int start, int end)
    {
        if (end >= text.Length || text[end] != '.' || (end + 1 < text.Length && text[end + 1] == '.'))
        {
            return false;
        }

        if (WordScanner.EndsInAcronym(text, start, end))
        {
            return true;
        }

        int next = NextOnLine(text, end + 1);
        if (end - start == 1 && char.IsUpper(text[start]))
        {
            return IsInitial(text, start, next);
        }

        if (char.IsAsciiDigit(text[start]))
        {
            return IsListNumber(text, start, end, next);
        }

        // "R-Ore.": the last part is what is shortened.
        int part = start + text.AsSpan(start, end - start).LastIndexOf('-') + 1;
        return Abbreviations.KindOf(text.AsSpan(part, end - part)) switch
        {
            AbbreviationKind.Title => part == start && next >= 0,
            AbbreviationKind.BeforeNumber => next >= 0 && char.IsAsciiDigit(text[next]),
            AbbreviationKind.AfterComma => part > start || IsAfterComma(text, start),
            AbbreviationKind.Plain => true,
            _ => false,
        };
    }

    // "George W. Bush", not "plan B. The next": a letter is an initial when a name can follow.
    private static bool IsInitial(string text, int start, int next)
    {
        if (next < 0 || !char.IsUpper(text, next))
        {
            return false;
        }

        int nextEnd = WordScanner.EndOfRun(text, next);
        bool isInitialToo = nextEnd - next == 1 && nextEnd < text.Length && text[nextEnd] == '.';
        return isInitialToo || (text[start] != 'I' && !SentenceStarters.Contains(text.AsSpan(next, nextEnd - next)));
    }

    private static bool IsListNumber(string text, int start, int end, int next) =>
        next > end + 1 && end - start <= LongestListNumber && IsLineStart(text, start)
        && !text.AsSpan(start, end - start).ContainsAnyExceptInRange('0', '9');

    private static bool IsAfterComma(string text, int start)
    {
        int at = start - 1;
        while (at >= 0 && text[at] == ' ')
        {
            at--;
        }

        return at >= 0 && text[at] == ',';
    }

    private static bool IsLineStart(string text, int start)
    {
        int at = start - 1;
        while (at >= 0 && text[at] is ' ' or '\t')
        {
            at--;
        }

        return at < 0 || text[at] == '\n';
    }

    // The next printed character of the line; -1 when there is none.
    private static int NextOnLine(string text, int at)
    {
        while (at < text.Length && Characters.IsGap(text[at]))
        {
            if (text[at] is '\n' or '\r')
            {
                return -1;
            }

            at++;
        }

        return at < text.Length ? at : -1;
    }
}
