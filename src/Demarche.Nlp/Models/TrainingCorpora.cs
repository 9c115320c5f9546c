using Demarche.Nlp.Corpora;

namespace Demarche.Nlp.Models;

/// <summary>What a language model is trained on.</summary>
/// <param name="Treebanks">Sentences annotated by people, in the scheme of Universal Dependencies 2 with Penn tags.</param>
/// <param name="Background">News tagged by machine (Penn tags), for the tagger's background lexicon. May be empty.</param>
public sealed record TrainingCorpora(IReadOnlyList<TreebankSentence> Treebanks, IReadOnlyList<TreebankSentence> Background);
