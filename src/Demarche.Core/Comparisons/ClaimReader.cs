using System.Collections.Frozen;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons;

/// <summary>Reads a claim in plain words: which party, which issues, and whether it tells of constancy, of change, or of what the party holds.</summary>
public sealed class ClaimReader
{
    // Written by us.
    private static readonly FrozenSet<string> Changing = SetOf(
        """
        change changes changed changing shift shifts shifted move moved moves reverse reversed reverses reversal u-turn flip flipped
        soften softened softens harden hardened hardens drop dropped drops abandon abandoned backtracked backed retreated conceded gave
        eased budged wavered yielded new different longer turned withdrew withdrawn relented compromised
        """);

    private static readonly FrozenSet<string> Lasting = SetOf(
        """
        unchanged same still always consistent consistently constant constantly remains remained remain stands stood firm continues
        continued keeps kept steady throughout
        """);

    private static readonly FrozenSet<string> Negations = SetOf("not never no n't hasn't haven't hadn't didn't doesn't isn't nothing neither nor without");

    private readonly ActorDirectory _actors;
    private readonly IssueFinder _issues;
    private readonly Func<ArticlePipeline>? _articles;

    /// <summary>A reader for the parties and issues of <paramref name="codebook"/>.</summary>
    /// <param name="codebook">Parties and issues.</param>
    /// <param name="articles">Reads what a party is said to hold, as it is read in articles; asked for only when a claim tells of neither constancy nor change.</param>
    public ClaimReader(Codebook codebook, Func<ArticlePipeline>? articles = null)
    {
        _actors = new ActorDirectory(codebook);
        _issues = new IssueFinder(_actors);
        _articles = articles;
    }

    /// <summary>What <paramref name="claim"/> says, as far as it can be told.</summary>
    public ReadClaim Read(string claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ClaimKind? kind = KindOf(claim);
        return kind is null && Held(claim) is { } held
            ? new ReadClaim(held.Party, [held.Issue], ClaimKind.Holding)
            {
                Held = held.Stance,
                Direction = held.Direction,
                IsThroughout = Words(claim).Contains("never", StringComparer.OrdinalIgnoreCase),
            }
            : new ReadClaim(PartyIn(claim), [.. _issues.Find(claim).Select(found => found.Issue)], kind);
    }

    // A claim may come as a headline, without a full stop.
    private Position? Held(string claim) =>
        _articles?.Invoke().Code(new Article { Id = "claim", Text = claim.TrimEnd() is [.., not '.'] open ? open + "." : claim }).Positions
            .Where(position => position.Party is not null)
            .MaxBy(position => position.Confidence);

    // "Norland" and "Norlandic": the first name that the codebook knows; else any word that belongs to a party.
    private string? PartyIn(string claim) =>
        _actors.Scan(claim, new TextSpan(0, claim.Length)).Select(mention => mention.Actor.PartyId).FirstOrDefault()
        ?? Words(claim).Select(word => _actors.Find(word)?.PartyId).FirstOrDefault(party => party is not null);

    private static ClaimKind? KindOf(string claim)
    {
        string[] words = [.. Words(claim).Select(word => word.ToLowerInvariant().Replace('’', '\''))];
        int change = Array.FindIndex(words, Changing.Contains);
        bool isNoLonger = change > 0 && words[change] == "longer" && words[change - 1] == "no";
        if (change >= 0 && (isNoLonger || words[change] != "longer"))
        {
            bool isDenied = !isNoLonger && words[..change].Any(Negations.Contains);
            return isDenied ? ClaimKind.Constancy : ClaimKind.Change;
        }

        return Array.Exists(words, Lasting.Contains)
            ? words.Any(Negations.Contains) ? ClaimKind.Change : ClaimKind.Constancy
            : null;
    }

    private static string[] Words(string claim) =>
        claim.Split([' ', ',', '.', ';', ':', '!', '?', '"', '“', '”', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> SetOf(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>What a claim says.</summary>
/// <param name="Party">Codebook id of the party it names, or null.</param>
/// <param name="Issues">Codebook ids of the issues it names, surest first; empty when it names none.</param>
/// <param name="Kind">What kind of claim it is; null when it says nothing that can be held against the record.</param>
public sealed record ReadClaim(string? Party, IReadOnlyList<string> Issues, ClaimKind? Kind)
{
    /// <summary>What the party is said to hold, for <see cref="ClaimKind.Holding"/>.</summary>
    public Stance Held { get; init; }

    /// <summary>Towards or against the outcome, for <see cref="ClaimKind.Holding"/>.</summary>
    public Direction Direction { get; init; }

    /// <summary>Whether it is said of all the time, "has never agreed to it", and not of the end of it; for <see cref="ClaimKind.Holding"/>.</summary>
    public bool IsThroughout { get; init; }
}
