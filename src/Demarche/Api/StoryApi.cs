using System.ComponentModel.DataAnnotations;
using Demarche.Api.Schemas;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Kept;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Exchange;
using Demarche.Web.Stories;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api;

/// <summary>The same event, outlet by outlet.</summary>
internal static class StoryApi
{
    // The first comparison of a large ledger takes minutes; who asks a program can wait.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/stories", StoriesAsync).Produces<Paged<StorySummaryShape>>();
        api.MapGet("/stories/{id}", StoryAsync).Produces<ComparisonShape>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/utterances", UtterancesAsync).Produces<Paged<UtteranceShape>>();
    }

    /// <summary>Stories: articles about one event, latest first.</summary>
    /// <remarks>The first request after articles came waits until they are compared.</remarks>
    /// <param name="context">The request.</param>
    /// <param name="desk">The stories.</param>
    /// <param name="articles">Least number of articles; 2 when absent.</param>
    /// <param name="page">Which part of the list.</param>
    internal static async Task<IResult> StoriesAsync(
        HttpContext context, StoryDesk desk, [FromQuery, Range(1, int.MaxValue)] int? articles, [AsParameters] ApiPage page)
    {
        await desk.IsCurrentAsync(Patience, context.RequestAborted);
        return ApiAnswer.Page(Walk(desk, articles ?? 2), page, context, ComparisonWriter.Write);
    }

    /// <summary>A story with its articles and the utterances they render.</summary>
    /// <param name="context">The request.</param>
    /// <param name="desk">The stories.</param>
    /// <param name="id">Id of the story, or id or key of an article in it.</param>
    internal static async Task<IResult> StoryAsync(HttpContext context, StoryDesk desk, string id)
    {
        await desk.IsCurrentAsync(Patience, context.RequestAborted);
        OutletComparison found = desk.Book.Find(id);
        return found.Stories.Count == 0
            ? Results.Problem($"The ledger has no story or article '{id}'. /api/stories lists them.", statusCode: StatusCodes.Status404NotFound)
            : ApiAnswer.Of(found, ComparisonWriter.Write);
    }

    /// <summary>Utterances that several articles render, with what each made of the words; those of the latest story first.</summary>
    /// <param name="context">The request.</param>
    /// <param name="desk">The stories.</param>
    /// <param name="party">Codebook id of the speaker's party.</param>
    /// <param name="speaker">Name of the speaker; case is ignored.</param>
    /// <param name="page">Which part of the list.</param>
    internal static async Task<IResult> UtterancesAsync(
        HttpContext context, StoryDesk desk, [FromQuery] string? party, [FromQuery] string? speaker, [AsParameters] ApiPage page)
    {
        await desk.IsCurrentAsync(Patience, context.RequestAborted);
        IEnumerable<Utterance> utterances = Walk(desk, 2).Where(story => story.Utterances > 0)
            .SelectMany(story => desk.Book.Find(story.Id).Utterances)
            .Where(utterance => (party is null || utterance.Party == party)
                && (speaker is null || string.Equals(utterance.Speaker, speaker, StringComparison.OrdinalIgnoreCase)));
        return ApiAnswer.Page(utterances, page, context, ComparisonWriter.Write);
    }

    private static IEnumerable<StorySummary> Walk(StoryDesk desk, int least)
    {
        const int Batch = 200;
        for (int skip = 0; ; skip += Batch)
        {
            IReadOnlyList<StorySummary> stories = desk.Book.Page(skip, Batch, least, isNewestFirst: true);
            foreach (StorySummary story in stories)
            {
                yield return story;
            }

            if (stories.Count < Batch)
            {
                yield break;
            }
        }
    }
}
