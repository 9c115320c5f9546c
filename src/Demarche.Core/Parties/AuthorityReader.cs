namespace Demarche.Core.Parties;

/// <summary>Reads with what authority somebody speaks for a party of one codebook.</summary>
internal sealed class AuthorityReader
{
    private readonly Dictionary<string, bool> _isState = new(StringComparer.Ordinal);

    /// <summary>A reader for the parties of <paramref name="codebook"/>.</summary>
    public AuthorityReader(Codebook codebook)
    {
        var states = Countries.All.SelectMany(country => country.Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (Party party in codebook.Parties)
        {
            _isState[party.Id] = party.Names.Append(party.Name).Any(states.Contains);
        }
    }

    /// <summary>The authority of a person or body that the codebook lists for <paramref name="party"/>.</summary>
    public Authority Listed(Actor actor, Party party, bool isPerson, DateOnly? day)
    {
        DateOnly? from = actor.From ?? party.From;
        DateOnly? until = actor.Until ?? party.Until;
        bool outside = day is { } known && (known < from || known > until);
        AuthorityLevel level = outside ? AuthorityLevel.Former : isPerson ? LevelIn(actor.Role, party.Id) : AuthorityLevel.Institution;

        // Whom the codebook lists speaks for the party, whatever the profession.
        level = level == AuthorityLevel.Outsider ? AuthorityLevel.Official : level;
        return new Authority(level, actor.Role is null && isPerson ? AuthorityBasis.None : AuthorityBasis.Codebook)
        {
            Office = actor.Role,
            From = from,
            Until = until,
        };
    }

    /// <summary>The authority that the words of an office give: "foreign minister", "former minister", "head of the union".</summary>
    /// <param name="role">The words; null gives <see cref="AuthorityLevel.Unknown"/>.</param>
    /// <param name="partyId">The party spoken for, or null.</param>
    public AuthorityLevel LevelIn(string? role, string? partyId)
    {
        AuthorityLevel best = AuthorityLevel.Unknown;
        foreach (Office office in role is null ? [] : Offices.Find(role))
        {
            AuthorityLevel level = LevelOf(office, partyId);
            best = level < best ? level : best;
        }

        return best;
    }

    /// <summary>The weight of one office.</summary>
    public AuthorityLevel LevelOf(Office office, string? partyId)
    {
        AuthorityLevel level = Offices.LevelOf(office.Name);
        return office.Rank switch
        {
            OfficeRank.Former => AuthorityLevel.Former,
            OfficeRank.Deputy when level < AuthorityLevel.Official => AuthorityLevel.Official,
            _ => level == AuthorityLevel.Leader && office.Name is "head" or "chairman" && IsState(partyId) ? AuthorityLevel.Official : level,
        };
    }

    // A state is led by a president or a prime minister; its heads and chairs lead an agency or a committee.
    private bool IsState(string? partyId) => partyId is not null && _isState.GetValueOrDefault(partyId);
}
