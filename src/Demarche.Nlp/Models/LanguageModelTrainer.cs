using System.Text;
using Demarche.Nlp.Corpora;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Lemmatizing;
using Demarche.Nlp.Parsing;
using Demarche.Nlp.Tagging;

namespace Demarche.Nlp.Models;

/// <summary>Trains a whole <see cref="LanguageModel"/>: the same corpora and options give the same file.</summary>
public sealed class LanguageModelTrainer(LanguageModelTrainingOptions options)
{
    /// <summary>Trains tagger, lemmatizer and parser, in this order.</summary>
    /// <param name="corpora">What to learn from.</param>
    /// <param name="stages">Keeps the finished stages; with <see cref="TrainingStages.None"/> a stopped training begins anew.</param>
    /// <param name="progress">Told the stage and the share of it that is done, 0 to 1, if given.</param>
    public LanguageModel Train(TrainingCorpora corpora, TrainingStages stages, Action<string, double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        ArgumentNullException.ThrowIfNull(stages);
        (TreebankSentence[] sentences, int[] folds) = Cut(corpora.Treebanks);
        Tagger tagger = TrainTagger("tagger", sentences, corpora.Background, stages, progress);
        byte[][] labels = JackknifedLabels(sentences, folds, corpora.Background, tagger.Tags, stages, progress);
        Lemmatizer lemmatizer = Restore(
            stages.Run("lemmatizer", () => Bytes(LemmatizerTrainer.Train(sentences, tagger.Tags).Write)), Lemmatizer.Read);
        progress?.Invoke("lemmatizer", 1);
        Parser parser = Restore(
            stages.Run("parser", () => Bytes(
                new ParserTrainer(options.Parser).Train(sentences, labels, tagger.Tags, share => progress?.Invoke("parser", share)).Write)),
            reader => Parser.Read(reader, tagger.Tags));
        return new LanguageModel(tagger, lemmatizer, parser);
    }

    // All sentences in random order with the number of their part; one with its hyphenated words in one piece joins its original.
    private (TreebankSentence[] Sentences, int[] Folds) Cut(IEnumerable<TreebankSentence> treebanks)
    {
        TreebankSentence[] originals = [.. treebanks];
        new SplitMix64(options.Seed).Shuffle<TreebankSentence>(originals);
        (TreebankSentence Sentence, int Fold)[] all =
            [.. originals.SelectMany((s, i) => HyphenMerging.Merge([s]).Prepend(s).Select(v => (v, i % options.Folds)))];
        return ([.. all.Select(a => a.Sentence)], [.. all.Select(a => a.Fold)]);
    }

    // The parser must learn from labels with the mistakes it will meet: a tagger makes fewer on sentences it has seen.
    private byte[][] JackknifedLabels(
        TreebankSentence[] sentences, int[] folds, IReadOnlyList<TreebankSentence> background, TagSet tags, TrainingStages stages, Action<string, double>? progress)
    {
        var labels = new byte[sentences.Length][];
        for (int fold = 0; fold < options.Folds; fold++)
        {
            TreebankSentence[] others = [.. sentences.Where((_, i) => folds[i] != fold)];
            Tagger tagger = TrainTagger($"fold-{fold}", others, background, stages, progress);
            byte[] translation = [.. tagger.Tags.Labels.Names.ToArray().Select(n => (byte)Math.Max(0, tags.Labels.IndexOf(n)))];
            for (int i = 0; i < sentences.Length; i++)
            {
                if (folds[i] == fold)
                {
                    labels[i] = [.. Tag(tagger, sentences[i]).Select(label => translation[label])];
                }
            }
        }

        return labels;
    }

    private Tagger TrainTagger(
        string stage, TreebankSentence[] sentences, IReadOnlyList<TreebankSentence> background, TrainingStages stages, Action<string, double>? progress) => Restore(
            stages.Run(stage, () => Bytes(
                new TaggerTrainer(options.Tagger).Train(sentences, background, share => progress?.Invoke(stage, share)).Write)),
            Tagger.Read);

    private static byte[] Tag(Tagger tagger, TreebankSentence sentence)
    {
        WordHashes[] words = [.. sentence.Forms.Select(f => new WordHashes(f))];
        var labels = new byte[words.Length];
        tagger.Tag(words, labels);
        return labels;
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static T Restore<T>(byte[] bytes, Func<BinaryReader, T> read)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        return read(reader);
    }
}
