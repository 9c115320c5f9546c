using System.Globalization;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions.Learned;

/// <summary>
/// Reads annotated articles in brat's stand-off format, laid out as PolNeAR is (<c>text/NAME.txt</c> and
/// <c>attributions/NAME_ANNOTATOR.ann</c>, of which the first by name counts) or as brat leaves them (<c>NAME.txt</c> and
/// <c>NAME.ann</c> side by side).
/// </summary>
public static class BratFolder
{
    /// <summary>The articles of <paramref name="folder"/> that have annotations, in order of name.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IEnumerable<AnnotatedArticle> Read(string folder)
    {
        bool isParted = IsParted(folder);
        string annotations = isParted ? Path.Combine(folder, "attributions") : folder;
        string texts = isParted ? Path.Combine(folder, "text") : folder;
        foreach (string file in Directory.EnumerateFiles(texts, "*.txt").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            string? first = Directory.EnumerateFiles(annotations, isParted ? name + "_*.ann" : name + ".ann")
                .Order(StringComparer.Ordinal).FirstOrDefault();
            if (first is not null)
            {
                string text = File.ReadAllText(file);
                yield return new AnnotatedArticle(name, PlainText.WithLineFeeds(text), ReadAnnotations(File.ReadLines(first), text));
            }
        }
    }

    /// <summary>Whether texts and annotations of <paramref name="folder"/> lie in folders of their own, as in PolNeAR.</summary>
    public static bool IsParted(string folder) =>
        Directory.Exists(Path.Combine(folder, "text")) && Directory.Exists(Path.Combine(folder, "attributions"));

    /// <summary>The attributions of stand-off lines; lines that are neither text-bound annotations nor events, and damaged ones, are passed over.</summary>
    /// <param name="lines">The lines of an .ann file.</param>
    /// <param name="text">
    /// The text its offsets count code points of, as brat does. The spans given are of that text in UTF-16 code units with every line
    /// break one line feed, as articles are read.
    /// </param>
    public static IReadOnlyList<AnnotatedAttribution> ReadAnnotations(IEnumerable<string> lines, string text)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(text);
        var spans = new Dictionary<string, List<TextSpan>>(StringComparer.Ordinal);
        var events = new List<string>();
        int[] offsets = OffsetsOfCodePoints(text);
        foreach (string line in lines)
        {
            string[] fields = line.Split('\t');
            if (fields.Length >= 2 && line[0] == 'T')
            {
                spans[fields[0]] = Spans(fields[1], offsets);
            }
            else if (fields.Length >= 2 && line[0] == 'E')
            {
                events.Add(fields[1]);
            }
        }

        string body = PlainText.WithLineFeeds(text);
        return
        [
            .. events.Select(e => Attribution(e, spans, body)).Where(a => a.Source.Count + a.Cue.Count + a.Content.Count > 0),
        ];
    }

    private static AnnotatedAttribution Attribution(string line, Dictionary<string, List<TextSpan>> spans, string text)
    {
        List<TextSpan> Role(string role) => Merged(
            line.Split(' ')
                .Select(argument => argument.Split(':'))
                .Where(pair => pair.Length == 2 && IsRole(pair[0], role) && spans.ContainsKey(pair[1]))
                .SelectMany(pair => spans[pair[1]]),
            text);
        return new AnnotatedAttribution(Role("Source"), Role("Cue"), Role("Content"));
    }

    // brat numbers the further arguments of one role: Content, Content2, ...
    private static bool IsRole(string argument, string role) =>
        argument.AsSpan().TrimEnd("0123456789").Equals(role, StringComparison.OrdinalIgnoreCase);

    private static int[] OffsetsOfCodePoints(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        int offset = 0;
        for (int i = 0; i < text.Length; i++)
        {
            offsets.Add(offset);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                offset++;
                i++;
            }

            // The carriage return of a pair is not there once the text is read.
            offset += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 0 : 1;
        }

        offsets.Add(offset);
        return [.. offsets];
    }

    // "Content 10 20;21 30"
    private static List<TextSpan> Spans(string field, int[] offsets)
    {
        var spans = new List<TextSpan>();
        int blank = field.IndexOf(' ', StringComparison.Ordinal);
        foreach (string fragment in blank < 0 ? [] : field[(blank + 1)..].Split(';'))
        {
            string[] ends = fragment.Split(' ');
            if (ends.Length == 2
                && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start)
                && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int end)
                && start < end && start < offsets.Length - 1)
            {
                spans.Add(new TextSpan(offsets[start], offsets[Math.Min(end, offsets.Length - 1)]));
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
