namespace Demarche.Nlp.Labeling;

/// <summary>How a <see cref="SequenceLabelerTrainer"/> learns. The defaults are those that did best on PolNeAR's development part.</summary>
public sealed record LabelerOptions
{
    /// <summary>Passes over the training sequences.</summary>
    public int Passes { get; init; } = 8;

    /// <summary>AdaGrad's step size (Duchi, Hazan and Singer 2011).</summary>
    public float Rate { get; init; } = 0.03f;

    /// <summary>Probability that a feature of a token is left out of a training step; weights are scaled by the rest when read.</summary>
    public float Dropout { get; init; } = 0.5f;

    /// <summary>Features seen less often are dropped.</summary>
    public int FrequencyCut { get; init; } = 5;

    /// <summary>Seed of order and dropout: the same seed and data give the same weights.</summary>
    public int Seed { get; init; } = 1;
}
