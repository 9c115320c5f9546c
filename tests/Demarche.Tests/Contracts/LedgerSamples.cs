using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;

namespace Demarche.Tests.Contracts;

/// <summary>Articles of an invented dispute over a strait, coded by hand.</summary>
internal static class LedgerSamples
{
    public const string Text =
        "Talks on the strait resumed.\n"
        + "\"The ferries must sail again before winter,\" Minister Ada Brunn said on Monday. "
        + "Norland rejects a toll unless 40 pilots are hired.\nRead more: ferries.";

    private const string Ferries = "The ferries must sail again before winter";

    private const string Toll = "Norland rejects a toll unless 40 pilots are hired";

    public static CodedArticle Article(string id = "n01", string text = Text, string? url = null, string? outlet = "Norland Post") => new()
    {
        Article = new Article
        {
            Id = id,
            Text = text,
            Url = url,
            Outlet = outlet,
            Title = "Ferries",
            Byline = "By a reporter",
            Published = new DateOnly(2031, 4, 8),
            PublishedBasis = DateBasis.Given,
            Language = "en",
            Furniture = [new Furniture(SpanOf(text, "Read more: ferries."), "related link")],
            Extra = new Dictionary<string, string> { ["desk"] = "\"foreign\"" },
        },
        Attributions =
        [
            new Attribution
            {
                Id = "a1",
                Kind = AttributionKind.Direct,
                Source = [SpanOf(text, "Minister Ada Brunn")],
                Cue = [SpanOf(text, "said")],
                Content = [SpanOf(text, Ferries)],
                Speaker = "Ada Brunn",
                SpeakerParty = "norland",
                Confidence = 0.9,
            },
        ],
        Positions = [FerriesDemanded(text), TollRejected(text)],
        Times = [new TimeExpression(SpanOf(text, "Monday"), "DATE", "2031-04-07")],
    };

    public static TextSpan SpanOf(string text, string part)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        return start < 0 ? default : new TextSpan(start, start + part.Length);
    }

    public static Position FerriesDemanded(string text = Text) => new()
    {
        Id = "p1",
        AttributionId = "a1",
        Holder = "Ada Brunn",
        Party = "norland",
        Issue = "ferry-service",
        Direction = Direction.Supports,
        Strength = 3,
        Act = Act.Demand,
        Date = new DateOnly(2031, 4, 7),
        DateBasis = "text",
        Evidence = SpanOf(text, Ferries),
        Kind = AttributionKind.Direct,
        Confidence = 0.8,
        Why = "must",
    };

    public static Position TollRejected(string text = Text) => new()
    {
        Id = "p2",
        Holder = "Norland",
        Party = "norland",
        Issue = "toll",
        Direction = Direction.Supports,
        Strength = 3,
        Act = Act.Reject,
        Condition = SpanOf(text, "unless 40 pilots are hired"),
        ConditionIssues = ["pilots"],
        Quantities = [new Quantity(SpanOf(text, "40 pilots"), 40, "pilots")],
        Evidence = SpanOf(text, Toll),
        Confidence = 0.6,
        Why = "rejects",
    };
}
