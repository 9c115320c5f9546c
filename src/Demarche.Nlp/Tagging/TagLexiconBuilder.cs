using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Tagging;

/// <summary>Counts which labels words occur with.</summary>
internal sealed class TagLexiconBuilder
{
    private readonly Dictionary<uint, Dictionary<int, int>> _counts = [];

    /// <summary>Counts an occurrence of <paramref name="word"/>; a negative <paramref name="label"/> is one that is not learned.</summary>
    public void Add(in WordHashes word, int label)
    {
        if (!_counts.TryGetValue(word.Form, out Dictionary<int, int>? byLabel))
        {
            _counts.Add(word.Form, byLabel = []);
        }

        byLabel[label] = byLabel.GetValueOrDefault(label) + 1;
    }

    /// <summary>The lexicon of all words counted often enough.</summary>
    public TagLexicon Build(TaggerTrainingOptions options) => new(
        from word in _counts
        let total = word.Value.Values.Sum()
        where total >= options.MinimumLexiconCount
        let ranked = word.Value.Where(l => l.Key >= 0).OrderByDescending(l => l.Value).ThenBy(l => l.Key).ToArray()
        where ranked.Length > 0
        select KeyValuePair.Create(word.Key, EntryOf(ranked, total, options)));

    private static TagLexicon.Entry EntryOf(KeyValuePair<int, int>[] ranked, int total, TaggerTrainingOptions options) => new(
        (byte)ranked[0].Key,
        ranked.Length > 1 && ranked[1].Value * 10 >= total ? (byte)ranked[1].Key : TagLexicon.Entry.Unknown.Second,
        total >= options.CertainCount && ranked[0].Value >= total * options.CertainShare);
}
