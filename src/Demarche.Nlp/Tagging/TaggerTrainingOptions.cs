namespace Demarche.Nlp.Tagging;

/// <summary>Settings of <see cref="TaggerTrainer"/>; the defaults made the English model.</summary>
public sealed record TaggerTrainingOptions
{
    /// <summary>Times every sentence is seen.</summary>
    public int Passes { get; init; } = 5;

    /// <summary>Seed of the order of the sentences.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Labels seen fewer times are not learned.</summary>
    public int MinimumLabelCount { get; init; } = 5;

    /// <summary>Weights changed fewer times are dropped from the model.</summary>
    public int MinimumUpdates { get; init; } = 2;

    /// <summary>Words seen fewer times are not in the lexicon.</summary>
    public int MinimumLexiconCount { get; init; } = 2;

    /// <summary>A word is certain when seen at least this often ...</summary>
    public int CertainCount { get; init; } = 100;

    /// <summary>... with at least this share of one tag.</summary>
    public double CertainShare { get; init; } = 0.998;
}
