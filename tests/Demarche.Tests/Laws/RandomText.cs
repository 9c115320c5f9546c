using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Laws;

/// <summary>Texts made of what news is made of, and of what breaks readers: marks, abbreviations, surrogates, controls.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\n\n", "\t", "\r\n", "\u00A0", "\u200B", "\uFEFF", "\u00AD", "\u202A", "\0", "\u001B",
        "\"", "“", "”", "‘", "’", "'", "''", "``", "«", "»", "‹", "›", "„", "(", ")", "[", "]",
        ".", ".", ",", "!", "?", "...", "…", ":", ";", "-", "--", "–", "—", "/", "&", "%", "$", "@", "#", "•", "*", "_",
        "Mr.", "U.S.", "a.m.", "J.", "Inc.", "No.", "said", "Orlova", "the", "I", "n't", "'s", "don't", "cannot", "workers'",
        "1,000.5", "5", "2016", "May", "Monday", "last", "two", "weeks", "ago", "May 3", "in the fall of", "end", "early", "of", "at", "more", "every", "the past", "third-quarter", "nineteen", "-", "year-ago", "1990s", "10:30", "3/4/2015",
        "https://ex.org/a_(b)", "a@b.org", "www.", "x.com", "\U0001F600", "\U0001F1E9\U0001F1EA", "👩‍👩‍👧", "❤️", "\U00010400", "é", "e\u0301",
        "\uD83D", "\uDE00", "\uD800", "\uDFFF", "中", "ك",
    ];

    /// <summary>Random joinings of the pieces, about 30 at a time.</summary>
    public static Arbitrary<string> OfNews { get; } =
        Gen.Elements(Pieces).ArrayOf().Resize(60).Select(string.Concat).ToArbitrary();
}
