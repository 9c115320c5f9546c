using Demarche.Core.Reading.Furnishings;
using Demarche.Core.Reading.Languages;
using Demarche.Core.Reading.Outlets;
using Demarche.Core.Reading.Pages;
using Demarche.Core.Reading.Sources.Documents;

namespace Demarche.Core.Reading;

/// <summary>Reads the bytes of an article: encoding, fields, clean text, furniture, day of publication. Safe to share between threads.</summary>
public sealed class ArticleReader
{
    /// <summary>Names that outlets go by.</summary>
    public OutletRegistry Outlets { get; init; } = OutletRegistry.Empty;

    /// <summary>Whether what a page shows beside its article is kept, with the reasons.</summary>
    public bool KeepsCut { get; init; } = true;

    /// <summary>The article in <paramref name="raw"/>, or the reason why there is none.</summary>
    public ReadResult Read(RawArticle raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (raw.Problem is not null)
        {
            return Failed(raw, raw.Problem);
        }

        return raw.Kind switch
        {
            RawKind.Record => ReadRecord(raw),
            RawKind.Link => Failed(raw, "a link to a page that was not fetched; demarche add fetches it with --fetch"),
            RawKind.Word => ReadWord(raw),
            _ when PlainText.ProblemOf(raw.Bytes.Span) is { } problem => Failed(raw, problem),
            RawKind.Page => FinishPage(raw, Template(raw), PageEncoding.Decode(raw.Bytes.Span, raw.Charset)),
            _ => FinishText(raw, Template(raw) with { Text = PlainText.WithLineFeeds(TextDecoder.Decode(raw.Bytes.Span, raw.Charset is null ? null : TextDecoder.Named(raw.Charset))) }),
        };
    }

    private ReadResult ReadWord(RawArticle raw)
    {
        (string text, string? title) = WordReader.Read(raw.Bytes, out string? problem);
        return problem is not null ? Failed(raw, problem) : FinishText(raw, Template(raw) with { Text = PlainText.WithLineFeeds(text), Title = title });
    }

    private static Article Template(RawArticle raw) => raw.Given ?? new Article { Id = raw.Id, Text = "" };

    private ReadResult ReadRecord(RawArticle raw)
    {
        var record = new InputRecord();
        string? problem = record.Fill(raw.Bytes.Span, raw.Fields);
        string? text = record["text"];
        string? html = record["html"];
        problem ??= text is not null && html is not null ? "both text and html: one of them is wanted"
            : text is null && html is null && record["title"] is null ? "neither text nor html, nor a title"
            : null;
        DateOnly? published = PublicationDay.Parse(record["published"]);
        Article article = OptionalFields.Take(new Article
        {
            Id = record["id"] ?? raw.Id,
            Text = PlainText.WithLineFeeds(text ?? ""),
            Url = record["url"],
            Outlet = record["outlet"],
            Title = record["title"],
            Byline = record["byline"],
            Published = published,
            PublishedAt = StatedTime.At(record["published"], published),
            PublishedBasis = published is null ? DateBasis.Unknown : DateBases.Parse(record["published_basis"]),
            Language = record["language"],
            Extra = record.Extra,
        });
        return problem is not null ? new ReadResult(raw.Origin, article, problem)
            : html is not null ? FinishPage(raw, article, html)
            : FinishText(raw, article);
    }

    private ReadResult FinishPage(RawArticle raw, Article given, string html)
    {
        if (PlainText.ProblemOf(html, ReadingLimits.InputBytes) is { } problem)
        {
            return new ReadResult(raw.Origin, given, problem);
        }

        (Article article, string? unlike) = PageReader.Read(given, html, raw.Address, KeepsCut);
        return unlike is not null ? new ReadResult(raw.Origin, article, unlike) : Finish(raw, article, hasHead: false);
    }

    private ReadResult FinishText(RawArticle raw, Article article)
    {
        ReadResult read = Finish(raw, article, hasHead: true);
        return read.Problem is null ? read with { Article = TextHead.Fill(read.Article) } : read;
    }

    // A headline alone says what happened, if not who said what: outlets can still be compared by it.
    private ReadResult Finish(RawArticle raw, Article article, bool hasHead) =>
        !(article.Text.Length == 0 && !string.IsNullOrWhiteSpace(article.Title)) && PlainText.ProblemOf(article.Text) is { } problem
            ? new ReadResult(raw.Origin, article, problem)
            : new ReadResult(raw.Origin, Furnished(WithDay(WithOrigin(article, raw)), hasHead), null);

    private Article WithOrigin(Article article, RawArticle raw)
    {
        string? address = article.Url ?? raw.Address;
        string? outlet = article.Outlet ?? raw.Outlet;
        KnownOutlet? known = Outlets.Find(address, outlet);
        return article with
        {
            Outlet = known?.Name ?? outlet,
            Url = address,
            Language = article.Language ?? LanguageDetector.Detect(article.Text) ?? known?.Language,
        };
    }

    private static Article Furnished(Article article, bool hasHead) => article with { Furniture = FurnitureFinder.Find(article.Text, hasHead) };

    private static Article WithDay(Article article) =>
        article.Published is not null ? article
        : PublicationDay.OfAddress(article.Url) is { } fromUrl
            ? article with { Published = fromUrl, PublishedBasis = DateBasis.Url }
        : PublicationDay.OfText(article.Text) is { } fromText
            ? article with { Published = fromText, PublishedBasis = DateBasis.Text }
        : article;

    private static ReadResult Failed(RawArticle raw, string problem) =>
        new(raw.Origin, Template(raw), problem);
}
