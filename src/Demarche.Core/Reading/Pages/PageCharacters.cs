using System.Net;
using System.Text;

namespace Demarche.Core.Reading.Pages;

/// <summary>Characters as a page writes them: entities, and the white space between words that counts as one blank.</summary>
internal static class PageCharacters
{
    // What pages mean by the control characters 0x80 to 0x9F: Windows-1252 (HTML standard, numeric character references).
    private const string Windows1252Upper =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The characters meant, entities resolved.</summary>
    public static string Decode(ReadOnlySpan<char> raw)
    {
        string text = raw.Contains('&') ? WebUtility.HtmlDecode(raw.ToString()) : raw.ToString();
        return text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0 ? text : string.Create(text.Length, text, (chars, source) =>
        {
            for (int i = 0; i < chars.Length; i++)
            {
                chars[i] = source[i] is >= '\u0080' and <= '\u009F' ? Windows1252Upper[source[i] - '\u0080'] : source[i];
            }
        });
    }

    /// <summary>Appends <paramref name="text"/> with every run of white space as one blank, also across calls.</summary>
    public static void AppendCollapsed(StringBuilder target, string text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                target.Append(c);
            }
            else if (target.Length > 0 && target[^1] is not (' ' or '\n'))
            {
                target.Append(' ');
            }
        }
    }

    /// <summary>One line: white space collapsed and cut at both ends; null when nothing is left.</summary>
    public static string? Line(string? text)
    {
        var line = new StringBuilder();
        AppendCollapsed(line, text ?? "");
        string trimmed = line.ToString().Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }
}
