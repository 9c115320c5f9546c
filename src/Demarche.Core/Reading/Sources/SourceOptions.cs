namespace Demarche.Core.Reading.Sources;

/// <summary>What the user says about all inputs of a run.</summary>
public sealed record SourceOptions
{
    /// <summary>Nothing said.</summary>
    public static SourceOptions None { get; } = new();

    /// <summary>Which columns or members hold which field of an article, before any layout known here; null for none.</summary>
    public FieldMap? Fields { get; init; }
}
