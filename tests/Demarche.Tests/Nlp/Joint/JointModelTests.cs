using Demarche.Nlp;
using Demarche.Nlp.Evaluation;
using Demarche.Nlp.Joint;
using Demarche.Nlp.Models;
using Demarche.Nlp.Parsing;
using Demarche.Nlp.Tagging;
using Demarche.Nlp.Words;
using Demarche.Tests.Nlp.Corpora;
using Xunit;

namespace Demarche.Tests.Nlp.Joint;

public class JointModelTests
{
    private static readonly JointTrainingOptions Options = new()
    {
        Sizes = new JointSizes(8, 16, 16, 8),
        Passes = 40,
        StepWords = 60,
        WarmUpSteps = 5,
        Rate = 0.02f,
        Dropout = 0.05f,
        LeastForms = 2,
        LeastParts = 2,
    };

    private static readonly Lazy<WordVectors> Vectors = new(() =>
    {
        WordVectors words = new WordVectorsBuilder(new WordVectorsOptions { Granularities = [] }).Build([("canal", [0.1f, 0.9f]), ("toll", [0.2f, 0.8f])]);
        using var stream = new MemoryStream();
        words.Write(stream);
        stream.Position = 0;
        return WordVectors.Read(stream, "words.bin");
    });

    private static readonly Lazy<LanguageModel> Linear = new(() => new LanguageModelTrainer(new LanguageModelTrainingOptions
    {
        Folds = 2,
        Tagger = new TaggerTrainingOptions { MinimumLabelCount = 1, MinimumUpdates = 1 },
        Parser = new ParserTrainingOptions { MinimumUpdates = 1, SmallestMoveWeight = 0, MinimumRelationUpdates = 1, MinimumRelationCount = 1 },
    }).Train(new TrainingCorpora(ToyTreebank.Sentences(times: 6), []), TrainingStages.None));

    private static readonly Lazy<JointModel> Network = new(() => Train(TrainingStages.None));

    [Fact]
    public void Learns_the_trees_it_was_shown()
    {
        var scores = TreebankScores.Of(Linear.Value.With(Network.Value), ToyTreebank.Sentences());

        Assert.True(scores is { Xpos: 1, Upos: 1, Lemmas: 1, Relations: >= 0.9 }, scores.ToString());
    }

    [Fact]
    public void A_training_that_was_stopped_goes_on_to_the_same_file()
    {
        byte[]? saved = null;
        int saves = 0;
        var stopping = new TrainingStages(_ => saved, (_, bytes) =>
        {
            saved = bytes;
            if (++saves == 3)
            {
                throw new OperationCanceledException();
            }
        });

        Assert.Throws<OperationCanceledException>(() => Train(stopping));
        Assert.Equal(Bytes(Network.Value), Bytes(Train(stopping)));
        Assert.Equal(Options.Passes, saves);
    }

    [Fact]
    public void Reads_back_with_the_vectors_it_was_trained_with_and_no_others()
    {
        byte[] file = Bytes(Network.Value);
        JointModel again = JointModel.Read(new MemoryStream(file), "network.bin", Vectors.Value);

        Assert.Equal(file, Bytes(again));
        WordVectors others = new WordVectorsBuilder(new WordVectorsOptions { Granularities = [] }).Build([("dam", [0.1f, 0.9f])]);
        Assert.Contains("network.bin", Assert.Throws<ModelFormatException>(() => JointModel.Read(new MemoryStream(file), "network.bin", others)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_with_other_tags_is_refused()
    {
        LanguageModel other = new LanguageModelTrainer(new LanguageModelTrainingOptions { Folds = 2 }).Train(
            new TrainingCorpora(ToyTreebank.Sentences(times: 3), []), TrainingStages.None);

        Assert.Throws<ModelFormatException>(() => other.With(Network.Value));
    }

    [Fact]
    public void An_overlong_sentence_is_left_to_the_parser()
    {
        string text = string.Join(' ', Enumerable.Repeat("toll", JointModel.LongestSentence + 1)) + "\nArvania wants talks in Belmora.";
        Document document = new Analyzer(Linear.Value.With(Network.Value)).Analyze(text);

        Assert.Equal(2, document.Sentences.Length);
        Assert.Equal(JointModel.LongestSentence + 2, document.Syntax.Heads[document.TokenCount - 1]);
        AssertTrees(document);
    }

    [Fact]
    public void Any_text_gets_trees()
    {
        var analyzer = new Analyzer(Linear.Value.With(Network.Value));
        foreach (string text in new[] { "", "\uD83D", "a\uDC00b \uD800. \uFFFF", "- - - ( ) \" \"", new string('x', 5000), "1 2 3\n\n4 5 6" })
        {
            AssertTrees(analyzer.Analyze(text));
        }
    }

    [Fact]
    public void Sentences_are_read_the_same_alone_and_together()
    {
        var analyzer = new Analyzer(Linear.Value.With(Network.Value));
        Document both = analyzer.Analyze("Arvania wants talks in Belmora.\nThe envoy said Arvania will open the canal.");
        Document second = analyzer.Analyze("The envoy said Arvania will open the canal.");

        Assert.Equal(second.Syntax.Heads.ToArray().Select(h => h < 0 ? h : h + 6), both.Syntax.Heads[6..].ToArray());
        Assert.Equal(second.Syntax.XposTags.ToArray(), both.Syntax.XposTags[6..].ToArray());
    }

    private static void AssertTrees(Document document)
    {
        foreach (TokenRange sentence in document.Sentences)
        {
            int[] heads = [.. document.Syntax.Heads[sentence.Start..sentence.End].ToArray().Select(h => h < 0 ? h : h - sentence.Start)];
            Assert.True(TreeDecoder.IsProjectiveTree(heads));
        }
    }

    private static JointModel Train(TrainingStages stages) => new JointTrainer(Options).Train(ToyTreebank.Sentences(times: 3), Vectors.Value, Linear.Value, stages);

    private static byte[] Bytes(JointModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
