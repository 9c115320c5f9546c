namespace Demarche.Core.Parties;

/// <summary>A name of the codebook found at the words <c>[Start, End)</c>.</summary>
/// <param name="Start">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
/// <param name="Name">The name, of all it may stand for the one that fits the day.</param>
internal readonly record struct NameHit(int Start, int End, ActorName Name);
