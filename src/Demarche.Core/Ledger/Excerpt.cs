using Demarche.Nlp.Text;

namespace Demarche.Core.Ledger;

/// <summary>The surroundings of a span inside its paragraph.</summary>
/// <param name="Before">What stands before it, from the start of a word.</param>
/// <param name="After">What stands after it, to the end of a word.</param>
public readonly record struct Excerpt(string Before, string After)
{
    /// <summary>Most code units on either side: about one line of print.</summary>
    public const int ContextLength = 120;

    /// <summary>The surroundings of <paramref name="span"/>, which lies inside <paramref name="text"/>.</summary>
    public static Excerpt Around(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(BeforeOf(text, span.Start), AfterOf(text, span.End));
    }

    private static string BeforeOf(string text, int end)
    {
        int limit = Math.Max(0, end - ContextLength);
        int lineFeed = text.AsSpan(limit, end - limit).LastIndexOf('\n');
        if (lineFeed >= 0)
        {
            return text[(limit + lineFeed + 1)..end];
        }

        if (limit == 0)
        {
            return text[..end];
        }

        int space = text.AsSpan(limit, end - limit).IndexOf(' ');
        return space < 0 ? "" : text[(limit + space + 1)..end];
    }

    private static string AfterOf(string text, int start)
    {
        int limit = start + Math.Min(ContextLength, text.Length - start);
        int lineFeed = text.AsSpan(start, limit - start).IndexOf('\n');
        if (lineFeed >= 0)
        {
            return text[start..(start + lineFeed)];
        }

        if (limit == text.Length)
        {
            return text[start..];
        }

        int space = text.AsSpan(start, limit - start).LastIndexOf(' ');
        return space < 0 ? "" : text[start..(start + space)];
    }
}
