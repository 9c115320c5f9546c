using System.Collections.Frozen;

namespace Demarche.Nlp.Tokenizing;

/// <summary>English words whose first letters an apostrophe replaces (<c>'em</c>, <c>'til</c>): after a blank the mark belongs to the word and opens no quotation.</summary>
internal static class Elisions
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet.ToFrozenSet(
        ["em", "til", "till", "tis", "twas", "twill", "cause", "cuz", "round", "bout", "n", "nother", "neath", "gainst", "tween", "ere"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="letters"/>, written after the apostrophe, are such a word.</summary>
    public static bool Contains(ReadOnlySpan<char> letters) => Words.Contains(letters);
}
