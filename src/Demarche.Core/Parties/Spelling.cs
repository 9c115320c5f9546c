using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Demarche.Core.Parties;

/// <summary>
/// Brings the spellings of one name to one key: letter case, accents and the usual differences between transliterations
/// ("Sergey", "Sergei"; "Aleksandr", "Alexander"; "Vitaliy", "Vitaly"). Two names are alike only when their keys are equal.
/// </summary>
internal static class Spelling
{
    /// <summary>Longest word that is compared, in UTF-16 code units; no name is longer.</summary>
    public const int LongestWord = 60;

    // Below four letters almost every change of a letter makes another name ("Li", "Ly").
    private const int ShortestRespelled = 4;

    private static readonly FrozenDictionary<char, string> Plain = PlainLetters();

    /// <summary>The key of <paramref name="word"/>; empty when it is too long for a name.</summary>
    public static string Key(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[LongestWord * 2];
        return buffer[..Key(word, buffer)].ToString();
    }

    /// <summary>Writes the key of <paramref name="word"/> and gives its length.</summary>
    /// <param name="word">One word.</param>
    /// <param name="key">Room for twice <see cref="LongestWord"/>.</param>
    public static int Key(ReadOnlySpan<char> word, Span<char> key)
    {
        if (word.Length > LongestWord)
        {
            return 0;
        }

        int length = 0;
        foreach (char c in word)
        {
            length = AppendPlain(c, key, length);
        }

        return length < ShortestRespelled ? length : Respell(key, length);
    }

    private static int AppendPlain(char c, Span<char> key, int length)
    {
        if (char.IsAscii(c))
        {
            if (c is not ('.' or '\'' or '`'))
            {
                key[length++] = char.ToLowerInvariant(c);
            }
        }
        else if (Plain.TryGetValue(c, out string? letters))
        {
            foreach (char letter in letters)
            {
                key[length++] = letter;
            }
        }
        else if (c is '\u2010' or '\u2011')
        {
            key[length++] = '-';
        }
        else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\u2019' or '\u02BC' or '\u02BB'))
        {
            key[length++] = char.ToLowerInvariant(c);
        }

        return length;
    }

    private static int Respell(Span<char> key, int length)
    {
        int written = 1;
        for (int i = 1; i < length; i++)
        {
            char c = key[i] == 'y' ? 'i' : key[i];
            if (c == 's' && key[written - 1] == 'k')
            {
                key[written - 1] = 'x';
            }
            else if (c != key[written - 1] && !(c == 'h' && key[written - 1] == 'k'))
            {
                key[written++] = c;
            }
        }

        if (written > 2 && key[written - 1] == 'r' && key[written - 2] == 'd')
        {
            key[written - 1] = 'e';
            key[written++] = 'r';
        }

        return written;
    }

    private static FrozenDictionary<char, string> PlainLetters()
    {
        // Letters that Unicode does not decompose, each before its plain form.
        string[] undecomposed =
        [
            "øo", "Øo", "łl", "Łl", "đd", "Đd", "ðd", "Ðd", "þth", "Þth", "ßss", "æae", "Æae", "œoe", "Œoe", "ıi", "əa", "Əa",
        ];
        Dictionary<char, string> plain = undecomposed.ToDictionary(pair => pair[0], pair => pair[1..]);
        for (int code = 0xC0; code <= 0x1EFF; code++)
        {
            var c = (char)code;
            string parts = c.ToString().Normalize(NormalizationForm.FormD);
            if (parts.Length > 1 && char.IsAsciiLetter(parts[0]))
            {
                plain.TryAdd(c, char.ToLowerInvariant(parts[0]).ToString());
            }
        }

        return plain.ToFrozenDictionary();
    }
}
