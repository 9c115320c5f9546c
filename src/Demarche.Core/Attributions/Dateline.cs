using Demarche.Core.Parties;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Reads from where an article is reported: "HALDEN, May 14 (Agency) –", "LENNE, Valdoria (Agency) -", "HALDEN —".</summary>
internal static class Dateline
{
    // Headline, subtitle, authors and summary may stand before it.
    private const int Lines = 6;

    // City, state, day and agency together are shorter.
    private const int Longest = 70;

    /// <summary>The state of the first dateline of <paramref name="text"/>, or null.</summary>
    /// <param name="text">The article.</param>
    /// <param name="words">Its words.</param>
    /// <param name="states">The states it names.</param>
    public static Country? StateOf(string text, List<NameWord> words, List<StateMention> states)
    {
        if (SpanIn(text) is not { } dateline)
        {
            return null;
        }

        foreach (StateMention mention in states)
        {
            if (dateline.Contains(words[mention.Start].Span.Start))
            {
                return mention.State;
            }
        }

        return null;
    }

    /// <summary>Where the first dateline of <paramref name="text"/> stands, without the dash that ends it; null without one.</summary>
    public static TextSpan? SpanIn(string text)
    {
        int start = 0;
        for (int line = 0; line < Lines && start < text.Length; line++)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            int stop = EndOf(text.AsSpan(start, Math.Min(end - start, Longest)));
            if (stop > 0)
            {
                return new TextSpan(start, start + stop);
            }

            start = end + 1;
        }

        return null;
    }

    // A city in capitals, and the dash or colon that ends the dateline; 0 when the line opens otherwise.
    private static int EndOf(ReadOnlySpan<char> line)
    {
        int letters = 0;
        while (letters < line.Length && (char.IsUpper(line[letters]) || (letters > 0 && line[letters] is ' ' or '.' or '\'')))
        {
            letters++;
        }

        ReadOnlySpan<char> city = line[..letters].TrimEnd();
        if (city.Length < 3 || (letters < line.Length && char.IsLower(line[letters]) && line[letters - 1] != ' '))
        {
            return 0;
        }

        for (int i = city.Length; i < line.Length; i++)
        {
            bool isDash = line[i] is '\u2013' or '\u2014' || (line[i] == '-' && line[i - 1] is ' ' or ')')
                || (line[i] == '-' && i + 1 < line.Length && line[i + 1] == '-');
            if (isDash || (line[i] == ':' && i == city.Length))
            {
                return i;
            }
        }

        return 0;
    }
}
