using Demarche.Core.Parties;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>What the words around a name tell about the person: "Valdorian Finance Minister Karl Ost", "Karl Ost, chair of the union,".</summary>
/// <param name="Offices">Offices told.</param>
/// <param name="Affiliation">The words that tell whom the person belongs to, or null.</param>
/// <param name="Gender">M or F by title or office word, or null.</param>
internal readonly record struct Introduction(List<Office> Offices, TextSpan? Affiliation, char? Gender)
{
    private const int LongestTitle = 8;
    private const int LongestApposition = 14;

    // "Karl Ost, a baker at the mill and branch secretary of the guild,".
    private const int FarthestOffice = 8;

    /// <summary>The introduction of the name at the words <c>[start, end)</c>.</summary>
    public static Introduction Of(string text, List<NameWord> words, int start, int end)
    {
        var offices = new List<Office>();
        TextSpan? affiliation = Title(text, words, start, offices);
        if (affiliation is null && offices.Count == 0)
        {
            affiliation = Apposition(text, words, end, offices) ?? LeadingApposition(text, words, start, offices);
        }

        return new Introduction(offices, affiliation, GenderOf(text, words, start, offices));
    }

    // The office right before the name, with what stands before it or between the two: "Valdorian Finance Minister", "minister of Valdoria".
    private static TextSpan? Title(string text, List<NameWord> words, int start, List<Office> offices)
    {
        int first = start;
        while (first > 0 && first > start - LongestTitle && words[first].Gap == WordGap.Space)
        {
            first--;
        }

        List<Office> before = Parties.Offices.Find(text, words, first, start);
        if (before.Count > 0)
        {
            Office office = before[^1];
            bool adjacent = office.End == start || (words[office.End].Span.SliceOf(text) is "of" or "for" && start - office.End <= 5);
            if (adjacent)
            {
                offices.Add(office);
                int owner = Math.Max(first, office.Start - 3);
                return new TextSpan(words[owner].Span.Start, words[start - 1].Span.End);
            }
        }

        return start > 0 && words[start].Gap == WordGap.Space && words[start - 1].IsPossessive
            ? words[start - 1].Span
            : null;
    }

    private static TextSpan? Apposition(string text, List<NameWord> words, int end, List<Office> offices)
    {
        if (end >= words.Count || words[end].Gap != WordGap.Comma)
        {
            return null;
        }

        int stop = end + 1;
        while (stop < words.Count && stop < end + LongestApposition && words[stop].Gap == WordGap.Space)
        {
            stop++;
        }

        List<Office> named = Parties.Offices.Find(text, words, end, stop);
        if (named.Count == 0 || named[0].Start > end + FarthestOffice)
        {
            return null;
        }

        offices.Add(named[0]);
        return new TextSpan(words[end].Span.Start, words[stop - 1].Span.End);
    }

    // "the Valdorian finance minister, Karl Ost, said": the phrase before the comma, from its article on.
    private static TextSpan? LeadingApposition(string text, List<NameWord> words, int start, List<Office> offices)
    {
        if (start == 0 || words[start].Gap != WordGap.Comma)
        {
            return null;
        }

        for (int first = start - 1; first >= Math.Max(0, start - LongestApposition); first--)
        {
            bool opens = NounPhrase.IsDeterminer(words[first].Span.SliceOf(text)) || words[first].IsPossessive;
            List<Office> named = opens ? Parties.Offices.Find(text, words, first, start) : [];
            if (named.Count > 0)
            {
                offices.Add(named[^1]);
                return new TextSpan(words[first].Span.Start, words[start - 1].Span.End);
            }

            if (words[first].Gap != WordGap.Space)
            {
                break;
            }
        }

        return null;
    }

    private static char? GenderOf(string text, List<NameWord> words, int start, List<Office> offices)
    {
        ReadOnlySpan<char> before = start > 0 && words[start].Gap == WordGap.Space ? words[start - 1].Span.SliceOf(text) : default;
        if (before is "Mr" or "Sir" or "Lord" or "King" or "Prince")
        {
            return 'M';
        }

        if (before is "Mrs" or "Ms" or "Miss" or "Lady" or "Dame" or "Baroness" or "Queen" or "Princess")
        {
            return 'F';
        }

        foreach (Office office in offices)
        {
            ReadOnlySpan<char> word = words[office.End - 1].Span.SliceOf(text);
            if (word.EndsWith("woman", StringComparison.OrdinalIgnoreCase))
            {
                return 'F';
            }

            if (word.EndsWith("man", StringComparison.OrdinalIgnoreCase))
            {
                return 'M';
            }
        }

        return null;
    }
}
