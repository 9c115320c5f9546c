using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Somebody an article names: a person, a body, a party. Filled while the article is read, then only read.</summary>
internal sealed class CastMember
{
    private readonly HashSet<(string Name, OfficeRank Rank)> _offices = [];

    /// <summary>A member called <paramref name="name"/>.</summary>
    public CastMember(string name, bool isPerson)
    {
        Name = name;
        IsPerson = isPerson;
    }

    /// <summary>The name a record shows.</summary>
    public string Name { get; }

    /// <summary>Whether it is a person.</summary>
    public bool IsPerson { get; }

    /// <summary>Codebook id of the party it speaks for, or null.</summary>
    public string? PartyId { get; set; }

    /// <summary>Whether the codebook names it.</summary>
    public bool IsInCodebook { get; init; }

    /// <summary>Whether something beside capital letters tells that it is a person.</summary>
    public bool IsSure { get; set; }

    /// <summary>M, F, or null while nothing tells.</summary>
    public char? Gender { get; set; }

    /// <summary>The office the article gives the person first, or null.</summary>
    public Office? ToldOffice { get; private set; }

    /// <summary>The words of <see cref="ToldOffice"/>.</summary>
    public string? ToldAs { get; private set; }

    /// <summary>Gives it an office of the codebook.</summary>
    public void Hold(Office office) => _offices.Add((office.Name, office.Rank));

    /// <summary>Gives it an office that the article tells in <paramref name="words"/>.</summary>
    public void Hold(Office office, string words)
    {
        Hold(office);
        if (ToldOffice is null)
        {
            (ToldOffice, ToldAs) = (office, words);
        }
    }

    /// <summary>Whether it can be called by <paramref name="office"/>.</summary>
    public bool Answers(Office office)
    {
        foreach ((string name, OfficeRank rank) in _offices)
        {
            // A deputy minister is called "the minister", never "the foreign minister".
            bool rankFits = rank == office.Rank || (office.Rank == OfficeRank.Holder && office.Name != name);
            if (rankFits && Offices.Answers(name, office.Name))
            {
                return true;
            }
        }

        return false;
    }
}
