using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Tests.Core.Comparisons;
using Xunit;

namespace Demarche.Tests.Core.Exchange;

public sealed class ChangeFeedTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteLedger _ledger;

    public ChangeFeedTests() => _ledger = SqliteLedger.Create(_folder["ledger"]);

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Both_feeds_tell_of_the_same_changes_in_the_order_given()
    {
        PositionChange[] changes = [.. ChangeDetector.Detect([Line.Of(2, 1), Line.Of(9, 3), Line.Of(20, -2)]).Where(change => change.IsMove).Reverse()];
        XElement[] entries = [.. AtomOf(changes).Elements(Atom + "entry")];
        JsonElement[] items = [.. JsonOf(changes).GetProperty("items").EnumerateArray()];
        Assert.Equal(2, changes.Length);
        Assert.Equal(entries.Select(entry => entry.Element(Atom + "id")!.Value), items.Select(item => item.GetProperty("id").GetString()));
        Assert.Equal(["2031-05-20T00:00:00Z", "2031-05-09T00:00:00Z"], entries.Select(entry => entry.Element(Atom + "updated")!.Value));
        Assert.Equal("norland: reversed - toll", items[0].GetProperty("title").GetString());
        Assert.Equal("https://desk.example/articles/post-20#line-post-20/-2/", items[0].GetProperty("url").GetString());
    }

    [Fact]
    public void A_summary_has_the_words_before_and_after_with_their_holder_and_day()
    {
        PositionChange change = ChangeDetector.Detect([Line.Of(2, 1), Line.Of(9, 3)]).Single(found => found.IsMove);
        string text = JsonOf(change).GetProperty("items")[0].GetProperty("content_text").GetString()!;
        Assert.Equal("Before: “toll!” (Ada Brunn, unknown outlet, 2031-05-02). Now: “toll!” (Ada Brunn, unknown outlet, 2031-05-09).", text);
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_do_not_break_the_feed()
    {
        LedgerEntry odd = Line.Of(9, 3) with { Evidence = "a\u0001b <c> & \ud83d\ude00" };
        PositionChange change = ChangeDetector.Detect([Line.Of(2, 1), odd]).Single(found => found.IsMove);
        Assert.Contains("a\uFFFDb <c> & \ud83d\ude00", AtomOf(change).Element(Atom + "entry")!.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_of_nothing_is_a_feed()
    {
        Assert.Empty(AtomOf().Elements(Atom + "entry"));
        Assert.Equal(0, JsonOf().GetProperty("items").GetArrayLength());
    }

    private XElement AtomOf(params PositionChange[] changes) => XElement.Parse(Written((feed, output) => feed.WriteAtom(changes, output)));

    private JsonElement JsonOf(params PositionChange[] changes) => JsonElement.Parse(Written((feed, output) => feed.WriteJson(changes, output)));

    private string Written(Action<ChangeFeed, Stream> write)
    {
        var feed = new ChangeFeed(DisputeOverview.Of(_ledger, null, new LedgerQuery()), "The toll", new Uri("https://desk.example/"));
        using var output = new MemoryStream();
        write(feed, output);
        return new UTF8Encoding(false).GetString(output.ToArray()).TrimStart('\uFEFF');
    }
}
