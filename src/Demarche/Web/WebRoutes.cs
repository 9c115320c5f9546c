using Demarche.Api;
using Demarche.Web.Access;
using Demarche.Web.Actors;
using Demarche.Web.Articles;
using Demarche.Web.Articles.Review;
using Demarche.Web.Briefs;
using Demarche.Web.Changes;
using Demarche.Web.Codebooks;
using Demarche.Web.Issues;
using Demarche.Web.Layout;
using Demarche.Web.Linkages;
using Demarche.Web.Matrix;
using Demarche.Web.Outlets;
using Demarche.Web.Quotes;
using Demarche.Web.Sources;
using Demarche.Web.Stories;
using Demarche.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web;

/// <summary>All routes, one file a group; a new group is added here.</summary>
internal static class WebRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        AssetRoutes.Map(app);
        LoginRoutes.Map(app);
        ThemeRoutes.Map(app);

        // Pages: the same address gives the same bytes until the ledger changes.
        RouteGroupBuilder pages = app.MapGroup("").AddEndpointFilter<LedgerCaching>();
        MatrixRoutes.Map(pages);
        IssueRoutes.Map(pages);
        ChangeRoutes.Map(pages);
        LinkageRoutes.Map(pages);
        ArticleRoutes.Map(pages);
        ReviewRoutes.Map(pages);
        BriefRoutes.Map(pages);
        StoryRoutes.Map(pages);
        OutletRoutes.Map(pages);
        QuoteRoutes.Map(pages);
        ActorRoutes.Map(pages);
        ApiRoutes.Map(pages);

        // What changes without the ledger, and what changes the ledger.
        SourceRoutes.Map(app);
        SourceRoutes.MapForms(app);
        CodebookRoutes.Map(app);
        WorkRoutes.Map(app);
        ActorRoutes.MapForms(app);
    }
}
