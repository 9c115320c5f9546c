using BenchmarkDotNet.Attributes;
using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Demarche.Nlp;

namespace Demarche.Benchmarks;

/// <summary>The steps of an article's way, over the plain-text articles of the sample; one operation is all of them.</summary>
[MemoryDiagnoser]
public class ArticleBenchmarks
{
    // Without models: what the rules and the text core cost. The whole way is measured as it ships.
    private readonly Analyzer _analyzer = new();
    private readonly AttributionExtractor _extractor = new();
    private readonly ArticleReader _reader = new();
    private RawArticle[] _inputs = [];
    private Article[] _articles = [];
    private Document[] _documents = [];
    private ArticlePipeline _pipeline = new();

    [GlobalSetup]
    public void Load()
    {
        string sample = Path.Combine(AppContext.BaseDirectory, "samples", "skarrow");
        _inputs = [.. ArticleFiles.Read([Path.Combine(sample, "articles")], () => Stream.Null)];
        _articles = [.. _inputs.Select(_reader.Read).Where(read => read.Problem is null).Select(read => read.Article)];
        _documents = [.. _articles.Select(article => _analyzer.Analyze(article.Text, article.Published))];
        _pipeline = new ArticlePipeline(
            CodebookReader.ReadFile(Path.Combine(sample, "codebook.yaml")).Codebook,
            ReadingModels.Read(Path.Combine(AppContext.BaseDirectory, "models", "en")));
    }

    [Benchmark]
    public int Read() => _inputs.Sum(input => _reader.Read(input).Article.Text.Length);

    [Benchmark]
    public int Analyze() => _articles.Sum(article => _analyzer.Analyze(article.Text, article.Published).TokenCount);

    [Benchmark]
    public int Attribute() => _documents.Zip(_articles).Sum(pair => _extractor.Extract(pair.First, pair.Second.Furniture).Count);

    [Benchmark]
    public int WholeWay() => _articles.Sum(article => _pipeline.Code(article).Positions.Count);
}
