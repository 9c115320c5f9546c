using System.Globalization;
using Demarche.Core.Comparisons;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Changes;

/// <summary>Which changes the address asks for; what is null does not restrict.</summary>
/// <param name="Party">Codebook id of the party.</param>
/// <param name="Issue">Codebook id of the issue.</param>
/// <param name="Since">First day, inclusive.</param>
/// <param name="Relation">The one kind wanted; null = all that are moves.</param>
/// <param name="Page">Number of the page, from 1.</param>
public sealed record ChangesQuery(string? Party, string? Issue, DateOnly? Since, ChangeRelation? Relation, int Page)
{
    /// <summary>Changes on a page.</summary>
    public const int PageSize = 40;

    // A year: a feed of everything that ever moved is walked by nobody.
    private const int UsualDays = 365;

    /// <summary>The query of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="lastDay">Last day of the record: without a first day, a year up to it.</param>
    public static ChangesQuery Of(HttpRequest request, DateOnly? lastDay) => new(
        Fields.Word(request.Query["party"]),
        Fields.Word(request.Query["issue"]),
        Fields.Day(request.Query["since"]) ?? (lastDay is { DayNumber: > UsualDays } last ? last.AddDays(-UsualDays) : null),
        Fields.Choice<ChangeRelation>(request.Query["kind"]),
        Fields.PageNumber(request.Query["page"]));

    /// <summary>Whether a change is wanted.</summary>
    public bool Wants(PositionChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Relation is { } relation ? change.Relation == relation : change.IsMove;
    }

    /// <summary>The address of the same changes: page, feed, or another page of it.</summary>
    public string Address(string path, int page = 1) => PageAddress.With(
        path,
        ("party", Party),
        ("issue", Issue),
        ("since", PageAddress.Day(Since)),
        ("kind", Relation?.ToString().ToLowerInvariant()),
        ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));
}
