using System.Globalization;
using System.Text.Json;
using System.Xml;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;

namespace Demarche.Core.Exchange;

/// <summary>Writes what changed as a feed that any reader can subscribe to: Atom (RFC 4287) or JSON Feed 1.1. Same changes, same bytes.</summary>
public sealed class ChangeFeed
{
    private const string AtomNames = "http://www.w3.org/2005/Atom";

    private readonly DisputeOverview _overview;
    private readonly string _title;
    private readonly Uri _site;

    /// <summary>A feed of the changes of <paramref name="overview"/>.</summary>
    /// <param name="overview">Names parties and issues.</param>
    /// <param name="title">Title of the feed.</param>
    /// <param name="site">Address of the first page, which entries link below.</param>
    public ChangeFeed(DisputeOverview overview, string title, Uri site)
    {
        ArgumentNullException.ThrowIfNull(overview);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(site);
        _overview = overview;
        _title = title;
        _site = site;
    }

    /// <summary>Writes <paramref name="changes"/> as an Atom feed, in their order.</summary>
    public void WriteAtom(IReadOnlyList<PositionChange> changes, Stream output)
    {
        ArgumentNullException.ThrowIfNull(changes);
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", CheckCharacters = true, CloseOutput = false });
        xml.WriteStartElement("feed", AtomNames);
        xml.WriteElementString("id", AtomNames, _site.AbsoluteUri);
        xml.WriteElementString("title", AtomNames, Printable(_title));
        xml.WriteElementString("updated", AtomNames, Moment(changes.Max(change => change.Date)));
        WriteLink(xml, "self", new Uri(_site, "changes.atom"));
        WriteLink(xml, "alternate", new Uri(_site, "changes"));
        foreach (PositionChange change in changes)
        {
            xml.WriteStartElement("entry", AtomNames);
            xml.WriteElementString("id", AtomNames, IdOf(change));
            xml.WriteElementString("title", AtomNames, Printable(TitleOf(change)));
            xml.WriteElementString("updated", AtomNames, Moment(change.Date));
            xml.WriteStartElement("author", AtomNames);
            xml.WriteElementString("name", AtomNames, Printable(change.To.Lead.Article.Outlet ?? "unknown outlet"));
            xml.WriteEndElement();
            WriteLink(xml, "alternate", AddressOf(change));
            xml.WriteElementString("summary", AtomNames, Printable(SummaryOf(change)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Writes <paramref name="changes"/> as a JSON Feed, in their order.</summary>
    public void WriteJson(IReadOnlyList<PositionChange> changes, Stream output)
    {
        ArgumentNullException.ThrowIfNull(changes);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", _title);
        json.WriteString("home_page_url", new Uri(_site, "changes").AbsoluteUri);
        json.WriteString("feed_url", new Uri(_site, "changes.json").AbsoluteUri);
        json.WriteStartArray("items");
        foreach (PositionChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("id", IdOf(change));
            json.WriteString("url", AddressOf(change).AbsoluteUri);
            json.WriteString("title", TitleOf(change));
            json.WriteString("content_text", SummaryOf(change));
            json.WriteString("date_published", Moment(change.Date));
            json.WriteStartArray("tags");
            json.WriteStringValue(change.Party);
            json.WriteStringValue(change.Issue);
            json.WriteStringValue(Words.Of(change.Relation));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLink(XmlWriter xml, string relation, Uri address)
    {
        xml.WriteStartElement("link", AtomNames);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    // The line that shows it and what happened there: the same change has the same id on every machine.
    private static string IdOf(PositionChange change) =>
        $"urn:demarche:change:{change.To.Lead.Article.Key}:{change.To.Lead.Key}:{Words.Of(change.Relation).Replace(' ', '-')}";

    private string TitleOf(PositionChange change) =>
        $"{_overview.PartyName(change.Party)}: {Words.Of(change.Relation)} - {_overview.IssueLabel(change.Issue)}";

    private static string SummaryOf(PositionChange change)
    {
        string now = change.Relation == ChangeRelation.Dormant ? "Last" : "Now";
        string before = change.From is { } from && change.Relation != ChangeRelation.Dormant ? $"Before: {Quote(from.Lead)} " : "";
        return $"{before}{now}: {Quote(change.To.Lead)} {(change.IsLesserVoice ? "Only a lesser voice tells it." : "")}".TrimEnd();
    }

    private static string Quote(LedgerEntry entry) =>
        $"“{entry.Evidence}” ({entry.Position.Holder}, {entry.Article.Outlet ?? "unknown outlet"}, {entry.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated"}).";

    private Uri AddressOf(PositionChange change) =>
        new(_site, $"articles/{change.To.Lead.Article.Key}#line-{change.To.Lead.Key}");

    // A day has no hour: midnight UTC, so that the order is that of the days.
    private static string Moment(DateOnly? day) => (day ?? DateOnly.MinValue).ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    // XML has no place for most control characters, whatever their escape.
    private static string Printable(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
