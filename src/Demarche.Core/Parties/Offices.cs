using System.Collections.Frozen;
using Demarche.Nlp.Text;

namespace Demarche.Core.Parties;

/// <summary>The offices people hold, by all the phrases that name them.</summary>
internal static class Offices
{
    private static readonly Lazy<Table> Loaded = new(Load);

    private static readonly FrozenSet<string> DeputyWords =
        new[] { "deputy", "vice", "assistant", "junior", "under" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> FormerWords =
        new[] { "former", "ex", "ousted", "late", "outgoing", "then", "deposed", "exiled", "fugitive" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeavingWords =
        new[]
        {
            "ousted", "toppled", "deposed", "overthrown", "resigned", "resignation", "resigns", "fled", "dismissed", "sacked", "impeached",
            "unseated", "quit", "ouster", "removed", "replaced", "predecessor",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="word"/>, next to a name, tells that the person left the office.</summary>
    public static bool IsLeaving(ReadOnlySpan<char> word) => LeavingWords.Contains(word);

    /// <summary>The offices named in <paramref name="text"/>, in text order.</summary>
    public static List<Office> Find(string text)
    {
        List<NameWord> words = NameWords.Read(text, new TextSpan(0, text.Length), 200);
        return Find(text, words, 0, words.Count);
    }

    /// <summary>The offices among the words <c>[start, end)</c>, in text order.</summary>
    public static List<Office> Find(string text, List<NameWord> words, int start, int end)
    {
        var found = new List<Office>();
        for (int i = start; i < end; i++)
        {
            if (Loaded.Value.Phrases.TryMatch(text, words, i, out int stop, out List<string> names) && stop <= end)
            {
                found.Add(new Office(names[0], RankAt(text, words, start, i), i, stop));
                i = stop - 1;
            }
        }

        return found;
    }

    /// <summary>Whether somebody who holds <paramref name="held"/> can be called <paramref name="called"/>.</summary>
    public static bool Answers(string held, string called) =>
        held == called || (Loaded.Value.Wider.TryGetValue(held, out FrozenSet<string>? wider) && wider.Contains(called));

    /// <summary>Whether whoever holds <paramref name="held"/> is known by the office, not one of many officials.</summary>
    public static bool IsHigh(string held) =>
        held is "minister" or "leader" or "chief" || Answers(held, "minister") || Answers(held, "leader") || Answers(held, "chief");

    /// <summary>Weight of the voice of whoever holds <paramref name="held"/>.</summary>
    public static AuthorityLevel LevelOf(string held) => Loaded.Value.Levels.GetValueOrDefault(held, AuthorityLevel.Official);

    private static OfficeRank RankAt(string text, List<NameWord> words, int start, int office)
    {
        for (int i = office - 1; i >= start && i >= office - 2 && words[i + 1].Gap == WordGap.Space; i--)
        {
            string word = words[i].Span.Of(text);
            if (DeputyWords.Contains(word))
            {
                return OfficeRank.Deputy;
            }

            if (FormerWords.Contains(word) || word.StartsWith("ex-", StringComparison.OrdinalIgnoreCase))
            {
                return OfficeRank.Former;
            }
        }

        return OfficeRank.Holder;
    }

    private static Table Load()
    {
        var levels = new Dictionary<string, AuthorityLevel>();
        var phrases = new NameTrie<string>();
        var wider = new Dictionary<string, string[]>();
        foreach (string line in WordList.Lines("Offices.tsv"))
        {
            string[] fields = line.Split('\t');
            wider[fields[0]] = fields[1] == "*" ? [] : fields[1].Split('|');
            levels[fields[0]] = Enum.Parse<AuthorityLevel>(fields[2]);
            foreach (string phrase in fields[3].Split('|'))
            {
                phrases.Add(phrase, fields[0], anyCase: true);
            }
        }

        return new Table(
            phrases, wider.ToFrozenDictionary(pair => pair.Key, pair => Closure(pair.Value, wider)), levels.ToFrozenDictionary());
    }

    // The table is two or three steps deep and free of circles; a term met twice is not followed again.
    private static FrozenSet<string> Closure(string[] terms, Dictionary<string, string[]> wider)
    {
        var all = new HashSet<string>();
        var open = new Stack<string>(terms);
        while (open.TryPop(out string? term))
        {
            if (all.Add(term) && wider.TryGetValue(term, out string[]? more))
            {
                foreach (string next in more)
                {
                    open.Push(next);
                }
            }
        }

        return all.ToFrozenSet();
    }

    /// <summary>The list as it is looked up.</summary>
    /// <param name="Phrases">Office by phrase.</param>
    /// <param name="Wider">All wider terms of an office.</param>
    /// <param name="Levels">Weight of the voice by office.</param>
    private sealed record Table(
        NameTrie<string> Phrases, FrozenDictionary<string, FrozenSet<string>> Wider, FrozenDictionary<string, AuthorityLevel> Levels);
}
