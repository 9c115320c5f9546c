namespace Demarche.Core.Parties;

/// <summary>One name of an actor of the codebook, as the directory looks it up.</summary>
internal sealed record ActorName
{
    /// <summary>What sort of name it is.</summary>
    public required NameKind Kind { get; init; }

    /// <summary>The party it leads to.</summary>
    public required Party Party { get; init; }

    /// <summary>What a ledger writes for it.</summary>
    public required string LedgerName { get; init; }

    /// <summary>The person or body it names, or null for the party itself.</summary>
    public Actor? Actor { get; init; }

    /// <summary>The state it names, or null.</summary>
    public Country? Country { get; init; }

    /// <summary>Whether the codebook gives the name itself; otherwise it follows from the list of countries or from a surname.</summary>
    public bool IsListed { get; init; }

    /// <summary>Whether it counts only as the whole of a mention.</summary>
    public bool IsWholeOnly { get; init; }

    /// <summary>First day it leads to the party, or null.</summary>
    public DateOnly? From => Actor?.From ?? Party.From;

    /// <summary>Last day it leads to the party, or null.</summary>
    public DateOnly? Until => Actor?.Until ?? Party.Until;

    /// <summary>Days by which <paramref name="day"/> misses the period; 0 inside it or when the day is unknown.</summary>
    public int DaysOutside(DateOnly? day)
    {
        if (day is not { } known)
        {
            return 0;
        }

        int early = From is { } from ? from.DayNumber - known.DayNumber : 0;
        int late = Until is { } until ? known.DayNumber - until.DayNumber : 0;
        return Math.Max(0, Math.Max(early, late));
    }

    /// <summary>The match it stands for.</summary>
    public ActorMatch ToMatch() => new(LedgerName, Party.Id, Kind == NameKind.Person) { Role = Actor?.Role, IsListed = true, Actor = Actor };
}

/// <summary>What sort of name leads to an actor.</summary>
internal enum NameKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A body that speaks under its own name.</summary>
    Body,

    /// <summary>The party, by a name of the codebook.</summary>
    Party,

    /// <summary>A state, or its people.</summary>
    Country,

    /// <summary>A capital or seat of government.</summary>
    Seat,

    /// <summary>An adjective; alone it names nobody.</summary>
    Adjective,
}
