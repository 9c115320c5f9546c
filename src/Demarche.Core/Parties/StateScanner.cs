namespace Demarche.Core.Parties;

/// <summary>Finds the states a text names, those of a codebook and all others.</summary>
internal static class StateScanner
{
    private static readonly Lazy<NameTrie<(Country State, bool IsAdjective)>> Names = new(Load);

    /// <summary>The states among <paramref name="words"/>, in text order, none overlapping. Linear in the number of words.</summary>
    public static List<StateMention> Scan(string text, List<NameWord> words)
    {
        var mentions = new List<StateMention>();
        for (int i = 0; i < words.Count; i++)
        {
            if (char.IsUpper(text[words[i].Span.Start])
                && Names.Value.TryMatch(text, words, i, out int end, out List<(Country State, bool IsAdjective)> found))
            {
                mentions.Add(new StateMention(i, end, found[0].State, found[0].IsAdjective));
                i = end - 1;
            }
        }

        return mentions;
    }

    private static NameTrie<(Country State, bool IsAdjective)> Load()
    {
        var names = new NameTrie<(Country State, bool IsAdjective)>();
        foreach (Country state in Countries.All)
        {
            foreach (string name in state.Names.Concat(state.Seats).Concat(state.People).Where(name => !state.Ambiguous.Contains(name)))
            {
                names.Add(name, (state, false));
            }

            foreach (string adjective in state.Adjectives)
            {
                names.Add(adjective, (state, true));
            }
        }

        return names;
    }
}
