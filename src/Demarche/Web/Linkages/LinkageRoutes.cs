using Demarche.Core.Comparisons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Linkages;

/// <summary>What hangs on what.</summary>
internal static class LinkageRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/linkages", (LedgerSource source) => Page.Of<LinkagesPage>(new
    {
        Gaps = source.Cached("gaps", () => DisputeGaps.Of(source.Ledger, null, IssueRelations.Of(source.Codebook))),
    }));
}
