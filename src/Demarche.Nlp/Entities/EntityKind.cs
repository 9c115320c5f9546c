namespace Demarche.Nlp.Entities;

/// <summary>What a named entity is.</summary>
public enum EntityKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A state's body, a party, a company, a medium.</summary>
    Organization,

    /// <summary>A country, a city, a river.</summary>
    Place,

    /// <summary>A people or faith, or the adjective of a country.</summary>
    Nationality,

    /// <summary>A war, a summit, a disaster with a name.</summary>
    Event,
}
