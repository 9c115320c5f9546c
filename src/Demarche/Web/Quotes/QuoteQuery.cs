using Demarche.Core.Ledger;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Quotes;

/// <summary>What a search of statements asks for; what is null does not restrict. Values that mean nothing are passed over: an address may be typed.</summary>
/// <param name="Words">What was typed.</param>
/// <param name="Party">Codebook id of the speaker's party.</param>
/// <param name="Outlet">Name of the outlet, or a part of it; case is ignored.</param>
/// <param name="Since">First day of publication.</param>
/// <param name="Until">Last day of publication.</param>
public sealed record QuoteQuery(string? Words, string? Party, string? Outlet, DateOnly? Since, DateOnly? Until)
{
    /// <summary>The query of a request.</summary>
    public static QuoteQuery Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        IQueryCollection query = request.Query;
        return new QuoteQuery(Fields.Word(query["q"]), Fields.Word(query["party"]), Fields.Word(query["outlet"]), Fields.Day(query["since"]), Fields.Day(query["until"]));
    }

    /// <summary>Whether something other than the words restricts what is shown.</summary>
    public bool HasFilter => Party is not null || Outlet is not null || Since is not null || Until is not null;

    /// <summary>Whether a statement is wanted.</summary>
    public bool Admits(QuoteHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        LedgerArticle article = hit.Line.Article;
        return (Party is null || hit.Line.Attribution.SpeakerParty == Party)
            && (Outlet is null || (article.Outlet?.Contains(Outlet, StringComparison.OrdinalIgnoreCase) ?? false))
            && (Since is null || article.Published >= Since)
            && (Until is null || article.Published <= Until);
    }
}
