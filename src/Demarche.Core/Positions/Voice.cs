using Demarche.Core.Attributions;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions;

/// <summary>Who speaks in a content, and what the words that attribute it do with it.</summary>
/// <param name="Attribution">The innermost attribution.</param>
/// <param name="Speaker">Whose stance it is when the content names nobody else.</param>
/// <param name="Sign">Product of the signs of the cue's words.</param>
/// <param name="Cues">The operators among the cue's words.</param>
/// <param name="Cue">The words of the cue; the cue governs only contents of its own sentence.</param>
/// <param name="Partners">Those of other parties who say it together with the speaker.</param>
internal sealed record Voice(
    Attribution Attribution, Holder Speaker, int Sign, IReadOnlyList<OperatorHit> Cues, WordRange Cue, IReadOnlyList<Holder> Partners);
