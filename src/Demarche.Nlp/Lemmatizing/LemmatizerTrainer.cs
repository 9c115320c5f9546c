using Demarche.Nlp.Corpora;
using Demarche.Nlp.Tagging;

namespace Demarche.Nlp.Lemmatizing;

/// <summary>Learns a <see cref="Lemmatizer"/> by counting: the same sentences give the same model.</summary>
public static class LemmatizerTrainer
{
    /// <summary>Learns from the forms, tags and lemmas of <paramref name="sentences"/>.</summary>
    /// <param name="sentences">Annotated sentences.</param>
    /// <param name="tags">The tagger's labels; words with other tags are passed over.</param>
    public static Lemmatizer Train(IEnumerable<TreebankSentence> sentences, TagSet tags)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(tags);
        Word[] words = [.. Words(sentences, tags)];
        List<LemmaRule> rules =
            [.. words.Select(w => w.Rule).Distinct().OrderBy(r => r.Append, StringComparer.Ordinal).ThenBy(r => r.Cut).ThenBy(r => r.Lowers)];
        var indices = new Dictionary<LemmaRule, int>();
        foreach (LemmaRule rule in rules)
        {
            indices.Add(rule, indices.Count);
        }

        var endings = new Dictionary<uint, ushort>();
        // From the shortest ending to the whole word: one is kept only where it says something else than the shorter one.
        for (int length = 0; length <= Lemmatizer.LongestEnding + 1; length++)
        {
            foreach ((uint key, int rule, Word example) in Majorities(words, length, indices))
            {
                if (RuleOf(endings, example, length - 1) != rule)
                {
                    endings[key] = (ushort)rule;
                }
            }
        }

        return new Lemmatizer(rules, endings);
    }

    private static IEnumerable<Word> Words(IEnumerable<TreebankSentence> sentences, TagSet tags)
    {
        foreach (TreebankSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++)
            {
                int label = tags.Labels.IndexOf(TagSet.NameOf(sentence.Xpos[i], sentence.Upos[i]));
                string lemma = sentence.Lemmas[i];
                if (label >= 0 && (lemma != "_" || sentence.Forms[i] == "_") && LemmaRule.Of(sentence.Forms[i], lemma) is { } rule)
                {
                    yield return new Word(sentence.Forms[i].ToLowerInvariant(), LemmaRule.HasUpper(sentence.Forms[i]), (byte)label, rule);
                }
            }
        }
    }

    private static IEnumerable<(uint Key, int Rule, Word Example)> Majorities(Word[] words, int length, Dictionary<LemmaRule, int> indices) =>
        from word in words
        where length > Lemmatizer.LongestEnding || word.Lower.Length >= length
        group word by Lemmatizer.KeyOf(word.Lower, length, word.HasUpper, word.Label) into same
        let best = same.GroupBy(w => indices[w.Rule]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First()
        orderby same.Key
        select (same.Key, best.Key, same.First());

    private static int RuleOf(Dictionary<uint, ushort> endings, Word word, int length)
    {
        for (int l = Math.Min(length, word.Lower.Length); l >= 0; l--)
        {
            if (l <= Lemmatizer.LongestEnding && endings.TryGetValue(Lemmatizer.KeyOf(word.Lower, l, word.HasUpper, word.Label), out ushort rule))
            {
                return rule;
            }
        }

        return -1;
    }

    private readonly record struct Word(string Lower, bool HasUpper, byte Label, LemmaRule Rule);
}
