using Demarche.Core;
using Demarche.Core.Evaluation;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>Whole articles about disputes of other kinds than the annotated real ones, read from raw text to positions.</summary>
public sealed class InventedDisputeSpecs
{
    private static readonly Lazy<ReadingModels> Models = new(() => ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en")));

    // A little below what is read today, 22 November 2026; they only rise.
    [Theory]
    [InlineData("strike", 72)]
    [InlineData("dam", 66)]
    [InlineData("fishery", 72)]
    [InlineData("trade", 80)]
    public void Positions_are_found_with_the_codebook_a_user_would_write(string dispute, double leastF1)
    {
        Assert.SkipWhen(Repository.Root is null, "The tests do not run in a checkout.");
        string folder = Path.Combine(Repository.Root!, "eval", "disputes", dispute);
        GoldCorpus gold = GoldCorpus.Read(folder);
        var pipeline = new ArticlePipeline(CodebookReader.ReadFile(gold.CodebookPath!).Codebook, Models.Value);
        var reader = new ArticleReader();
        var coded = new Dictionary<string, CodedArticle>(StringComparer.Ordinal);
        foreach (GoldArticle article in gold.Articles)
        {
            coded[article.Id] = pipeline.Code(reader.Read(article.Input).Article);
        }

        EvaluationReport report = Evaluator.Run(gold, coded, new PositionScorer(), seed: 1);
        double f1 = report.Figures.Single(f => f.Figure.Name == "positions").Value;
        Assert.True(f1 >= leastF1, $"{dispute}: F1 {f1:F1} is below {leastF1}. {string.Join("; ", report.Errors)}");
    }
}
