using Demarche.Core.Reading.Metadata;

namespace Demarche.Core.Reading.Furnishings;

/// <summary>Reads headline and authors off the beginning of a plain text. Nothing is marked or cut: a headline may be a statement.</summary>
internal static class TextHead
{
    // Further down a line of names belongs to something else.
    private const int LongestHead = 1000;

    // Headline and subtitle.
    private const int MostLinesAbove = 2;

    // "World", "Trade wars" and "Money report" name a section; a headline has a verb and what it needs.
    private const int FewestWords = 4;
    private const int LongestHeadline = 200;

    private static readonly string[] BehindNames = [" in ", " for "];

    /// <summary>The article with the authors its byline names, and with the headline above the byline, where it has none yet.</summary>
    /// <param name="article">A plain text with its furniture.</param>
    public static Article Fill(Article article)
    {
        if (article.Furniture.FirstOrDefault(each => each.Reason == "byline") is not { } byline || byline.Span.Start > LongestHead)
        {
            return article;
        }

        // Bylines that follow each other are one piece of furniture.
        string line = byline.Span.Of(article.Text).Split('\n')[0];
        return line.StartsWith("by ", StringComparison.OrdinalIgnoreCase)
            ? article with
            {
                Byline = article.Byline ?? Authors(line),
                Title = article.Title ?? Headline(TextLine.Split(article.Text[..byline.Span.Start])),
            }
            : article;
    }

    private static string? Authors(string line)
    {
        string names = PersonLine.Clean(line) ?? "";
        foreach (string words in BehindNames)
        {
            int at = names.IndexOf(words, StringComparison.Ordinal);
            names = at < 0 ? names : names[..at];
        }

        return names.Length == 0 ? null : string.Join(", ", PersonLine.Split(names));
    }

    private static string? Headline(List<TextLine> above)
    {
        if (above.Count is 0 or > MostLinesAbove)
        {
            return null;
        }

        TextLine first = above[0];
        bool isHeadline = first.Length <= LongestHeadline
            && first.Shown[^1] is not ('.' or ':' or ',' or ';')
            && first.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords
            && LineRules.ReasonOf(first, 0, above.Count) is null;
        return isHeadline ? first.Shown : null;
    }
}
