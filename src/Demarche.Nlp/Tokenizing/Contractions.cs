using System.Buffers;
using System.Collections.Frozen;
using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Where a written word is two words of grammar: <c>do|n't</c>, <c>it|'s</c>, <c>can|not</c>, <c>5|pm</c>, as the Penn Treebank and Universal Dependencies part them.</summary>
internal static class Contractions
{
    // Written together without an apostrophe; the number is the length of the first part.
    private static readonly (string Word, int Cut)[] Fused =
    [
        ("cannot", 3), ("gonna", 3), ("wanna", 3), ("gotta", 3), ("gimme", 3), ("lemme", 3), ("dunno", 2),
    ];

    // Units that news writes right after the figure.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = FrozenSet.ToFrozenSet(
        [
            "am", "pm", "k", "m", "bn", "mn", "tn", "million", "billion", "trillion", "km", "cm", "mm", "kg", "kph", "mph", "lb", "lbs", "ft",
            "gb", "mb", "gw", "mw", "kw", "hr", "hrs", "min", "mins", "sec", "secs", "percent", "pct", "pc",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.,:");

    /// <summary>Index at which the last part of the word <c>[start, end)</c> begins; -1 when the word is one part.</summary>
    public static int CutOf(string text, int start, int end)
    {
        // The longest clitic is n't: an apostrophe further back belongs to the word (O'Brien).
        for (int index = end - 1; index > start && index >= end - 3; index--)
        {
            if (Characters.IsApostrophe(text[index]))
            {
                return Before(text, start, index, end);
            }
        }

        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        int cut = char.IsAsciiDigit(word[0]) ? CutBeforeUnit(word) : InFused(word);
        return cut > 0 ? start + cut : -1;
    }

    /// <summary>Whether <paramref name="letters"/> after an apostrophe are a clitic of their own: <c>'s 'm 'd 're 've 'll</c>.</summary>
    public static bool IsClitic(ReadOnlySpan<char> letters) => letters.Length switch
    {
        1 => (letters[0] | 0x20) is 's' or 'm' or 'd',
        2 => letters.Equals("re", StringComparison.OrdinalIgnoreCase)
            || letters.Equals("ve", StringComparison.OrdinalIgnoreCase)
            || letters.Equals("ll", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    // 5pm, 20km, 3.5bn: the number and its unit.
    private static int CutBeforeUnit(ReadOnlySpan<char> word)
    {
        int cut = word.LastIndexOfAnyInRange('0', '9') + 1;
        return cut < word.Length && Units.Contains(word[cut..]) && !word[..cut].ContainsAnyExcept(Figures) ? cut : -1;
    }

    private static int Before(string text, int start, int apostrophe, int end)
    {
        ReadOnlySpan<char> letters = text.AsSpan(apostrophe + 1, end - apostrophe - 1);
        if (IsClitic(letters))
        {
            return apostrophe;
        }

        bool isNegation = letters.Length == 1 && (letters[0] | 0x20) == 't' && (text[apostrophe - 1] | 0x20) == 'n';
        return isNegation && apostrophe - 1 > start ? apostrophe - 1 : -1;
    }

    private static int InFused(ReadOnlySpan<char> word)
    {
        if (word.Length is < 5 or > 6)
        {
            return -1;
        }

        foreach ((string fused, int cut) in Fused)
        {
            if (word.Equals(fused, StringComparison.OrdinalIgnoreCase))
            {
                return cut;
            }
        }

        return -1;
    }
}
