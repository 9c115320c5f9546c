namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>How the network learns.</summary>
internal sealed record NetworkOptions
{
    public int Passes { get; init; } = 7;

    public int BatchTokens { get; init; } = 2500;

    public float FirstRate { get; init; } = 2.5e-3f;

    public float LastRate { get; init; } = 1e-4f;

    public float Dropout { get; init; } = 0.33f;

    /// <summary>Share of words read as unknown ones.</summary>
    public float HiddenWords { get; init; } = 0.12f;

    public ulong Seed { get; init; } = 1;
}
