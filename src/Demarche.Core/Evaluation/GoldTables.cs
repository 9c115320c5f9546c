using System.Text.Json;
using Demarche.Core.Attributions;
using Demarche.Core.Exchange;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;

namespace Demarche.Core.Evaluation;

/// <summary>Annotations kept in tables beside <c>articles.jsonl</c>: one attribution, position, change or quotation a line.</summary>
internal sealed class GoldTables
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, (RawArticle Input, string Text)> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GoldAttribution>> _attributions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GoldPosition>> _positions = new(StringComparer.Ordinal);
    private readonly List<GoldChange> _changes = [];
    private readonly List<GoldQuotation> _quotations = [];
    private bool _hasPositions;

    /// <summary>Tables of the articles in the file at <paramref name="articlesPath"/>.</summary>
    /// <exception cref="InvalidDataException">An article cannot be read.</exception>
    public GoldTables(string articlesPath)
    {
        var reader = new ArticleReader();
        foreach (RawArticle raw in Lines(articlesPath))
        {
            ReadResult read = reader.Read(raw);
            if (read.Problem is { } problem)
            {
                throw new InvalidDataException($"{read.Origin}: {problem}");
            }

            _order.Add(read.Article.Id);
            _articles[read.Article.Id] = (raw, read.Article.Text);
        }
    }

    /// <summary>The articles with their annotations, in the order of their file.</summary>
    public IReadOnlyList<GoldArticle> Articles =>
    [
        .. _order.Select(id => new GoldArticle
        {
            Id = id,
            Text = _articles[id].Text,
            Input = _articles[id].Input,
            // Attributions are marked in some articles only; positions in all of them.
            Attributions = _attributions.GetValueOrDefault(id),
            Positions = _hasPositions ? _positions.GetValueOrDefault(id) ?? [] : null,
        }),
    ];

    /// <summary>The changes, in the order of their file.</summary>
    public IReadOnlyList<GoldChange> Changes => _changes;

    /// <summary>The quotations, in the order of their file.</summary>
    public IReadOnlyList<GoldQuotation> Quotations => _quotations;

    /// <summary>Whether the file at <paramref name="path"/> is a table and not a file of records: its lines name an article.</summary>
    public static bool IsTable(string path)
    {
        if (Lines(path).FirstOrDefault() is not { Problem: null } first)
        {
            return false;
        }

        using JsonDocument row = RecordFields.Parse(first.Bytes);
        return row.RootElement.Field("article") is not null || row.RootElement.Field("relation") is not null;
    }

    /// <summary>Adds the rows of a table.</summary>
    /// <exception cref="InvalidDataException">A row cannot be understood.</exception>
    public void Add(string path)
    {
        foreach (RawArticle line in Lines(path))
        {
            try
            {
                using JsonDocument row = RecordFields.Parse(line.Bytes);
                Add(row.RootElement);
            }
            catch (InvalidDataException e)
            {
                throw new InvalidDataException($"{line.Origin}: {e.Message}", e);
            }
        }
    }

    // Lines of JSON come like records of articles do, also from gzipped files.
    private static IEnumerable<RawArticle> Lines(string path) => ArticleFiles.Read([path], () => Stream.Null)
        .Select(line => line.Problem is { } problem ? throw new InvalidDataException($"{line.Origin}: {problem}") : line);

    private void Add(JsonElement row)
    {
        if (row.Field("members") is { } members)
        {
            _quotations.Add(new GoldQuotation(
                row.RequiredText("group"),
                row.RequiredText("relation"),
                [.. members.EnumerateArray().Select(member => new GoldPlace(member.RequiredText("article"), member.RequiredText("text")))]));
            return;
        }

        if (row.Field("relation") is not null)
        {
            _changes.Add(new GoldChange(
                row.RequiredText("party"), row.RequiredText("issue"), PlaceOf(row, "from"),
                PlaceOf(row, "to") ?? throw new InvalidDataException("to is missing"), row.RequiredText("relation")));
            return;
        }

        string article = row.RequiredText("article");
        string text = _articles.TryGetValue(article, out (RawArticle, string Text) found)
            ? found.Text
            : throw new InvalidDataException($"there is no article {article} in articles.jsonl");
        if (row.Field("issue") is not null)
        {
            _hasPositions = true;
            ListOf(_positions, article).Add(PositionOf(row, text));
        }
        else
        {
            ListOf(_attributions, article).Add(new GoldAttribution(
                row.Spans("source", text), row.Spans("cue", text), row.Spans("content", text), row.Text("speaker"), TypeOf(row)));
        }
    }

    private static AttributionType? TypeOf(JsonElement row) =>
        Enum.TryParse(row.Text("type"), ignoreCase: true, out AttributionType type) ? type : null;

    private static GoldPosition PositionOf(JsonElement row, string text)
    {
        string evidence = row.RequiredText("evidence");
        return new GoldPosition
        {
            Party = row.Text("party"),
            Issue = row.RequiredText("issue"),
            Stance = row.RequiredText("stance"),
            Places = [.. row.Texts("also").Prepend(evidence).SelectMany(words => PlacesOf(words, text))],
            Evidence = evidence,
            Holder = row.Text("holder"),
            Act = row.Text("act"),
            Kind = row.Text("kind"),
            Date = row.Text("statement_date"),
            IsReiterated = row.Flag("reiterated"),
            ReportedBy = row.Text("reported_by"),
            Condition = row.Text("condition") is { Length: > 0 } condition ? [.. PlacesOf(condition, text)] : null,
            IsDoubtful = row.Flag("doubtful"),
        };
    }

    private static IEnumerable<TextSpan> PlacesOf(string words, string text)
    {
        int at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
        for (; at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            yield return new TextSpan(at, at + words.Length);
        }
    }

    private static GoldPlace? PlaceOf(JsonElement row, string name) =>
        row.Field(name) is { } place ? new GoldPlace(place.RequiredText("article"), place.RequiredText("evidence")) : null;

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string article)
    {
        if (!lists.TryGetValue(article, out List<T>? list))
        {
            lists[article] = list = [];
        }

        return list;
    }
}
