using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>A view at work on a text.</summary>
/// <param name="View">The taggers.</param>
/// <param name="Facts">The text as they see it.</param>
/// <param name="Context">Context features of the paragraph being read.</param>
internal sealed record ViewOfText(AttributionView View, TokenFacts Facts, FeatureSequence Context);
