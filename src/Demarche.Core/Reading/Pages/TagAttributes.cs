using System.Buffers;

namespace Demarche.Core.Reading.Pages;

/// <summary>Finds attributes in the text of a tag, as lenient as pages need: quoted or not, with or without a value.</summary>
internal static class TagAttributes
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/=");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\n\r\f");

    /// <summary>The value of <paramref name="name"/> in <paramref name="tag"/>, or null; the first one counts.</summary>
    /// <param name="tag">What stands in a start tag behind the element's name.</param>
    /// <param name="name">The attribute's name in lower case.</param>
    public static string? Find(ReadOnlySpan<char> tag, string name)
    {
        // Most tags have other attributes or none: one fast look saves taking them apart.
        ReadOnlySpan<char> rest = tag.Contains(name, StringComparison.OrdinalIgnoreCase) ? tag : [];
        while (true)
        {
            rest = rest.TrimStart(" \t\n\r\f/\"'=");
            if (rest.IsEmpty)
            {
                return null;
            }

            int end = rest.IndexOfAny(NameEnds);
            ReadOnlySpan<char> found = end < 0 ? rest : rest[..end];
            rest = (end < 0 ? [] : rest[end..]).TrimStart(" \t\n\r\f");
            ReadOnlySpan<char> value = [];
            if (rest.StartsWith("="))
            {
                rest = rest[1..].TrimStart(" \t\n\r\f");
                int length = ValueLength(rest, out int quotes);
                value = rest.Slice(quotes, length);
                rest = rest[Math.Min(rest.Length, length + (2 * quotes))..];
            }

            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return PageCharacters.Decode(value);
            }
        }
    }

    /// <summary>Length of the value that <paramref name="rest"/> begins with, and 1 for the quotation mark around it or 0.</summary>
    private static int ValueLength(ReadOnlySpan<char> rest, out int quotes)
    {
        quotes = rest.StartsWith("\"") || rest.StartsWith("'") ? 1 : 0;
        ReadOnlySpan<char> value = rest[quotes..];
        int end = quotes == 1 ? value.IndexOf(rest[0]) : value.IndexOfAny(ValueEnds);
        return end < 0 ? value.Length : end;
    }
}
