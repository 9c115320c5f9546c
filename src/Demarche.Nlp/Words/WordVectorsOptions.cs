namespace Demarche.Nlp.Words;

/// <summary>Settings of <see cref="WordVectorsBuilder"/>; the defaults made the English file.</summary>
public sealed record WordVectorsOptions
{
    /// <summary>How many words are kept, the first ones: 52,000 are 98 of 100 words of news, in 5.7 MB.</summary>
    public int Words { get; init; } = 52_000;

    /// <summary>Numbers of classes, coarse to fine; each at most 65,536.</summary>
    public IReadOnlyList<int> Granularities { get; init; } = [64, 256, 1024];

    /// <summary>Passes over all words for each granularity; hardly a word changes its class later.</summary>
    public int Passes { get; init; } = 15;

    /// <summary>Seed of the first classes.</summary>
    public ulong Seed { get; init; } = 11;
}
