using System.Buffers;
using System.Text;
using System.Text.Json;
using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Exchange;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;
using Xunit;

namespace Demarche.Tests.Core.Exchange;

public sealed class RecordWriterTests
{
    private const string Text = "On Monday the union said \"no\" unless 300 jobs stay.";

    [Fact]
    public void Writes_every_field_in_the_documented_order()
    {
        var coded = new CodedArticle
        {
            Article = new Article
            {
                Id = "x",
                Text = Text,
                Published = new DateOnly(2031, 5, 6),
                PublishedBasis = DateBasis.Given,
                Furniture = [new Furniture(new TextSpan(0, 2), "byline")],
                Extra = new Dictionary<string, string> { ["z"] = "1", ["a"] = "[true]" },
            },
            Attributions =
            [
                new Attribution
                {
                    Id = "a1",
                    Kind = AttributionKind.Mixed,
                    Source = [new TextSpan(10, 19)],
                    Cue = [new TextSpan(20, 24)],
                    Content = [new TextSpan(25, 50)],
                    Confidence = 0.123456,
                },
            ],
            Positions =
            [
                new Position
                {
                    Id = "p1",
                    Holder = "union",
                    Issue = "closure",
                    Direction = Direction.Opposes,
                    Strength = 3,
                    Act = Act.Reject,
                    Condition = new TextSpan(30, 50),
                    Quantities = [new Quantity(new TextSpan(37, 40), 300, "jobs")],
                    Evidence = new TextSpan(25, 50),
                    Confidence = 1,
                    Why = "w",
                },
            ],
            Times = [new TimeExpression(new TextSpan(3, 9), "DATE", "2031-05-05")],
        };

        const string expected = """
            {"id":"x","url":null,"outlet":null,"title":null,"byline":null,"published":"2031-05-06","published_basis":"given","language":null,
            "text":"On Monday the union said \"no\" unless 300 jobs stay.",
            "furniture":[{"start":0,"end":2,"reason":"byline"}],
            "attributions":[{"id":"a1","parent":null,"kind":"mixed","type":"statement","source":[{"start":10,"end":19,"text":"the union"}],
            "cue":[{"start":20,"end":24,"text":"said"}],"content":[{"start":25,"end":50,"text":"\"no\" unless 300 jobs stay"}],
            "speaker":null,"speaker_party":null,"addressee":null,"confidence":0.1235}],
            "positions":[{"id":"p1","attribution":null,"holder":"union","party":null,"issue":"closure","stance":"conditional","direction":-1,
            "strength":3,"act":"reject","condition":{"start":30,"end":50,"text":"unless 300 jobs stay"},"condition_issues":[],
            "addressee":null,"quantities":[{"span":{"start":37,"end":40,"text":"300"},"value":300,"unit":"jobs"}],"reiterated":false,
            "reported_by":null,"date":null,"date_basis":null,"evidence":{"start":25,"end":50,"text":"\"no\" unless 300 jobs stay"},
            "kind":"narrator","confidence":1,"why":"w"}],
            "times":[{"start":3,"end":9,"text":"Monday","type":"DATE","value":"2031-05-05"}],"model":"MODEL","error":null,"extra":{"a":[true],"z":1}}
            """;
        Assert.Equal(
            expected.ReplaceLineEndings("").Replace("MODEL", ArticlePipeline.Rules, StringComparison.Ordinal) + "\n", Line(coded));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("“curly” é 中 \ud83d\ude00 \u2028 a < b & c \u0000 \u007f")]
    [InlineData("half \ud83d pairs \ude00\ud83d, \ud83d\ude00 whole, \"quoted\" \\ and\ttabs")]
    public void A_record_fed_back_gives_the_same_record(string text)
    {
        var article = new Article
        {
            Id = text,
            Text = text,
            Title = text,
            Published = new DateOnly(2031, 5, 6),
            PublishedBasis = DateBasis.Meta,
            PublishedAt = new StatedTime(new DateOnly(2031, 5, 6), new TimeOnly(8, 30), TimeSpan.FromHours(1)),
            Updated = new StatedTime(new DateOnly(2031, 5, 7), null, null),
            IsTruncated = true,
            Remarks = [text],
            Cut = [new CutText(text, "link")],
            Extra = new Dictionary<string, string> { ["lean"] = "{\"a\": [1]}" },
        };
        string once = Line(new CodedArticle { Article = article });

        ReadResult again = new ArticleReader().Read(
            new RawArticle { Origin = "o", Id = "i", Bytes = Encoding.UTF8.GetBytes(once) });

        Assert.Null(again.Problem);
        Assert.Equal(text, again.Article.Text);
        Assert.Equal(["lean"], again.Article.Extra.Keys);
        Assert.Equal(once, Line(new CodedArticle { Article = again.Article }));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(once).RootElement.ValueKind);
    }

    [Fact]
    public void A_field_of_a_known_name_that_holds_something_else_stays_as_it_is()
    {
        const string Record = """{"id":"x","text":"a b","updated":"soon","truncated":"no","remarks":"none","cut":[{"reason":"link"}],"published_at":"2031-05-06"}""";

        Article article = new ArticleReader().Read(new RawArticle { Origin = "o", Id = "i", Bytes = Encoding.UTF8.GetBytes(Record) }).Article;

        Assert.Equal(["cut", "published_at", "remarks", "truncated", "updated"], article.Extra.Keys.Order(StringComparer.Ordinal));
    }

    private static string Line(CodedArticle coded)
    {
        var output = new ArrayBufferWriter<byte>();
        RecordWriter.Write(coded, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
