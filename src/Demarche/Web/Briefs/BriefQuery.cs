using Demarche.Core;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Briefs;

/// <summary>Which brief the address asks for.</summary>
/// <param name="Issues">Codebook ids of the issues wanted; empty = all.</param>
/// <param name="At">As things stood on this day; null = now.</param>
/// <param name="Since">First day of the changes told.</param>
public sealed record BriefQuery(IReadOnlyList<string> Issues, DateOnly? At, DateOnly? Since)
{
    // A quarter: what a brief that nobody dated tells of what moved.
    private const int UsualDays = 90;

    /// <summary>The query of a request.</summary>
    public static BriefQuery Of(HttpRequest request, DateOnly? lastDay)
    {
        DateOnly? at = Fields.Day(request.Query["at"]) is { } day && day < lastDay ? day : null;
        return new BriefQuery(
            [.. request.Query["issue"].OfType<string>().Where(issue => issue.Length > 0).Distinct(StringComparer.Ordinal)],
            at,
            Fields.Day(request.Query["since"]) ?? (at ?? lastDay)?.Shift(-UsualDays));
    }

    /// <summary>The address of the same brief, or of its citations.</summary>
    public string Address(string path) => PageAddress.With(
        path,
        [.. Issues.Select(issue => ("issue", (string?)issue)), ("at", PageAddress.Day(At)), ("since", PageAddress.Day(Since))]);

    /// <summary>Whether an issue is wanted.</summary>
    public bool Wants(string issue) => Issues.Count == 0 || Issues.Contains(issue, StringComparer.Ordinal);
}
