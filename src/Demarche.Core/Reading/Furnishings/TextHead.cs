using Demarche.Core.Reading.Metadata;
using Demarche.Nlp.Text;

namespace Demarche.Core.Reading.Furnishings;

/// <summary>Reads headline and authors off the beginning of a plain text: the headline stands above byline, dateline or day. It is never furniture, since it may be a statement.</summary>
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

    /// <summary>The article with the authors its byline or dateline names, and with the headline above them, where it has none yet.</summary>
    /// <param name="article">A plain text with its furniture.</param>
    public static Article Fill(Article article)
    {
        Furniture? byline = article.Furniture.FirstOrDefault(each => each.Reason == "byline" && each.Span.Start <= LongestHead);
        Furniture? dateline = article.Furniture.FirstOrDefault(each => each.Reason == Furniture.Dateline);
        Furniture? day = article.Furniture.FirstOrDefault(each => each.Reason == "time stamp" && each.Span.Start <= LongestHead);
        string? names = byline is null ? null : Authors(byline.Span.Of(article.Text).Split('\n')[0]);
        Furniture? first = new[] { names is null ? null : byline, dateline, day }.OfType<Furniture>().MinBy(each => each.Span.Start);
        return first is null ? article : article with
        {
            Byline = article.Byline ?? names ?? (dateline is null ? null : Dateline.Of(article.Text, LineAt(article.Text, dateline.Span.Start))?.Agency),
            Title = article.Title ?? Headline(TextLine.Split(article.Text[..first.Span.Start])),
        };
    }

    private static TextSpan LineAt(string text, int start) =>
        new(start, text.IndexOf('\n', start) is var end && end < 0 ? text.Length : end);

    // A line below the text that says who else reported is a byline too, but names no author.
    private static string? Authors(string line)
    {
        bool isLed = line.StartsWith("by ", StringComparison.OrdinalIgnoreCase);
        if (!isLed && (!NamesLine.Is(line) || line.StartsWith('(')))
        {
            return null;
        }

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

        return IsHeadline(above[0]) && LineRules.ReasonOf(above[0], 0, above.Count) is null ? above[0].Shown : null;
    }

    /// <summary>Whether the line may be a headline by its length and its end.</summary>
    public static bool IsHeadline(TextLine line) =>
        line.Length <= LongestHeadline
        && line.Shown[^1] is not ('.' or ':' or ',' or ';')
        && line.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords;
}
