using System.Globalization;

namespace Demarche.Nlp.Text;

/// <summary>What a code unit is to the tokenizer. Classes follow the Unicode general categories of the running .NET.</summary>
internal static class Characters
{
    /// <summary>Whether nothing is printed at <paramref name="c"/>: white space, controls (NUL, ESC) and format marks (U+200B, U+FEFF, U+202A).</summary>
    public static bool IsGap(char c)
    {
        if (c < 0x7F)
        {
            return c <= ' ';
        }

        return char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.Format;
    }

    /// <summary>Whether there is no printed character at <paramref name="index"/>: a gap, or outside the text.</summary>
    public static bool IsGapAt(string text, int index) => (uint)index >= (uint)text.Length || IsGap(text[index]);

    /// <summary>Length of the word character at <paramref name="index"/> (letter, digit, combining mark, underscore): 1, 2 for a surrogate pair, 0 when it is none.</summary>
    public static int WordLength(string text, int index)
    {
        if ((uint)index >= (uint)text.Length)
        {
            return 0;
        }

        char c = text[index];
        if (c < 0x80)
        {
            return char.IsAsciiLetterOrDigit(c) || c == '_' ? 1 : 0;
        }

        if (!char.IsSurrogate(c))
        {
            return IsWord(char.GetUnicodeCategory(c)) ? 1 : 0;
        }

        return IsPair(text, index) && IsWord(CharUnicodeInfo.GetUnicodeCategory(text, index)) ? 2 : 0;
    }

    /// <summary>Whether a format mark at <paramref name="index"/> only shapes the word around it: soft hyphen, joiners, word joiner.</summary>
    public static bool IsInsideWord(string text, int index) =>
        text[index] is '\u00AD' or '\u200C' or '\u200D' or '\u2060' && WordLength(text, index + 1) > 0;

    /// <summary>Whether a whole surrogate pair starts at <paramref name="index"/>.</summary>
    public static bool IsPair(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);

    /// <summary>Whether <paramref name="c"/> is used as an apostrophe inside words.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '‛' or '′' or '`' or '´';

    /// <summary>Whether <paramref name="c"/> joins the parts of a hyphenated word.</summary>
    public static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    /// <summary>Whether <paramref name="c"/> is a dash between words.</summary>
    public static bool IsDash(char c) => c is '-' or '–' or '—' or '―' or '‐' or '‑' or '−' or '‒';

    /// <summary>Whether an upper- or title-case letter stands at <paramref name="index"/>.</summary>
    public static bool IsUpperAt(string text, int index) => (uint)index < (uint)text.Length && char.IsUpper(text, index);

    /// <summary>Whether an ASCII digit stands at <paramref name="index"/>.</summary>
    public static bool IsDigitAt(string text, int index) =>
        (uint)index < (uint)text.Length && char.IsAsciiDigit(text[index]);

    /// <summary>Whether a letter stands at <paramref name="index"/>.</summary>
    public static bool IsLetterAt(string text, int index) => (uint)index < (uint)text.Length && char.IsLetter(text, index);

    private static bool IsWord(UnicodeCategory category) => category is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
