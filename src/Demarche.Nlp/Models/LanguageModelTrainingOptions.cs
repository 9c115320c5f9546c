using Demarche.Nlp.Parsing;
using Demarche.Nlp.Tagging;

namespace Demarche.Nlp.Models;

/// <summary>Settings of <see cref="LanguageModelTrainer"/>; the defaults made the English model.</summary>
public sealed record LanguageModelTrainingOptions
{
    /// <summary>Settings of the tagger.</summary>
    public TaggerTrainingOptions Tagger { get; init; } = new();

    /// <summary>Settings of the parser.</summary>
    public ParserTrainingOptions Parser { get; init; } = new();

    /// <summary>Number of parts the treebanks are cut into: each is tagged for the parser by a tagger that learned from the others.</summary>
    public int Folds { get; init; } = 4;

    /// <summary>Seed of the cut.</summary>
    public ulong Seed { get; init; } = 7;
}
