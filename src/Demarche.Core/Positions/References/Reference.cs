using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.References;

/// <summary>What a pointing word means.</summary>
/// <param name="Kind">By what it points.</param>
/// <param name="Named">The words that name the matter.</param>
/// <param name="Clause">Their clause.</param>
/// <param name="Clearness">How clearly they are meant, about -1 to 2, as <see cref="RecentMatters"/> weighs it.</param>
internal sealed record Reference(PointerKind Kind, WordRange Named, WordRange Clause, double Clearness);
