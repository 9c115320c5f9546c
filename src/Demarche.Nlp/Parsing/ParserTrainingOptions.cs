namespace Demarche.Nlp.Parsing;

/// <summary>Settings of <see cref="ParserTrainer"/>; the defaults made the English model.</summary>
public sealed record ParserTrainingOptions
{
    /// <summary>Times every sentence is seen to learn the moves.</summary>
    public int Passes { get; init; } = 8;

    /// <summary>Times every sentence is seen to learn the relations.</summary>
    public int RelationPasses { get; init; } = 6;

    /// <summary>Number of ways followed side by side, in training and in use.</summary>
    public int BeamWidth { get; init; } = 4;

    /// <summary>Seed of the order of the sentences.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Relations seen fewer times are not learned.</summary>
    public int MinimumRelationCount { get; init; } = 10;

    /// <summary>Features of moves changed fewer times are dropped from the model.</summary>
    public int MinimumUpdates { get; init; } = 3;

    /// <summary>Features of moves none of whose weights exceeds this share of the largest are dropped: 0.1 halves the model and costs nothing (UAS on EWT dev: 84.9 at 0 and 0.1, 84.7 at 0.17; model of ten passes, beam 4).</summary>
    public double SmallestMoveWeight { get; init; } = 0.1;

    /// <summary>Weights of relations changed fewer times are dropped from the model.</summary>
    public int MinimumRelationUpdates { get; init; } = 2;
}
