using Demarche.Core.Reading.Furnishings;
using Demarche.Nlp.Text;

namespace Demarche.Core.Reading;

/// <summary>Finds the page furniture that stayed inside a plain text, line by line. When in doubt a line is news.</summary>
internal static class FurnitureFinder
{
    /// <summary>The furniture of <paramref name="text"/> in order, none overlapping; lines of one kind that follow each other are one.</summary>
    public static IReadOnlyList<Furniture> Find(string text)
    {
        List<TextLine> lines = TextLine.Split(text);
        var reasons = new string?[lines.Count];
        AppealFinder.Mark(lines, reasons);
        var found = new List<Furniture>();
        for (int i = 0; i < lines.Count; i++)
        {
            reasons[i] ??= LineRules.ReasonOf(lines[i], i, lines.Count);
            if (reasons[i] is { } reason)
            {
                Add(found, lines, i, reason);
            }
            else
            {
                MarkupFinder.Add(found, text, lines[i].Span);
            }
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
