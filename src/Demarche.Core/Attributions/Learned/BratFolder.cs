using System.Globalization;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions.Learned;

/// <summary>
/// Reads annotated articles in brat's stand-off format, laid out as PolNeAR is: <c>text/NAME.txt</c> and
/// <c>attributions/NAME_ANNOTATOR.ann</c>, of which the first by name counts.
/// </summary>
public static class BratFolder
{
    /// <summary>The articles of <paramref name="folder"/> that have annotations, in order of name.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IEnumerable<AnnotatedArticle> Read(string folder)
    {
        string annotations = Path.Combine(folder, "attributions");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, "text"), "*.txt").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            string? first = Directory.EnumerateFiles(annotations, name + "_*.ann").Order(StringComparer.Ordinal).FirstOrDefault();
            if (first is not null)
            {
                string text = File.ReadAllText(file);
                yield return new AnnotatedArticle(name, text, ReadAnnotations(File.ReadLines(first), text));
            }
        }
    }

    /// <summary>The attributions of stand-off lines; lines that are neither text-bound annotations nor events, and damaged ones, are passed over.</summary>
    /// <param name="lines">The lines of an .ann file.</param>
    /// <param name="text">The text its offsets refer to, in UTF-16 code units.</param>
    public static IReadOnlyList<AnnotatedAttribution> ReadAnnotations(IEnumerable<string> lines, string text)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(text);
        var spans = new Dictionary<string, List<TextSpan>>(StringComparer.Ordinal);
        var events = new List<string>();
        foreach (string line in lines)
        {
            string[] fields = line.Split('\t');
            if (fields.Length >= 2 && line[0] == 'T')
            {
                spans[fields[0]] = Spans(fields[1], text.Length);
            }
            else if (fields.Length >= 2 && line[0] == 'E')
            {
                events.Add(fields[1]);
            }
        }

        return [.. events.Select(e => Attribution(e, spans, text)).Where(a => a.Cue.Count > 0 && a.Content.Count > 0)];
    }

    private static AnnotatedAttribution Attribution(string line, Dictionary<string, List<TextSpan>> spans, string text)
    {
        List<TextSpan> Role(string role) => Merged(
            line.Split(' ')
                .Select(argument => argument.Split(':'))
                .Where(pair => pair.Length == 2 && pair[0].TrimEnd('2', '3', '4') == role && spans.ContainsKey(pair[1]))
                .SelectMany(pair => spans[pair[1]]),
            text);
        return new AnnotatedAttribution(Role("Source"), Role("Cue"), Role("Content"));
    }

    // "Content 10 20;21 30"
    private static List<TextSpan> Spans(string field, int length)
    {
        var spans = new List<TextSpan>();
        int blank = field.IndexOf(' ', StringComparison.Ordinal);
        foreach (string fragment in blank < 0 ? [] : field[(blank + 1)..].Split(';'))
        {
            string[] ends = fragment.Split(' ');
            if (ends.Length == 2
                && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start)
                && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int end)
                && start < end && end <= length)
            {
                spans.Add(new TextSpan(start, end));
            }
        }

        return spans;
    }

    // brat cuts a span at a line break.
    private static List<TextSpan> Merged(IEnumerable<TextSpan> fragments, string text)
    {
        var merged = new List<TextSpan>();
        foreach (TextSpan span in fragments.OrderBy(s => s.Start))
        {
            if (merged.Count > 0 && text.AsSpan(Math.Min(merged[^1].End, span.Start), Math.Max(0, span.Start - merged[^1].End)).IsWhiteSpace())
            {
                merged[^1] = new TextSpan(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
