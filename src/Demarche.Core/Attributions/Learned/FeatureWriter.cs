using System.Runtime.CompilerServices;
using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Writes features of one token: template number and up to three values, mixed to one hash.</summary>
/// <remarks>Part of the model: a change of the mixing needs a new training.</remarks>
internal readonly ref struct FeatureWriter(FeatureSequence sequence)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const ulong Finisher = 0xBF58476D1CE4E5B9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, uint a) => sequence.Add(Finish(Step(Start(template), a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, uint a, uint b) => sequence.Add(Finish(Step(Step(Start(template), a), b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, uint a, uint b, uint c) =>
        sequence.Add(Finish(Step(Step(Step(Start(template), a), b), c)));

    private static ulong Start(int template) => unchecked((ulong)template * Golden);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Step(ulong state, uint value)
    {
        state = unchecked((state ^ value) * Golden);
        return state ^ (state >> 29);
    }

    // 0 means an empty slot in the table of weights.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(ulong state) => Math.Max(1, (uint)(unchecked(state * Finisher) >> 32));
}
