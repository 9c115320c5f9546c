namespace Demarche.Core.Positions.Wording;

/// <summary>A half-open range <c>[Start, End)</c> of indices into a <see cref="WordText"/>.</summary>
/// <param name="Start">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
internal readonly record struct WordRange(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(int index) => index >= Start && index < End;

    public bool Contains(WordRange other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(WordRange other) => Start < other.End && other.Start < End;

    public WordRange Within(WordRange limits)
    {
        int start = Math.Max(Start, limits.Start);
        return new WordRange(start, Math.Max(start, Math.Min(End, limits.End)));
    }
}
