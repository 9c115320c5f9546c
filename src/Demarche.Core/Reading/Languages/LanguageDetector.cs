using System.Collections.Frozen;
using System.Reflection;

namespace Demarche.Core.Reading.Languages;

/// <summary>
/// Tells the language of a text by its script and, among the languages of one script, by their small words, which make up a
/// third to a half of any running text. Safe to share between threads.
/// </summary>
internal static class LanguageDetector
{
    // Small words are so common that a few hundred words tell the language; more text changes nothing.
    private const int MostCharacters = 6000;

    // A headline has too few small words to be sure.
    private const int FewestHits = 4;

    // Running text has three small words in ten; a list of names has none. Below this share the language is not said.
    private const double LeastShare = 0.12;

    // Danish and Norwegian share most small words: the better one must be better by a little.
    private const double Lead = 1.05;

    private const int LongestWord = 16;

    private static readonly string[] Codes;
    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Words;

    static LanguageDetector()
    {
        var codes = new List<string>();
        var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (string[] columns in Rows())
        {
            foreach (string word in columns[1].Split(' ').Distinct(StringComparer.Ordinal))
            {
                if (!words.TryGetValue(word, out List<int>? languages))
                {
                    words[word] = languages = [];
                }

                languages.Add(codes.Count);
            }

            codes.Add(columns[0]);
        }

        Codes = [.. codes];
        Words = words.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>ISO 639-1 code of the language most of <paramref name="text"/> is written in; null when it is too short or mixed to tell.</summary>
    public static string? Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> probe = text.AsSpan(0, Math.Min(text.Length, MostCharacters));
        return Scripts.LanguageOf(probe) ?? ByWords(probe);
    }

    private static string? ByWords(ReadOnlySpan<char> text)
    {
        Span<double> scores = stackalloc double[Codes.Length];
        Span<char> lower = stackalloc char[LongestWord];
        int words = 0;
        int hits = 0;
        while (!text.IsEmpty)
        {
            int start = 0;
            while (start < text.Length && !char.IsLetter(text[start]))
            {
                start++;
            }

            int end = start;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            words += end > start ? 1 : 0;
            if (end - start is > 0 and <= LongestWord)
            {
                text[start..end].ToLowerInvariant(lower);
                hits += Count(lower[..(end - start)], scores) ? 1 : 0;
            }

            text = text[end..];
        }

        return hits < FewestHits || hits < LeastShare * words ? null : Best(scores);
    }

    private static bool Count(ReadOnlySpan<char> word, Span<double> scores)
    {
        if (!Words.TryGetValue(word, out int[]? languages))
        {
            return false;
        }

        foreach (int language in languages)
        {
            // A word of several languages tells less of each.
            scores[language] += 1.0 / Math.Sqrt(languages.Length);
        }

        return true;
    }

    private static string? Best(ReadOnlySpan<double> scores)
    {
        int best = 0;
        double second = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                second = scores[best];
                best = i;
            }
            else
            {
                second = Math.Max(second, scores[i]);
            }
        }

        return scores[best] > second * Lead ? Codes[best] : null;
    }

    private static IEnumerable<string[]> Rows()
    {
        const string Name = "Demarche.Core.Reading.Languages.FunctionWords.tsv";
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The words {Name} are missing from the build.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
