using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Web.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Actors;

/// <summary>Parties and those who speak for them: what they hold, what moved, their offices, and which names are one actor.</summary>
internal static class ActorRoutes
{
    private const int LinesOnPage = 50;
    private const int HeardOnPage = 100;

    // Longer names are no names: the longest in the development corpora has 92 characters.
    private const int LongestName = 200;

    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/actors", Actors);
        routes.MapGet("/actors/of", Actor);
        routes.MapGet("/actors/parties/{id}", OfParty);
    }

    /// <summary>Maps what changes the record.</summary>
    public static void MapForms(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/actors/merge", Merge);
        routes.MapPost("/actors/split", Split);
    }

    /// <summary>Page of an actor.</summary>
    public static string AddressOf(string name) => PageAddress.With("/actors/of", ("name", name));

    /// <summary>Page of a party.</summary>
    public static string PartyAddress(string id) => $"/actors/parties/{Uri.EscapeDataString(id)}";

    private static RazorComponentResult<ActorsPage> Actors(HttpContext context, LedgerSource source)
    {
        var portion = Portion.Of(context.Request, HeardOnPage);
        IReadOnlyList<ActorEntry> all = All(source);
        (IReadOnlyList<ActorEntry> heard, bool isMore) = portion.Cut(all.Where(actor => !actor.IsInCodebook));
        return Page.Of<ActorsPage>(new { Known = all.Where(actor => actor.IsInCodebook).ToLookup(actor => actor.Party!), Heard = heard, Portion = portion, IsMore = isMore });
    }

    private static IResult Actor(HttpContext context, LedgerSource source, string? name)
    {
        if (All(source).FirstOrDefault(actor => actor.Name == name) is not { } actor)
        {
            // A name that was merged leads to the one that stays.
            return name is not null && source.Ledger.MergedNames().TryGetValue(name, out string? into)
                ? Results.LocalRedirect(AddressOf(into))
                : Results.NotFound();
        }

        var portion = Portion.Of(context.Request, LinesOnPage);
        IReadOnlyList<LedgerEntry> lines = source.Cached(
            $"lines of {name}",
            () => source.Ledger.Positions(new LedgerQuery { Holder = actor.Name }).Where(line => line.Position.Holder == actor.Name).OrderByDescending(line => line.Date).ToArray());
        (IReadOnlyList<LedgerEntry> shown, bool isMore) = portion.Cut(lines);
        IReadOnlyList<PositionChange> moves = source.Cached($"moves of {name}", () => MovesOf(source, actor));
        return Page.Of<ActorPage>(new { Actor = actor, Moves = moves, Lines = shown, Portion = portion, IsMore = isMore, Names = All(source).Select(other => other.Name).Where(other => other != name) });
    }

    // The latest ones. Silence is a party's: one voice of many may rest.
    private static PositionChange[] MovesOf(LedgerSource source, ActorEntry actor) =>
    [
        .. DisputeOverview.Of(source.Ledger, source.Codebook, new LedgerQuery { Holder = actor.Name }).Changes
            .Where(change => change is { IsMove: true, Relation: not ChangeRelation.Dormant } && change.To.Lead.Position.Holder == actor.Name)
            .Reverse()
            .Take(LinesOnPage),
    ];

    private static IResult OfParty(HttpContext context, LedgerSource source, string id)
    {
        if (source.Codebook?.Parties.FirstOrDefault(party => party.Id == id) is not { } party)
        {
            return Results.NotFound();
        }

        PartyModel model = source.Cached($"party {id}", () => PartyModel.Of(source, party, [.. All(source).Where(actor => actor.Party == id)]));
        var portion = Portion.Of(context.Request, LinesOnPage);
        (IReadOnlyList<PositionChange> changes, bool isMore) = portion.Cut(model.Changes);
        return Page.Of<PartyPage>(new { Model = model, Changes = changes, Portion = portion, IsMore = isMore });
    }

    private static IResult Merge(LedgerSource source, [FromForm] string? from, [FromForm] string? into) => Decide(source, from, into, (desk, one, other) => desk.Merge(one, other), into);

    private static IResult Split(LedgerSource source, [FromForm] string? from, [FromForm] string? into) => Decide(source, from, into, (desk, one, other) => desk.Split(one, other), from);

    private static IResult Decide(LedgerSource source, string? from, string? into, Action<ReviewDesk, string, string> decide, string? shown)
    {
        (string? one, string? other) = (from?.Trim(), into?.Trim());
        if (one is not { Length: > 0 and <= LongestName } || other is not { Length: > 0 and <= LongestName } || one == other)
        {
            return new Refusal(StatusCodes.Status400BadRequest, "Give two different names of one actor.");
        }

        // Both have to be on record: a slip of the pen would hide an actor behind a name nobody has.
        HashSet<string> known = [.. All(source).SelectMany(actor => actor.Merged.Append(actor.Name))];
        if (!known.Contains(one) || !known.Contains(other))
        {
            return new Refusal(StatusCodes.Status404NotFound, $"Nobody is on record as '{(known.Contains(one) ? other : one)}'. Names have to be spelled as the list of actors has them.");
        }

        decide(new ReviewDesk(source.Ledger, Environment.UserName, isBlind: false), one, other);
        source.Refresh();
        return Results.LocalRedirect(AddressOf(shown!.Trim()));
    }

    private static IReadOnlyList<ActorEntry> All(LedgerSource source) => source.Cached("actors", () => ActorEntry.Of(source.Ledger, source.Codebook));
}
