using System.Text.Json;
using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;

namespace Demarche.Core.Exchange;

/// <summary>Reads records back: what <see cref="RecordWriter"/> wrote, and what other programs or people wrote in the same form.</summary>
public static class RecordReader
{
    // A record made elsewhere may lack it; "calls for" is the middle.
    private const int UsualStrength = 2;

    private static readonly ArticleReader Articles = new();

    /// <summary>The records of a file, also gzipped.</summary>
    public static IEnumerable<CodedInput> ReadFile(string path) => ArticleFiles.Read([path], () => Stream.Null).Select(Read);

    /// <summary>The record in <paramref name="raw"/>; what is wrong with it stands in its error.</summary>
    public static CodedInput Read(RawArticle raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ReadResult read = Articles.Read(raw);
        if (read.Problem is { } problem)
        {
            return Failed(read, problem);
        }

        try
        {
            using JsonDocument record = RecordFields.Parse(raw.Bytes);
            return new CodedInput(read.Origin, Coded(read.Article, record.RootElement));
        }
        catch (InvalidDataException e)
        {
            return Failed(read, e.Message);
        }
    }

    private static CodedInput Failed(ReadResult read, string problem) =>
        new(read.Origin, new CodedArticle { Article = read.Article, Error = problem });

    private static CodedArticle Coded(Article article, JsonElement record) => new()
    {
        Article = article with { Furniture = [.. record.Items("furniture").Select(item => Furniture(item, article.Text))] },
        Attributions = [.. record.Items("attributions").Select((item, index) => Attribution(item, index, article.Text))],
        Positions = [.. record.Items("positions").Select((item, index) => Position(item, index, article.Text))],
        Times = [.. record.Items("times").Select(item => Time(item, article.Text))],
        Model = record.Text("model") ?? "unknown",
        Error = record.Text("error"),
    };

    private static Furniture Furniture(JsonElement item, string text) =>
        new(item.Span("furniture", text), item.Text("reason") ?? "");

    private static TimeExpression Time(JsonElement item, string text) =>
        new(item.Span("times", text), item.Text("type") ?? "DATE", item.Text("value") ?? "");

    private static Attribution Attribution(JsonElement item, int index, string text) => new()
    {
        Id = item.Text("id") ?? $"a{index + 1}",
        ParentId = item.Text("parent"),
        Kind = item.Word<AttributionKind>("kind") ?? AttributionKind.Indirect,
        Type = item.Word<AttributionType>("type") ?? AttributionType.Statement,
        Source = item.Spans("source", text),
        Cue = item.Spans("cue", text),
        Content = item.Spans("content", text),
        Speaker = item.Text("speaker"),
        SpeakerParty = item.Text("speaker_party"),
        Addressee = item.Text("addressee"),
        Confidence = item.Number("confidence") ?? 1,
    };

    private static Position Position(JsonElement item, int index, string text)
    {
        TextSpan? condition = item.Field("condition") is { } words ? words.Span("condition", text) : null;
        return new Position
        {
            Id = item.Text("id") ?? $"p{index + 1}",
            AttributionId = item.Text("attribution"),
            Holder = item.RequiredText("holder"),
            Party = item.Text("party"),
            Issue = item.RequiredText("issue"),
            Direction = DirectionOf(item),
            Strength = (int)(item.Number("strength") ?? UsualStrength),
            Act = item.Word<Act>("act") ?? Act.Assert,
            Condition = condition,
            ConditionIssues = [.. item.Texts("condition_issues")],
            Addressee = item.Text("addressee"),
            Quantities = [.. item.Items("quantities").Select(quantity => Quantity(quantity, text))],
            IsReiterated = item.Flag("reiterated"),
            ReportedBy = item.Text("reported_by"),
            Date = item.Day("date"),
            DateBasis = item.Text("date_basis"),
            Evidence = item.Field("evidence") is { } evidence
                ? evidence.Span("evidence", text)
                : throw new InvalidDataException($"position {index + 1} has no evidence"),
            Kind = item.Text("kind") is null or "narrator" ? null : item.Word<AttributionKind>("kind"),
            Confidence = item.Number("confidence") ?? 1,
            Why = item.Text("why") ?? "",
        };
    }

    private static Quantity Quantity(JsonElement item, string text) => new(
        item.Field("span") is { } span ? span.Span("span", text) : default,
        item.Number("value") ?? 0,
        item.Text("unit") ?? "");

    private static Direction DirectionOf(JsonElement item)
    {
        bool isOpposed = item.Number("direction") is { } sign ? sign < 0 : item.Text("stance") == "opposes";
        return isOpposed ? Direction.Opposes : Direction.Supports;
    }
}
