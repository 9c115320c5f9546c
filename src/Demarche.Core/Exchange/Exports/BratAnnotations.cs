using System.Globalization;
using System.Text;
using Demarche.Core.Ledger;
using Demarche.Nlp.Text;

namespace Demarche.Core.Exchange.Exports;

/// <summary>The stand-off lines of one article.</summary>
internal sealed class BratAnnotations
{
    private readonly ExportSource _source;
    private readonly string _text;
    private readonly CodePointOffsets _offsets;
    private readonly StringBuilder _lines = new();
    private readonly Dictionary<(string Label, TextSpan Span), string> _bounds = [];
    private int _spans;
    private int _events;
    private int _relations;
    private int _attributes;
    private int _notes;

    /// <summary>The lines of <paramref name="article"/>.</summary>
    public BratAnnotations(ExportSource source, LedgerArticle article, string text)
    {
        _source = source;
        _text = text;
        _offsets = new CodePointOffsets(text);
        foreach (LedgerAttribution line in source.Ledger.Attributions(article.Key).Where(line => line.State != LineState.Rejected))
        {
            Add(line);
        }

        foreach (LedgerEntry line in source.Ledger.Positions(new LedgerQuery { ArticleKey = article.Key }))
        {
            Add(line);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _lines.ToString();

    // As PolNeAR has it: an event on the cue, with a numbered argument for every further span.
    private void Add(LedgerAttribution line)
    {
        string[] arguments =
        [
            .. Arguments("Source", line.Attribution.Source), .. Arguments("Cue", line.Attribution.Cue), .. Arguments("Content", line.Attribution.Content),
        ];
        TextSpan? trigger = line.Attribution.Cue.Concat(line.Attribution.Content).Select(span => (TextSpan?)span).FirstOrDefault();
        if (trigger is { } span && Bound("Attribution", span) is { } bound)
        {
            Line($"E{++_events}\tAttribution:{bound} {string.Join(' ', arguments)}".TrimEnd());
        }
    }

    private void Add(LedgerEntry line)
    {
        if (Bound("Position", line.Position.Evidence, isShared: false) is not { } bound)
        {
            return;
        }

        Attribute("Stance", bound, Words.Of(line.Position.Stance));
        Attribute("Strength", bound, line.Position.SignedStrength.ToString(CultureInfo.InvariantCulture));
        Attribute("Issue", bound, BratWriter.Value(line.Position.Issue));
        if (line.Position.Party is { } party)
        {
            Attribute("Party", bound, BratWriter.Value(party));
        }

        string date = EntryWriter.DayText(line.Date) ?? "undated";
        Line($"#{++_notes}\tAnnotatorNotes {bound}\t{Flat($"{line.Position.Holder}, {Words.Of(line.Position.Act)}, {date}, {line.State.ToString().ToLowerInvariant()}")}");
        if (line.Position.Condition is { } condition && Bound("Condition", condition) is { } on)
        {
            Line($"R{++_relations}\tConditionOf Arg1:{on} Arg2:{bound}");
        }
    }

    private IEnumerable<string> Arguments(string role, IReadOnlyList<TextSpan> spans)
    {
        int number = 0;
        foreach (TextSpan span in spans)
        {
            if (Bound(role, span) is { } bound)
            {
                number++;
                yield return $"{role}{(number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture))}:{bound}";
            }
        }
    }

    private void Attribute(string name, string bound, string value) => Line($"A{++_attributes}\t{name} {bound} {value}");

    // A span is cut where its lines end, as brat wants it; null when nothing but line ends is in it.
    private string? Bound(string label, TextSpan span, bool isShared = true)
    {
        if (isShared && _bounds.TryGetValue((label, span), out string? known))
        {
            return known;
        }

        List<TextSpan> pieces = [];
        for (int start = span.Start; start < span.End;)
        {
            int end = _text.IndexOf('\n', start, span.End - start) is >= 0 and var feed ? feed : span.End;
            if (end > start)
            {
                pieces.Add(new TextSpan(start, end));
            }

            start = end + 1;
        }

        if (pieces.Count == 0)
        {
            return null;
        }

        // Numbered apart from the dictionary: positions share their place but not their annotation.
        string id = $"T{++_spans}";
        _bounds.TryAdd((label, span), id);
        string places = string.Join(';', pieces.Select(piece => _offsets.Of(piece)).Select(piece => $"{piece.Start} {piece.End}"));
        string words = _source.HasText ? string.Join(' ', pieces.Select(piece => piece.Of(_text))) : "";
        Line($"{id}\t{label} {places}\t{words}");
        return id;
    }

    private void Line(string line) => _lines.Append(line).Append('\n');

    private static string Flat(string text) => text.Replace('\n', ' ').Replace('\t', ' ');
}
