using Demarche.Nlp.Corpora;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Models;
using Demarche.Nlp.Parsing;

namespace Demarche.Nlp.Evaluation;

/// <summary>How well a language model does on a treebank whose words are given; punctuation counts like any word.</summary>
/// <param name="Words">Number of words.</param>
/// <param name="Xpos">Share of words with the right Penn tag, 0 to 1.</param>
/// <param name="Upos">Share with the right universal part of speech.</param>
/// <param name="Lemmas">Share with the right lemma, case counted.</param>
/// <param name="Heads">Unlabeled attachment score: share with the right head.</param>
/// <param name="Relations">Labeled attachment score: share with the right head and the right relation, subtypes counted.</param>
public readonly record struct TreebankScores(int Words, double Xpos, double Upos, double Lemmas, double Heads, double Relations)
{
    /// <summary>Tags, lemmatizes and parses <paramref name="sentences"/> with <paramref name="model"/>, each stage on what the one before gave.</summary>
    public static TreebankScores Of(LanguageModel model, IEnumerable<TreebankSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sentences);
        (int words, int xpos, int upos, int lemmas, int heads, int relations) = (0, 0, 0, 0, 0, 0);
        var workspace = new ParserWorkspace();
        foreach (TreebankSentence sentence in sentences)
        {
            WordHashes[] hashes = [.. sentence.Forms.Select(f => new WordHashes(f))];
            var labels = new byte[hashes.Length];
            var foundHeads = new int[hashes.Length];
            var foundRelations = new byte[hashes.Length];
            model.Tagger.Tag(hashes, labels);
            model.Parser.Parse(hashes, labels, foundHeads, foundRelations, workspace);
            words += sentence.Count;
            for (int i = 0; i < sentence.Count; i++)
            {
                xpos += model.Tagger.Tags.Xpos[model.Tagger.Tags.XposOf(labels[i])] == sentence.Xpos[i] ? 1 : 0;
                upos += model.Tagger.Tags.Upos[model.Tagger.Tags.UposOf(labels[i])] == sentence.Upos[i] ? 1 : 0;
                lemmas += model.Lemmatizer.Lemma(sentence.Forms[i], labels[i]) == sentence.Lemmas[i] ? 1 : 0;
                bool isAttached = foundHeads[i] == sentence.Heads[i];
                heads += isAttached ? 1 : 0;
                relations += isAttached && model.Parser.Relations[foundRelations[i]] == sentence.Relations[i] ? 1 : 0;
            }
        }

        double all = Math.Max(1, words);
        return new TreebankScores(words, xpos / all, upos / all, lemmas / all, heads / all, relations / all);
    }
}
