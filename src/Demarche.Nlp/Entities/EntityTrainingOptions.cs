namespace Demarche.Nlp.Entities;

/// <summary>Settings of <see cref="EntityTrainer"/>; the defaults made the English file.</summary>
public sealed record EntityTrainingOptions
{
    /// <summary>Passes over all sentences.</summary>
    public int Passes { get; init; } = 4;

    /// <summary>How often a sentence with an event is shown in each pass: they are one in a thousand.</summary>
    public int EventTimes { get; init; } = 8;

    /// <summary>Words of a step.</summary>
    public int StepWords { get; init; } = 1600;

    /// <summary>Rate of learning at the start; it falls evenly to nothing.</summary>
    public float Rate { get; init; } = 0.002f;

    /// <summary>Share of numbers dropped from what goes in and from the hidden layer.</summary>
    public float Dropout { get; init; } = 0.2f;

    /// <summary>Parts a step is cut into, one a thread; part of the recipe, as in the network's own training.</summary>
    public int Parts { get; init; } = 2;

    /// <summary>Seed of all chance.</summary>
    public ulong Seed { get; init; } = 3;
}
