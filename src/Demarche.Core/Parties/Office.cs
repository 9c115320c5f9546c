namespace Demarche.Core.Parties;

/// <summary>An office found in words.</summary>
/// <param name="Name">The office: "foreign-minister"; or a wider term alone: "minister".</param>
/// <param name="Rank">Whether it is the office itself, that of a deputy, or one no longer held.</param>
/// <param name="Start">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
internal readonly record struct Office(string Name, OfficeRank Rank, int Start, int End);

/// <summary>How somebody stands to an office.</summary>
internal enum OfficeRank
{
    /// <summary>Holds it.</summary>
    Holder,

    /// <summary>Deputy, vice, assistant.</summary>
    Deputy,

    /// <summary>Held it before.</summary>
    Former,
}
