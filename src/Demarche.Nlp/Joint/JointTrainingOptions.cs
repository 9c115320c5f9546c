namespace Demarche.Nlp.Joint;

/// <summary>Settings of <see cref="JointTrainer"/>; the defaults made the English network.</summary>
public sealed record JointTrainingOptions
{
    /// <summary>Sizes of the layers.</summary>
    public JointSizes Sizes { get; init; } = new();

    /// <summary>Passes over all sentences.</summary>
    public int Passes { get; init; } = 16;

    /// <summary>Words of a step.</summary>
    public int StepWords { get; init; } = 1600;

    /// <summary>Rate of learning at its highest, after the first <see cref="WarmUpSteps"/>; from there it falls evenly to nothing.</summary>
    public float Rate { get; init; } = 0.002f;

    /// <summary>Steps in which the rate rises.</summary>
    public int WarmUpSteps { get; init; } = 150;

    /// <summary>Share of numbers dropped everywhere.</summary>
    public float Dropout { get; init; } = 0.25f;

    /// <summary>Share of word forms hidden, so that the network learns to read unknown ones.</summary>
    public float HiddenForms { get; init; } = 0.1f;

    /// <summary>How often a form must occur to have numbers of its own.</summary>
    public int LeastForms { get; init; } = 4;

    /// <summary>How often an ending, beginning or shape must occur.</summary>
    public int LeastParts { get; init; } = 8;

    /// <summary>Parts a step is cut into, one a thread; the gradients are summed in their order, so the number is part of the recipe.</summary>
    public int Parts { get; init; } = 2;

    /// <summary>Seed of all chance.</summary>
    public ulong Seed { get; init; } = 5;
}
