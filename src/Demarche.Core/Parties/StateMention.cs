namespace Demarche.Core.Parties;

/// <summary>A word of a text that names a state, its people, its capital, or is its adjective.</summary>
/// <param name="Start">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
/// <param name="State">The state, whether or not a codebook knows it.</param>
/// <param name="IsAdjective">Whether it is the adjective: "Valdorian".</param>
internal readonly record struct StateMention(int Start, int End, Country State, bool IsAdjective);
