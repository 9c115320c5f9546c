using System.Text.Json;
using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Positions.Confidence;
using Demarche.Core.Reading;
using Demarche.Nlp;

namespace Demarche.Benchmarks;

/// <summary>Writes every reading of a set of articles with its signals as JSON Lines; <c>eval/confidence/fit.py</c> fits the weights on them.</summary>
internal static class PositionSignals
{
    /// <summary>Reads the articles named after the codebook's path and writes to standard output; returns the exit code.</summary>
    public static int Write(string codebook, IReadOnlyList<string> articles)
    {
        var actors = new ActorDirectory(CodebookReader.ReadFile(codebook).Codebook
            ?? throw new InvalidDataException($"{codebook} is no codebook; `demarche codebook check` says why."));
        ReadingModels models = ReadingModels.Read(Path.Combine(AppContext.BaseDirectory, "models", "en"));
        var builder = new PositionBuilder(actors, models.Words);
        var speakers = new SpeakerResolver(actors);
        var days = new ArticleDay(actors);
        var analyzer = new Analyzer(models.Language, models.Entities);
        var extractor = new AttributionExtractor(models.Attribution, isWide: true);
        var reader = new ArticleReader();
        foreach (RawArticle raw in ArticleFiles.Read([.. articles], () => Stream.Null))
        {
            Article article = reader.Read(raw).Article;
            Document document = analyzer.Analyze(article.Text, article.Published);
            DateOnly? day = article.Published ?? days.Find(document);
            IReadOnlyList<Attribution> found = speakers.Resolve(document, extractor.Extract(document, article.Furniture), day, article.Outlet);
            foreach ((Position position, double[] signals) in builder.Readings(article, document, found, day))
            {
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    article = article.Id,
                    act = position.Act.ToString().ToLowerInvariant(),
                    kind = position.Kind?.ToString().ToLowerInvariant() ?? "narrator",
                    confidence = Math.Round(position.Confidence, 3),
                    holder = position.Holder,
                    party = position.Party,
                    issue = position.Issue,
                    stance = position.Stance.ToString().ToLowerInvariant(),
                    start = position.Evidence.Start,
                    end = position.Evidence.End,
                    why = position.Why,
                    signals = Enum.GetValues<Signal>().ToDictionary(s => s.ToString(), s => Math.Round(signals[(int)s], 3)),
                }));
            }
        }

        return 0;
    }
}
