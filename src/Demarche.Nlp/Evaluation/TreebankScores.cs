using Demarche.Nlp.Corpora;
using Demarche.Nlp.Models;
using Demarche.Nlp.Text;

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
    // Sentences given to the model at once: about an article.
    private const int Together = 40;

    /// <summary>Tags, lemmatizes and parses <paramref name="sentences"/> with <paramref name="model"/>, each stage on what the one before gave.</summary>
    public static TreebankScores Of(LanguageModel model, IEnumerable<TreebankSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sentences);
        var analyzer = new SyntaxAnalyzer(model);
        (int words, int xpos, int upos, int lemmas, int heads, int relations) = (0, 0, 0, 0, 0, 0);
        foreach (TreebankSentence[] part in sentences.Chunk(Together))
        {
            Syntax found = Read(analyzer, part);
            int token = 0;
            foreach (TreebankSentence sentence in part)
            {
                int start = token;
                for (int i = 0; i < sentence.Count; i++, token++)
                {
                    xpos += found.Xpos(token) == sentence.Xpos[i] ? 1 : 0;
                    upos += found.Upos(token) == sentence.Upos[i] ? 1 : 0;
                    lemmas += found.Lemmas[token] == sentence.Lemmas[i] ? 1 : 0;
                    bool isAttached = found.Heads[token] == (sentence.Heads[i] < 0 ? -1 : start + sentence.Heads[i]);
                    heads += isAttached ? 1 : 0;
                    relations += isAttached && found.Relation(token) == sentence.Relations[i] ? 1 : 0;
                }
            }

            words += token;
        }

        double all = Math.Max(1, words);
        return new TreebankScores(words, xpos / all, upos / all, lemmas / all, heads / all, relations / all);
    }

    private static Syntax Read(SyntaxAnalyzer analyzer, TreebankSentence[] sentences)
    {
        var text = new System.Text.StringBuilder();
        var tokens = new List<TextSpan>();
        var ranges = new List<TokenRange>();
        foreach (TreebankSentence sentence in sentences)
        {
            ranges.Add(new TokenRange(tokens.Count, tokens.Count + sentence.Count));
            foreach (string form in sentence.Forms)
            {
                tokens.Add(new TextSpan(text.Length, text.Length + form.Length));
                text.Append(form).Append(' ');
            }
        }

        return analyzer.Analyze(text.ToString(), tokens.ToArray(), ranges.ToArray());
    }
}
