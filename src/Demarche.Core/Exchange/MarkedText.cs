using Demarche.Core.Attributions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;

namespace Demarche.Core.Exchange;

/// <summary>What a stretch of an article's text is; several may hold at once.</summary>
[Flags]
public enum TextRoles
{
    /// <summary>Plain text.</summary>
    None = 0,

    /// <summary>Page furniture: not read for statements.</summary>
    Furniture = 1,

    /// <summary>What somebody says.</summary>
    Content = 2,

    /// <summary>Who says it.</summary>
    Source = 4,

    /// <summary>The words that attribute it.</summary>
    Cue = 8,

    /// <summary>The words that carry a position.</summary>
    Evidence = 16,

    /// <summary>The condition of a position.</summary>
    Condition = 32,
}

/// <summary>A stretch of text in which nothing begins or ends.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units of the article's text.</param>
/// <param name="Roles">What it is.</param>
/// <param name="Lines">Names of the positions whose evidence or condition it belongs to, sorted.</param>
public sealed record MarkedStretch(TextSpan Span, TextRoles Roles, IReadOnlyList<string> Lines);

/// <summary>A line that is to be marked in a text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Evidence">The words that carry it.</param>
/// <param name="Condition">The words of its condition, or null.</param>
public sealed record MarkedLine(string Name, TextSpan Evidence, TextSpan? Condition);

/// <summary>Cuts a text into stretches by all that is marked in it, paragraph by paragraph.</summary>
public static class MarkedText
{
    /// <summary>The paragraphs of <paramref name="article"/>, each as its stretches in text order; empty paragraphs are left out.</summary>
    /// <param name="article">The article.</param>
    /// <param name="attributions">Who said what in it.</param>
    /// <param name="lines">The positions to mark; spans inside the text.</param>
    public static IReadOnlyList<IReadOnlyList<MarkedStretch>> Paragraphs(
        Article article, IEnumerable<Attribution> attributions, IReadOnlyList<MarkedLine> lines)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(attributions);
        ArgumentNullException.ThrowIfNull(lines);
        string text = article.Text;
        var roles = new TextRoles[text.Length];
        var edges = new SortedSet<int> { 0, text.Length };
        void Paint(TextSpan span, TextRoles role)
        {
            edges.Add(span.Start);
            edges.Add(span.End);
            for (int i = span.Start; i < span.End; i++)
            {
                roles[i] |= role;
            }
        }

        foreach (Furniture furniture in article.Furniture)
        {
            Paint(furniture.Span, TextRoles.Furniture);
        }

        foreach (Attribution attribution in attributions)
        {
            PaintAll(attribution.Content, TextRoles.Content, Paint);
            PaintAll(attribution.Source, TextRoles.Source, Paint);
            PaintAll(attribution.Cue, TextRoles.Cue, Paint);
        }

        foreach (MarkedLine line in lines)
        {
            Paint(line.Evidence, TextRoles.Evidence);
            if (line.Condition is { } condition)
            {
                Paint(condition, TextRoles.Condition);
            }
        }

        return Cut(text, roles, [.. edges], lines);
    }

    private static void PaintAll(IEnumerable<TextSpan> spans, TextRoles role, Action<TextSpan, TextRoles> paint)
    {
        foreach (TextSpan span in spans)
        {
            paint(span, role);
        }
    }

    private static List<IReadOnlyList<MarkedStretch>> Cut(string text, TextRoles[] roles, int[] edges, IReadOnlyList<MarkedLine> lines)
    {
        var paragraphs = new List<IReadOnlyList<MarkedStretch>>();
        int next = 0;
        for (int start = 0; start < text.Length;)
        {
            int lineFeed = text.IndexOf('\n', start);
            int end = lineFeed < 0 ? text.Length : lineFeed;
            var stretches = new List<MarkedStretch>();
            for (int at = start; at < end;)
            {
                while (edges[next] <= at)
                {
                    next++;
                }

                var span = new TextSpan(at, Math.Min(end, edges[next]));
                stretches.Add(new MarkedStretch(span, roles[at], NamesAt(at, roles[at], lines)));
                at = span.End;
            }

            if (stretches.Count > 0)
            {
                paragraphs.Add(stretches);
            }

            start = end + 1;
        }

        return paragraphs;
    }

    private static string[] NamesAt(int at, TextRoles roles, IReadOnlyList<MarkedLine> lines) =>
        (roles & (TextRoles.Evidence | TextRoles.Condition)) == 0
            ? []
            :
            [
                .. lines.Where(line => Holds(line.Evidence, at) || (line.Condition is { } condition && Holds(condition, at)))
                    .Select(line => line.Name)
                    .Order(StringComparer.Ordinal),
            ];

    private static bool Holds(TextSpan span, int at) => span.Start <= at && at < span.End;
}
