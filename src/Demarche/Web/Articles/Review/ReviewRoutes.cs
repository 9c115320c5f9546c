using Demarche.Core.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Articles.Review;

/// <summary>Decisions about the lines of an article: each is kept with its author and time, and can be taken back.</summary>
internal static class ReviewRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/articles/{key}/lines/{line}", Decide);
        routes.MapPost("/articles/{key}/lines", Add);
        routes.MapPost("/articles/{key}/undo", Undo);
        routes.MapPost("/coder", (HttpContext context, [FromForm] string? name, [FromForm] string? to) =>
        {
            Coder.Keep(context.Response, name);
            return Results.LocalRedirect(LocalAddress.Of(to));
        });
    }

    private static IResult Decide(string key, string line, [FromForm] string decision, HttpContext context, LedgerSource source) =>
        Act(context, source, key, line, desk =>
        {
            LedgerEntry entry = desk.Lines(new LedgerQuery { ArticleKey = key, IncludeRejected = true }).FirstOrDefault(entry => entry.Key == line)
                ?? throw new UserException("the article has no such line any more; it may have been read anew");
            switch (decision)
            {
                case "accept":
                    desk.Accept(entry);
                    break;
                case "reject":
                    desk.Reject(entry);
                    break;
                case "edit":
                    LineForm form = Form(context, source, key);
                    desk.Edit(entry, form.EditOf(entry) ?? throw new UserException("nothing was changed"));
                    break;
                default:
                    throw new UserException("a line is accepted, rejected or edited");
            }
        });

    private static IResult Add(string key, [FromForm] string? words, HttpContext context, LedgerSource source) => Act(context, source, key, null, desk =>
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            throw new UserException("say in which words of the article the position stands");
        }

        DateOnly? published = source.Ledger.FindArticles(key).FirstOrDefault(article => article.Key == key)?.Published;
        desk.Add(key, Form(context, source, key).Added(desk.Coder, published));
    });

    private static IResult Undo(string key, [FromForm] string? correction, HttpContext context, LedgerSource source) => Act(context, source, key, null, desk =>
    {
        if (correction is null)
        {
            // The last one about this article: a page takes back what it shows.
            correction = desk.History(key).FirstOrDefault(past => !past.IsTakenBack && past.Correction.Author == desk.Coder)?.Correction.Key
                ?? throw new UserException($"{desk.Coder} has decided nothing here that could be taken back");
        }

        desk.Undo(correction);
    });

    private static IResult Act(HttpContext context, LedgerSource source, string key, string? line, Action<ReviewDesk> decide)
    {
        if (source.Ledger.ReadArticle(key) is null)
        {
            return Results.NotFound();
        }

        string? problem = null;
        try
        {
            decide(new ReviewDesk(source.Ledger, Coder.Of(context.Request), isBlind: false));
        }
        catch (Exception error) when (error is UserException or ArgumentException)
        {
            problem = error.Message;
        }

        if (Page.WantsFragment(context.Request))
        {
            return Page.Of<ArticleBody>(new { Model = ArticleModel.Read(source.Ledger, key), Problem = problem });
        }

        return problem is null
            ? Results.LocalRedirect(PageAddress.Article(key, line))
            : Page.Of<ArticlePage>(new { Model = ArticleModel.Read(source.Ledger, key), Problem = problem }, StatusCodes.Status422UnprocessableEntity);
    }

    private static LineForm Form(HttpContext context, LedgerSource source, string key) =>
        new(context.Request.Form, new ReviewFields(source.Codebook), source.Ledger.ReadArticle(key)!.Article.Text);
}
