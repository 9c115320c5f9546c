using System.Collections.Frozen;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Capitalised words that, after an abbreviation, open a new sentence rather than go on with a name. Written for this project: closed-class English words.</summary>
internal static class SentenceStarters
{
    private const string Words = """
        The A An This That These Those There Here He She It They We You I His Her Its Their Our My Your
        In On At By For From With Without Under Over Into Of To Since Until During Among Between Within Despite
        But And Or So Yet Nor If When While As After Before Although Though Because Unless Once Whether
        What Who Whom Whose Which Why How Where Some Many Most Much Few Several Both Each Every All Any Others Another Such One
        Not No Yes Also Still Then Now Thus However Meanwhile Moreover Nevertheless Instead Indeed Perhaps Even Only Just Earlier Later
        According Asked Is Are Was Were Do Does Did Will Would Can Could Should Has Have Had Let
        """;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Words
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="word"/> is one of them, in this very writing.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Known.Contains(word);
}
