using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.References;

/// <summary>A matter that a clause named, as later clauses may mean it.</summary>
/// <param name="Match">The words that name it.</param>
/// <param name="Clause">Their clause.</param>
/// <param name="Outcome">Sign of what is spoken of: with "refused to stop the dam" of its stop, whoever wants it or not.</param>
/// <param name="Stance">Sign of what the clause makes of it: with "refused to stop the dam" of the refusal.</param>
internal sealed record NamedMatter(IssueMatch Match, WordRange Clause, int Outcome, int Stance);
