using System.Runtime.CompilerServices;

namespace Demarche.Nlp.Learning;

/// <summary>Turns a feature (template number and up to three values) into the 32-bit key its weights are stored under.</summary>
/// <remarks>
/// Part of the model format: a change here makes every model file meaningless, so it goes with a new <see cref="Models.ModelFile.Version"/>.
/// Two features with one key share weights; among a million features about a hundred do, which no score notices.
/// </remarks>
public static class FeatureHash
{
    // Odd constants with well-spread bits: 2^64 over the golden ratio, and the two finishers of SplitMix64.
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const ulong Finisher = 0xBF58476D1CE4E5B9;
    private const ulong Third = 0x94D049BB133111EB;

    /// <summary>Key of a feature with one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(int template, uint a) => Finish((a + Spread(template)) * Golden);

    /// <summary>Key of a feature with two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(int template, uint a, uint b) => Finish((((ulong)a << 32 | b) + Spread(template)) * Golden);

    /// <summary>Key of a feature with three values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(int template, uint a, uint b, uint c) =>
        Finish((((ulong)a << 32 | b) + Spread(template)) * Golden + ((ulong)c + 1) * Third);

    /// <summary>Key of a piece of text: FNV-1a over its code units, then mixed.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = Append(hash, c);
        }

        return Finish(hash);
    }

    /// <summary>One FNV-1a step (offset basis 2166136261).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Append(uint hash, char c) => (hash ^ c) * 16777619;

    // Over all 64 bits: a template number simply added would make (5, tag 3) of (3, tag 5), as one model has had to learn.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Spread(int template) => (ulong)(template + 1) * Finisher;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Finish(ulong x)
    {
        x = (x ^ (x >> 32)) * Finisher;
        return (uint)(x >> 32);
    }
}
