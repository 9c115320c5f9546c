using Demarche.Core.Reading.Furnishings;
using Demarche.Nlp.Text;

namespace Demarche.Core.Reading;

/// <summary>Finds the page furniture that stayed inside a plain text, line by line. When in doubt a line is news.</summary>
internal static class FurnitureFinder
{
    // A dateline stands in the first sentence, below outlet, headline, subtitle, byline and day.
    private const int HeadLines = 7;

    // The first sentence of a report; headlines and subtitles are shorter or stand above it.
    private const int ShortestParagraph = 200;

    /// <summary>The furniture of <paramref name="text"/> in order, none overlapping; lines of one kind that follow each other are one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasHead">Whether headline, byline and dateline stand in it, as in a plain text; the body of a page begins below them.</param>
    public static IReadOnlyList<Furniture> Find(string text, bool hasHead = false)
    {
        List<TextLine> lines = TextLine.Split(text);
        var reasons = new string?[lines.Count];
        AppealFinder.Mark(lines, reasons);
        for (int i = 0; i < lines.Count; i++)
        {
            reasons[i] ??= LineRules.ReasonOf(lines[i], i, lines.Count);
        }

        if (hasHead && BareByline.Find(text, lines, reasons) is >= 0 and var byline)
        {
            reasons[byline] = "byline";
        }

        var found = new List<Furniture>();
        bool inHead = hasHead;
        for (int i = 0; i < lines.Count; i++)
        {
            if (reasons[i] is { } reason)
            {
                Add(found, lines, i, reason);
                continue;
            }

            TextSpan rest = lines[i].Span;
            if (inHead && Dateline.Of(text, rest) is { } dateline)
            {
                found.Add(new Furniture(dateline.Span, Furniture.Dateline));
                rest = new TextSpan(dateline.Span.End, rest.End);
            }

            inHead &= i + 1 < HeadLines && lines[i].Length < ShortestParagraph;

            MarkupFinder.Add(found, text, rest);
        }

        return found;
    }

    private static void Add(List<Furniture> found, List<TextLine> lines, int index, string reason)
    {
        TextSpan span = lines[index].Span;
        if (found.Count > 0 && index > 0 && found[^1].Reason == reason && found[^1].Span.End == lines[index - 1].Span.End)
        {
            found[^1] = new Furniture(new TextSpan(found[^1].Span.Start, span.End), reason);
        }
        else
        {
            found.Add(new Furniture(span, reason));
        }
    }
}
