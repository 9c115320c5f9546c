using System.Globalization;
using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Finds where a token ends that starts with neither a letter nor a digit: punctuation, quotation marks, emoji.</summary>
internal static class SymbolScanner
{
    /// <summary>End of the token at <paramref name="start"/>.</summary>
    public static int EndOf(string text, int start)
    {
        char c = text[start];
        if (c is '#' or '@' && AddressScanner.EndOfTag(text, start) is int tag and > 0)
        {
            return tag;
        }

        if (Characters.IsApostrophe(c))
        {
            return EndOfApostrophe(text, start);
        }

        return c switch
        {
            '.' or '-' or '—' or '*' or '=' or '~' or '+' or '_' or '/' or '\\' => EndOfRepeated(text, start),
            '!' or '?' => EndOfMarks(text, start),
            < '\u0080' => start + 1,
            _ => EndOfSymbol(text, start),
        };
    }

    private static int EndOfRepeated(string text, int start)
    {
        int at = start + 1;
        while (at < text.Length && text[at] == text[start])
        {
            at++;
        }

        return at;
    }

    private static int EndOfMarks(string text, int start)
    {
        int at = start + 1;
        while (at < text.Length && text[at] is '!' or '?')
        {
            at++;
        }

        return at;
    }

    // A clitic after anything printed ('s), a shortened word or year ('em, '90s), a pair that stands for a double quotation mark, or the mark alone.
    private static int EndOfApostrophe(string text, int start)
    {
        if (start + 1 < text.Length && text[start + 1] == text[start] && text[start] is '\'' or '`')
        {
            return start + 2;
        }

        int end = WordScanner.EndOfRun(text, start + 1);
        ReadOnlySpan<char> letters = text.AsSpan(start + 1, end - start - 1);
        bool isPart = Characters.IsGapAt(text, start - 1)
            ? Elisions.Contains(letters) || IsShortYear(letters)
            : Contractions.IsClitic(letters);
        return isPart ? end : start + 1;
    }

    private static bool IsShortYear(ReadOnlySpan<char> letters) =>
        letters.Length is 2 or 3 && char.IsAsciiDigit(letters[0]) && char.IsAsciiDigit(letters[1]) && (letters.Length == 2 || letters[2] == 's');

    // A symbol with its variation selectors and skin tones, joined symbols (families), and flags: one token each. Never half a surrogate pair.
    private static int EndOfSymbol(string text, int start)
    {
        int at = EndOfCharacter(text, start);
        if (at - start == 2 && IsRegionalIndicator(text, start) && IsRegionalIndicator(text, at))
        {
            return at + 2;
        }

        if (!IsPictorial(text, start))
        {
            return at;
        }

        while (at < text.Length)
        {
            if (IsModifier(text, at))
            {
                at = EndOfCharacter(text, at);
            }
            else if (text[at] == '\u200D' && at + 1 < text.Length && IsPictorial(text, at + 1))
            {
                at = EndOfCharacter(text, at + 1);
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static int EndOfCharacter(string text, int at) => Characters.IsPair(text, at) ? at + 2 : at + 1;

    private static bool IsPictorial(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNotAssigned or UnicodeCategory.ModifierSymbol;

    private static bool IsModifier(string text, int at) =>
        char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        || (text[at] == '\uD83C' && at + 1 < text.Length && text[at + 1] is >= '\uDFFB' and <= '\uDFFF');

    private static bool IsRegionalIndicator(string text, int at) =>
        at + 1 < text.Length && text[at] == '\uD83C' && text[at + 1] is >= '\uDDE6' and <= '\uDDFF';
}
