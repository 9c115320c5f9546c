using System.Collections.Concurrent;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Models;
using Demarche.Nlp.Parsing;
using Demarche.Nlp.Text;

namespace Demarche.Nlp;

/// <summary>Fills the columns of <see cref="Syntax"/>, sentence by sentence. Safe to share: each call rents its scratch memory.</summary>
internal sealed class SyntaxAnalyzer(LanguageModel model)
{
    private readonly ConcurrentBag<ParserWorkspace> _workspaces = [];

    /// <summary>Tags, lemmatizes and parses the sentences of a text.</summary>
    public Syntax Analyze(string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<TokenRange> sentences)
    {
        var words = new WordHashes[tokens.Length];
        var labels = new byte[tokens.Length];
        var lemmas = new string[tokens.Length];
        var heads = new int[tokens.Length];
        var relations = new byte[tokens.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = new WordHashes(tokens[i].SliceOf(text));
        }

        ParserWorkspace workspace = _workspaces.TryTake(out ParserWorkspace? free) ? free : new ParserWorkspace();
        foreach (TokenRange sentence in sentences)
        {
            ReadOnlySpan<WordHashes> sentenceWords = words.AsSpan(sentence.Start, sentence.Length);
            Span<byte> sentenceLabels = labels.AsSpan(sentence.Start, sentence.Length);
            Span<int> sentenceHeads = heads.AsSpan(sentence.Start, sentence.Length);
            model.Tagger.Tag(sentenceWords, sentenceLabels);
            model.Parser.Parse(sentenceWords, sentenceLabels, sentenceHeads, relations.AsSpan(sentence.Start, sentence.Length), workspace);
            foreach (ref int head in sentenceHeads)
            {
                head += head >= 0 ? sentence.Start : 0;
            }
        }

        _workspaces.Add(workspace);
        for (int i = 0; i < lemmas.Length; i++)
        {
            lemmas[i] = model.Lemmatizer.Lemma(tokens[i].SliceOf(text), labels[i]);
        }

        return new Syntax(model, labels, lemmas, heads, relations);
    }
}
