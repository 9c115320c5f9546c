using Demarche.Nlp.Text;

namespace Demarche.Core.Reading;

/// <summary>One published text as Reading gives it.</summary>
public sealed record Article
{
    /// <summary>The user's id for it: from the record, or the file name without extension.</summary>
    public required string Id { get; init; }

    /// <summary>The clean body, paragraphs parted by line feeds; every offset anywhere refers to it.</summary>
    public required string Text { get; init; }

    /// <summary>Canonical address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the outlet, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Headline, or null when only the text has it.</summary>
    public string? Title { get; init; }

    /// <summary>Author line, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>Day of publication, or null when nothing tells it.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>When on that day it was published, as it is stated, in the zone it is stated in; null when no time of day is.</summary>
    public StatedTime? PublishedAt { get; init; }

    /// <summary>When it was last changed, as it says itself; null when it does not say so or was not changed.</summary>
    public StatedTime? Updated { get; init; }

    /// <summary>Where <see cref="Published"/> comes from.</summary>
    public DateBasis PublishedBasis { get; init; } = DateBasis.Unknown;

    /// <summary>ISO 639-1 code, or null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Page furniture that stayed inside <see cref="Text"/>, in order, none overlapping; never read for statements.</summary>
    public IReadOnlyList<Furniture> Furniture { get; init; } = [];

    /// <summary>Whether the page shows only the beginning of the article to those who have not paid.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>What was done to the text beyond leaving things out, for a reader: "double-encoded characters repaired".</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What the page shows and the text leaves out, in page order; empty for plain text, of which nothing is cut.</summary>
    public IReadOnlyList<CutText> Cut { get; init; } = [];

    /// <summary>What it is, by the field <c>kind</c> of the record: "transcript", "document", or a report.</summary>
    public ArticleKind Kind => KindOf(Extra.GetValueOrDefault(KindField));

    /// <summary>Unknown fields of an input record, name to raw JSON, written back under <c>extra</c>.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the field of <see cref="Extra"/> that tells the kind.</summary>
    internal const string KindField = "kind";

    /// <summary>The kind that a field says; a report for anything unknown.</summary>
    /// <param name="json">The field as raw JSON, or null.</param>
    internal static ArticleKind KindOf(string? json) => json?.Trim('"').ToLowerInvariant() switch
    {
        "transcript" => ArticleKind.Transcript,
        "document" => ArticleKind.Document,
        _ => ArticleKind.Report,
    };
}

/// <summary>What an article is.</summary>
public enum ArticleKind
{
    /// <summary>A report, or nothing is known.</summary>
    Report,

    /// <summary>Who said what, word for word.</summary>
    Transcript,

    /// <summary>A plan, a decree, a signed statement: its own words.</summary>
    Document,
}

/// <summary>Where the day of publication comes from.</summary>
public enum DateBasis
{
    /// <summary>No day known.</summary>
    Unknown,

    /// <summary>The input record gave it.</summary>
    Given,

    /// <summary>The page's metadata.</summary>
    Meta,

    /// <summary>The address.</summary>
    Url,

    /// <summary>A date line in the text.</summary>
    Text,

    /// <summary>The feed that named the article.</summary>
    Feed,
}

/// <summary>Text of a page that is not the article's.</summary>
/// <param name="Text">The text.</param>
/// <param name="Reason">Why it was cut: "surroundings", "link", "outside the article".</param>
public sealed record CutText(string Text, string Reason);

/// <summary>Page furniture inside a text: an appeal for money, a share line, a link to another article.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units of the article's text.</param>
/// <param name="Reason">Which kind it is, in a word or two: "appeal", "related link", "byline", "dateline".</param>
public sealed record Furniture(TextSpan Span, string Reason)
{
    /// <summary>Reason of the place, day and agency in front of a report's first sentence; the sentence itself is read.</summary>
    public const string Dateline = "dateline";
}
