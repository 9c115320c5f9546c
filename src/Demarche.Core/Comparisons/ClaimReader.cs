using System.Collections.Frozen;
using Demarche.Core.Parties;
using Demarche.Core.Positions.Issues;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons;

/// <summary>Reads a claim of constancy or change in plain words: which party, which issues, and which of the two.</summary>
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

    /// <summary>A reader for the parties and issues of <paramref name="codebook"/>.</summary>
    public ClaimReader(Codebook codebook)
    {
        _actors = new ActorDirectory(codebook);
        _issues = new IssueFinder(_actors);
    }

    /// <summary>What <paramref name="claim"/> says, as far as it can be told.</summary>
    public ReadClaim Read(string claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new ReadClaim(
            PartyIn(claim),
            [.. _issues.Find(claim).Select(found => found.Issue)],
            KindOf(claim));
    }

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
/// <param name="Kind">Constancy or change, or null when it says neither.</param>
public sealed record ReadClaim(string? Party, IReadOnlyList<string> Issues, ClaimKind? Kind);
