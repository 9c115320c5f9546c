using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Core.Comparisons;

/// <summary>An actor of a dispute: what the codebook says of it, and how often the ledger hears it.</summary>
public sealed record ActorEntry
{
    /// <summary>The name it is shown by.</summary>
    public required string Name { get; init; }

    /// <summary>Codebook id of the party it speaks for, or null when it speaks for none that is known.</summary>
    public string? Party { get; init; }

    /// <summary>Whether the codebook names it; then as a person or a body of the party.</summary>
    public bool IsInCodebook { get; init; }

    /// <summary>Whether the codebook has it as a ministry, union or other body, not as a person.</summary>
    public bool IsBody { get; init; }

    /// <summary>Its offices by the codebook, in the codebook's order: the same person may hold several, one after the other. Empty when it names none.</summary>
    public IReadOnlyList<Actor> Offices { get; init; } = [];

    /// <summary>Other names the codebook knows it by, sorted.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names that people merged into this one, sorted.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];

    /// <summary>Number of positions it holds.</summary>
    public int Positions { get; init; }

    /// <summary>Number of statements it makes.</summary>
    public int Statements { get; init; }

    /// <summary>First day it is heard, or null when it is not, or only in undated articles.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day it is heard, or null likewise.</summary>
    public DateOnly? To { get; init; }

    /// <summary>All actors of a ledger: those of the codebook in its order, heard or not, then the others, most heard first. Names given up for another are not among them.</summary>
    public static IReadOnlyList<ActorEntry> Of(SqliteLedger ledger, Codebook? codebook)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Dictionary<string, Voice> voices = ledger.Voices().ToDictionary(voice => voice.Name, StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> givenUp = ledger.MergedNames();
        ILookup<string, string> merged = givenUp.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        ActorEntry Heard(ActorEntry entry)
        {
            Voice? voice = voices.GetValueOrDefault(entry.Name);
            return entry with
            {
                Party = entry.Party ?? voice?.Party,
                Merged = [.. merged[entry.Name].Order(StringComparer.Ordinal)],
                Positions = voice?.Positions ?? 0,
                Statements = voice?.Statements ?? 0,
                From = voice?.From,
                To = voice?.To,
            };
        }

        List<ActorEntry> known = [.. (codebook?.Parties ?? []).SelectMany(InCodebook).DistinctBy(entry => entry.Name, StringComparer.Ordinal)
            .Where(entry => !givenUp.ContainsKey(entry.Name)).Select(Heard)];
        HashSet<string> names = new(known.Select(entry => entry.Name), StringComparer.Ordinal);
        return
        [
            .. known,
            .. voices.Values.Where(voice => !names.Contains(voice.Name)).Select(voice => Heard(new ActorEntry { Name = voice.Name }))
                .OrderByDescending(entry => entry.Positions)
                .ThenByDescending(entry => entry.Statements)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ActorEntry> InCodebook(Party party) =>
        OfList(party, party.People, isBody: false).Concat(OfList(party, party.Bodies, isBody: true));

    private static IEnumerable<ActorEntry> OfList(Party party, IReadOnlyList<Actor> actors, bool isBody) =>
        actors.GroupBy(actor => actor.Name, StringComparer.Ordinal).Select(actor => new ActorEntry
        {
            Name = actor.Key,
            Party = party.Id,
            IsInCodebook = true,
            IsBody = isBody,
            Offices = [.. actor],
            Aliases = [.. actor.SelectMany(office => office.Names).Where(name => name != actor.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        });
}
