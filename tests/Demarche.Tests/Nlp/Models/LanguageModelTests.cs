using Demarche.Nlp;
using Demarche.Nlp.Evaluation;
using Demarche.Nlp.Models;
using Demarche.Nlp.Parsing;
using Demarche.Nlp.Tagging;
using Demarche.Tests.Nlp.Corpora;
using Xunit;

namespace Demarche.Tests.Nlp.Models;

public class LanguageModelTests
{
    private static readonly LanguageModelTrainingOptions Options = new()
    {
        Folds = 2,
        Tagger = new TaggerTrainingOptions { MinimumLabelCount = 1, MinimumUpdates = 1 },
        Parser = new ParserTrainingOptions { MinimumUpdates = 1, SmallestMoveWeight = 0, MinimumRelationUpdates = 1, MinimumRelationCount = 1 },
    };

    private static readonly TrainingCorpora Corpora = new(ToyTreebank.Sentences(times: 6), ToyTreebank.Sentences());

    [Fact]
    public void Trained_twice_it_is_the_same_file() => Assert.Equal(Bytes(Train(TrainingStages.None)), Bytes(Train(TrainingStages.None)));

    [Fact]
    public void A_training_that_was_stopped_goes_on_where_it_was()
    {
        var saved = new Dictionary<string, byte[]>();
        var stages = new TrainingStages(saved.GetValueOrDefault, saved.Add);
        byte[] first = Bytes(Train(stages));

        Assert.Equal(["fold-0", "fold-1", "lemmatizer", "parser", "tagger"], saved.Keys.Order(StringComparer.Ordinal));
        saved.Remove("parser");
        Assert.Equal(first, Bytes(Train(stages)));
    }

    [Fact]
    public void Fills_the_columns_of_a_document()
    {
        LanguageModel model = LanguageModel.Read(new MemoryStream(Bytes(Train(TrainingStages.None))), "toy.bin");
        Document document = new Analyzer(model).Analyze("Arvania wants talks in Belmora.\nThe envoy said Arvania will open the canal.");

        Assert.Equal(document.TokenCount, document.Syntax.Heads.Length);
        Assert.Equal(["nsubj", "root", "obj", "case", "nmod", "punct"], Enumerable.Range(0, 6).Select(document.Syntax.Relation));
        Assert.Equal("want", document.Syntax.Lemmas[1]);
        Assert.Equal("VBD", document.Syntax.Xpos(8));
        Assert.Equal("PROPN", document.Syntax.Upos(9));
        Assert.Equal(8, document.Syntax.Heads[document.Syntax.Heads[9]]);
    }

    [Fact]
    public void Scores_on_what_it_learned_from_are_perfect()
    {
        var scores = TreebankScores.Of(Train(TrainingStages.None), ToyTreebank.Sentences());

        Assert.Equal(new TreebankScores(29, 1, 1, 1, 1, 1), scores);
    }

    [Fact]
    public void Without_a_model_the_columns_are_empty() => Assert.True(new Analyzer().Analyze("Belmora wants talks.").Syntax.IsEmpty);

    private static LanguageModel Train(TrainingStages stages) => new LanguageModelTrainer(Options).Train(Corpora, stages);

    private static byte[] Bytes(LanguageModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
