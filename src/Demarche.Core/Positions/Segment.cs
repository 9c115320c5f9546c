using Demarche.Core.Attributions;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions;

/// <summary>A stretch of one sentence in one voice.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Sentence">The whole sentence.</param>
/// <param name="Attribution">The innermost attribution whose content it is, or null for the narrator's voice.</param>
internal sealed record Segment(WordRange Words, WordRange Sentence, Attribution? Attribution);
