namespace Demarche.Core.Parties;

/// <summary>A state as English news names it.</summary>
internal sealed record Country
{
    /// <summary>The usual name: "Algeria".</summary>
    public required string Name { get; init; }

    /// <summary>Other names: the official one, an older one, a short form.</summary>
    public required IReadOnlyList<string> OtherNames { get; init; }

    /// <summary>Adjectives: "Algerian".</summary>
    public required IReadOnlyList<string> Adjectives { get; init; }

    /// <summary>Its people: "Algerians".</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>Capitals and seats of government; a name for the state when they speak.</summary>
    public required IReadOnlyList<string> Seats { get; init; }

    /// <summary>Those of the seats that are a house, not a city: palaces, parliaments, streets.</summary>
    public required IReadOnlySet<string> Houses { get; init; }

    /// <summary>Those of the other names and seats that mean something else about as often; they count only as a whole source.</summary>
    public required IReadOnlySet<string> Ambiguous { get; init; }

    /// <summary>The name and the other names.</summary>
    public IEnumerable<string> Names => OtherNames.Prepend(Name);
}
