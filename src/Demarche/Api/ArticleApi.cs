using System.Buffers;
using Demarche.Api.Schemas;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api;

/// <summary>Articles, and who said what in them.</summary>
internal static class ArticleApi
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/articles", Articles).Produces<Paged<ArticleShape>>();
        api.MapGet("/articles/{key}", Article).Produces<RecordShape>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/attributions", Attributions).Produces<Paged<AttributionShape>>();
        api.MapGet("/quotes", Quotes).Produces<Paged<AttributionShape>>();
    }

    /// <summary>Articles in their current revision, by day of publication.</summary>
    /// <param name="context">The request.</param>
    /// <param name="source">The ledger.</param>
    /// <param name="words">Words of title or text, in any of their forms; the best match then comes first. Words in double quotes stand together, -word must not occur, OR stands between alternatives, word* begins a word.</param>
    /// <param name="outlet">Name of the outlet; case is ignored.</param>
    /// <param name="since">First day of publication.</param>
    /// <param name="until">Last day of publication.</param>
    /// <param name="page">Which part of the list.</param>
    internal static IResult Articles(
        HttpContext context,
        LedgerSource source,
        [FromQuery] string? words,
        [FromQuery] string? outlet,
        [FromQuery] DateOnly? since,
        [FromQuery] DateOnly? until,
        [AsParameters] ApiPage page)
    {
        IEnumerable<LedgerArticle> articles = words is null ? source.Ledger.Articles() : source.Ledger.Search(words).Select(hit => hit.Article);
        return ApiAnswer.Page(articles.Where(article => IsWanted(article, outlet, since, until)), page, context, EntryWriter.WriteArticle);
    }

    /// <summary>An article with all that the machine read from it, as a record of `demarche extract`.</summary>
    /// <remarks>No correction is applied; lines as people want them are under /positions and /attributions.</remarks>
    /// <param name="source">The ledger.</param>
    /// <param name="key">Key of the article.</param>
    /// <param name="revision">Number of the revision, from 1; the current one when absent.</param>
    internal static IResult Article(LedgerSource source, string key, [FromQuery] int? revision)
    {
        if (source.Ledger.ReadArticle(key, revision) is not { } coded)
        {
            return Results.Problem($"The ledger has no article '{key}'{(revision is null ? "" : $" with a revision {revision}")}. /api/articles lists them.", statusCode: StatusCodes.Status404NotFound);
        }

        var buffer = new ArrayBufferWriter<byte>();
        RecordWriter.Write(coded, buffer);
        return Results.Bytes(buffer.WrittenMemory, "application/json; charset=utf-8");
    }

    /// <summary>Who said what, by article and place, corrections applied.</summary>
    /// <param name="context">The request.</param>
    /// <param name="source">The ledger.</param>
    /// <param name="article">Key of an article: only its attributions.</param>
    /// <param name="party">Codebook id of the speaker's party.</param>
    /// <param name="speaker">Name of the speaker; case is ignored.</param>
    /// <param name="outlet">Name of the outlet; case is ignored.</param>
    /// <param name="since">First day of publication.</param>
    /// <param name="until">Last day of publication.</param>
    /// <param name="page">Which part of the list.</param>
    internal static IResult Attributions(
        HttpContext context,
        LedgerSource source,
        [FromQuery] string? article,
        [FromQuery] string? party,
        [FromQuery] string? speaker,
        [FromQuery] string? outlet,
        [FromQuery] DateOnly? since,
        [FromQuery] DateOnly? until,
        [AsParameters] ApiPage page)
    {
        IEnumerable<string> articles = article is not null
            ? [article]
            : source.Ledger.Articles().Where(found => IsWanted(found, outlet, since, until)).Select(found => found.Key);
        IEnumerable<LedgerAttribution> lines = articles.SelectMany(source.Ledger.Attributions).Where(line => line.State != LineState.Rejected
            && (party is null || line.Attribution.SpeakerParty == party)
            && (speaker is null || string.Equals(line.Attribution.Speaker, speaker, StringComparison.OrdinalIgnoreCase)));
        return ApiAnswer.Page(lines, page, context, QuoteWriter.Write);
    }

    /// <summary>Statements that hold certain words, oldest first.</summary>
    /// <param name="context">The request.</param>
    /// <param name="source">The ledger.</param>
    /// <param name="words">The words. In double quotes they stand together, -word must not occur, OR stands between alternatives, word* begins a word.</param>
    /// <param name="page">Which part of the list.</param>
    internal static IResult Quotes(HttpContext context, LedgerSource source, [FromQuery] string words, [AsParameters] ApiPage page) =>
        ApiAnswer.Page(source.Ledger.Quotes(words), page, context, QuoteWriter.Write);

    private static bool IsWanted(LedgerArticle article, string? outlet, DateOnly? since, DateOnly? until) =>
        (outlet is null || string.Equals(article.Outlet, outlet, StringComparison.OrdinalIgnoreCase))
        && (since is null || article.Published >= since)
        && (until is null || article.Published <= until);
}
