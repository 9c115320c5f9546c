using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>A paragraph the network learns from.</summary>
/// <param name="Fields">Of its article.</param>
/// <param name="Range">Its tokens in the article.</param>
/// <param name="CueLabels">Gold labels of cues, one a token.</param>
/// <param name="Cues">Its cues.</param>
internal sealed record TrainingParagraph(TokenFields Fields, TokenRange Range, int[] CueLabels, IReadOnlyList<TrainingCue> Cues);

/// <summary>A cue the network learns from.</summary>
/// <param name="Range">Its tokens, counted from the paragraph's start.</param>
/// <param name="Window">The tokens looked at, counted likewise.</param>
/// <param name="Ids">Window × kinds of <see cref="CueFields"/>.</param>
/// <param name="Labels">Gold labels of its parts, one a token of the window.</param>
internal sealed record TrainingCue(TokenRange Range, TokenRange Window, int[] Ids, int[] Labels);
