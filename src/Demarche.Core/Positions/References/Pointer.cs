using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.References;

/// <summary>The place of a clause that points back to a matter.</summary>
/// <param name="Words">What stands for the matter; empty, behind the verb, where nothing does.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Pointer(WordRange Words, PointerKind Kind);
