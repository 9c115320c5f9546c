using Demarche.Nlp;
using Demarche.Nlp.Corpora;
using Demarche.Nlp.Entities;
using Demarche.Nlp.Evaluation;
using Demarche.Nlp.Joint;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;
using Xunit;

namespace Demarche.Tests.Nlp.Models;

public class EnglishModelTests
{
    private static readonly Lazy<LanguageModel> Model = new(() =>
    {
        using FileStream stream = File.OpenRead(Path.Combine(Repository.Root!, "models", "en", "language.bin"));
        return LanguageModel.Read(stream, "language.bin");
    });

    [Fact]
    public void Reads_a_sentence_of_the_news()
    {
        Document document = new Analyzer(Model.Value).Analyze("The foreign minister of Arvania said on Monday that his country would not sign the treaty.");
        Syntax syntax = document.Syntax;

        Assert.Equal("said", document.Token(Enumerable.Range(0, document.TokenCount).Single(i => syntax.Heads[i] < 0)));
        Assert.Equal(("minister", "nsubj"), (document.Token(2).ToString(), syntax.Relation(2)));
        Assert.Equal(("sign", "ccomp", "VB"), (document.Token(13).ToString(), syntax.Relation(13), syntax.Xpos(13)));
        Assert.Equal(["the", "foreign", "minister", "of", "Arvania", "say"], syntax.Lemmas[..6].ToArray());
    }

    [Fact]
    public void Scores_do_not_fall_below_what_was_reached()
    {
        using FileStream stream = File.OpenRead(SharedData.Require("corpora/ud/en_ewt-ud-dev.conllu.gz"));
        var scores = TreebankScores.Of(Model.Value, ConlluReader.Read(stream));

        // Floors a little under the card's figures.
        Assert.True(scores.Xpos >= 0.940 && scores.Upos >= 0.948 && scores.Lemmas >= 0.965, scores.ToString());
        Assert.True(scores.Heads >= 0.848 && scores.Relations >= 0.808, scores.ToString());
    }

    [Fact]
    public void Scores_of_the_network_do_not_fall_below_what_was_reached()
    {
        using FileStream stream = File.OpenRead(SharedData.Require("corpora/ud/en_ewt-ud-dev.conllu.gz"));
        var scores = TreebankScores.Of(Model.Value.With(Network()), ConlluReader.Read(stream));

        Assert.True(scores.Xpos >= 0.952 && scores.Upos >= 0.959 && scores.Lemmas >= 0.970, scores.ToString());
        Assert.True(scores.Heads >= 0.882 && scores.Relations >= 0.850, scores.ToString());
    }

    [Fact]
    public void Names_are_found_as_often_as_was_reached()
    {
        using FileStream stream = File.OpenRead(SharedData.Require("corpora/polnear/dev.conllu.gz"));
        EntityScores[] scores = EntityScores.Of(Entities(), ConlluReader.Read(stream));

        Assert.True(scores[(int)EntityKind.Person].F1 >= 0.92 && scores[(int)EntityKind.Place].F1 >= 0.92, string.Join(' ', scores));
        Assert.True(scores[(int)EntityKind.Nationality].F1 >= 0.945 && scores[(int)EntityKind.Organization].F1 >= 0.80, string.Join(' ', scores));
    }

    private static JointModel Network() => Read("network.bin", JointModel.Read);

    private static EntityRecognizer Entities() => Read("entities.bin", EntityRecognizer.Read);

    private static T Read<T>(string file, Func<Stream, string, WordVectors, T> read)
    {
        using FileStream words = File.OpenRead(Path.Combine(Repository.Root!, "models", "en", "words.bin"));
        using FileStream stream = File.OpenRead(Path.Combine(Repository.Root!, "models", "en", file));
        return read(stream, file, WordVectors.Read(words, "words.bin"));
    }
}
