using System.Collections.Frozen;
using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Finds runs of capitalised words that can be the full name of a person.</summary>
internal static class PersonNames
{
    private const int LongestName = 5;

    // Written by us: words that make a capitalised run a place, an institution, a time or a paper rather than a person.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverInNames = new[]
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "June", "July",
        "August", "September", "October", "November", "December", "University", "Institute", "Times", "Post", "News", "Street", "Square",
        "River", "Sea", "Ocean", "Island", "Islands", "City", "County", "Province", "Region", "District", "Airport", "Port", "Bridge", "Dam",
        "Act", "Treaty", "Agreement", "Accord", "Accords", "Conference", "Summit", "Forum", "Federation", "Group", "Company", "Corporation",
        "Association", "Organization", "Organisation", "Foundation", "Fund", "Center", "Centre", "League", "Alliance", "Coalition", "House",
        "Palace", "Hall", "War", "Day", "Week", "East", "West", "North", "South", "New", "United", "National", "International", "Supreme",
        "Constitution", "Embassy", "Ministry", "Parliament", "Radio", "Television", "TV", "Agency", "Journal", "Daily", "Press", "Human",
        "Rights", "Watch", "World", "Security", "Foreign", "State", "States", "People", "Front", "Movement", "Resolution", "Article", "Order",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = new[]
    {
        "al", "bin", "bint", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ter", "van", "von", "y",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Word ranges of two to five words that can be full names, in text order; titles and offices before them are left aside.</summary>
    public static List<(int Start, int End)> Runs(string text, List<NameWord> words)
    {
        var runs = new List<(int Start, int End)>();
        for (int i = 0; i < words.Count; i++)
        {
            int end = EndOfRun(text, words, i);
            if (end == i)
            {
                continue;
            }

            int start = WithoutTitles(text, words, i, end);
            if (end - start is >= 2 and <= LongestName && IsName(text, words, start, end))
            {
                runs.Add((start, end));
            }

            i = end - 1;
        }

        return runs;
    }

    private static int EndOfRun(string text, List<NameWord> words, int start)
    {
        int end = start;
        while (end < words.Count && (end == start || (words[end].Gap == WordGap.Space && !words[end - 1].IsPossessive)))
        {
            ReadOnlySpan<char> word = words[end].Span.SliceOf(text);
            bool particle = end > start && Particles.Contains(word) && end + 1 < words.Count && char.IsUpper(text[words[end + 1].Span.Start]);
            if (!char.IsUpper(word[0]) && !particle)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static int WithoutTitles(string text, List<NameWord> words, int start, int end)
    {
        List<Office> offices = Offices.Find(text, words, start, end);
        int first = offices.Count > 0 ? offices[^1].End : start;
        while (first < end && IsNoFirstName(words[first].Span.SliceOf(text)))
        {
            first++;
        }

        return first;
    }

    // Leading words that belong to no name: "Mr", "The", "Meanwhile" is not among them and merely lengthens a name that nobody asks for.
    private static bool IsNoFirstName(ReadOnlySpan<char> word) =>
        NounPhrase.IsTitle(word) || NounPhrase.IsDeterminer(word) || NounPhrase.EndsHead(word) || NounPhrase.IsCommonWord(word)
        || word is "But" or "And" or "Then" or "Now" or "Meanwhile" or "Earlier" or "Later" or "Yet" or "Former" or "Deputy" or "Acting"
        || StateAdjectives.Contains(word) || (word.Length > 1 && IsAllCapitals(word));

    private static bool IsName(string text, List<NameWord> words, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            ReadOnlySpan<char> word = words[i].Span.SliceOf(text);
            if (NeverInNames.Contains(word) || VoiceNouns.KindOf(word) is not null || char.IsDigit(word[0]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAllCapitals(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return word.Length < 6;
    }
}
