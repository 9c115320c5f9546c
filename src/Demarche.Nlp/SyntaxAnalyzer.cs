using System.Collections.Concurrent;
using Demarche.Nlp.Joint;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Models;
using Demarche.Nlp.Parsing;
using Demarche.Nlp.Text;

namespace Demarche.Nlp;

/// <summary>Fills the columns of <see cref="Syntax"/>: by the tagger and, if the model has one, the network; else, and for overlong sentences, by the parser. Safe to share.</summary>
internal sealed class SyntaxAnalyzer(LanguageModel model)
{
    private readonly ConcurrentBag<ParserWorkspace> _workspaces = [];

    /// <summary>Tags, lemmatizes and parses the sentences of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="sentences">Its sentences.</param>
    public Syntax Analyze(string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<TokenRange> sentences)
    {
        var columns = new Columns(tokens.Length);
        var words = new WordHashes[tokens.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = new WordHashes(tokens[i].SliceOf(text));
        }

        var read = new List<(TokenRange Range, JointSentence Sentence)>();
        ParserWorkspace workspace = _workspaces.TryTake(out ParserWorkspace? free) ? free : new ParserWorkspace();
        foreach (TokenRange sentence in sentences)
        {
            ReadOnlySpan<WordHashes> sentenceWords = words.AsSpan(sentence.Start, sentence.Length);
            Span<byte> labels = columns.Labels.AsSpan(sentence.Start, sentence.Length);
            model.Tagger.Tag(sentenceWords, labels);
            if (model.Network is { } network && sentence.Length is > 0 and <= JointModel.LongestSentence)
            {
                read.Add((sentence, network.Words.Sentence(text, tokens.Slice(sentence.Start, sentence.Length), sentenceWords, labels)));
            }
            else
            {
                Span<int> heads = columns.Heads.AsSpan(sentence.Start, sentence.Length);
                model.Parser.Parse(sentenceWords, labels, heads, columns.Relations.AsSpan(sentence.Start, sentence.Length), workspace);
                foreach (ref int head in heads)
                {
                    head += head >= 0 ? sentence.Start : 0;
                }
            }
        }

        _workspaces.Add(workspace);
        if (read.Count > 0)
        {
            model.Network!.Read(read.ConvertAll(r => r.Sentence));
            read.ForEach(r => columns.Take(r.Range, r.Sentence));
        }

        var lemmas = new string[tokens.Length];
        for (int i = 0; i < lemmas.Length; i++)
        {
            lemmas[i] = model.Lemmatizer.Lemma(tokens[i].SliceOf(text), columns.Labels[i]);
        }

        return new Syntax(model, columns.Labels, lemmas, columns.Heads, columns.Relations);
    }

    private sealed class Columns(int count)
    {
        public byte[] Labels { get; } = new byte[count];

        public int[] Heads { get; } = new int[count];

        public byte[] Relations { get; } = new byte[count];

        public void Take(TokenRange range, JointSentence sentence)
        {
            for (int i = 0; i < range.Length; i++)
            {
                Labels[range.Start + i] = (byte)sentence.Labels[i];
                Heads[range.Start + i] = sentence.Heads[i] < 0 ? -1 : range.Start + sentence.Heads[i];
                Relations[range.Start + i] = (byte)sentence.Relations[i];
            }
        }
    }
}
