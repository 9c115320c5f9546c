using Demarche.Core.Attributions.Learned;
using Demarche.Core.Reading;

namespace Demarche.Core.Evaluation;

/// <summary>A corpus that people annotated, in one of the layouts named at <see cref="Read"/>.</summary>
/// <param name="Articles">The annotated articles.</param>
/// <param name="Changes">Pairs of positions with what lies between them; empty when the corpus has none.</param>
/// <param name="CodebookPath">The codebook its positions were coded with, or null when none lies beside them.</param>
public sealed record GoldCorpus(IReadOnlyList<GoldArticle> Articles, IReadOnlyList<GoldChange> Changes, string? CodebookPath)
{
    /// <summary>Quotations in several articles that are one thing said; empty when the corpus has none.</summary>
    public IReadOnlyList<GoldQuotation> Quotations { get; init; } = [];

    private const string ArticlesFile = "articles.jsonl";
    private const string CodebookFile = "codebook.yaml";

    /// <summary>
    /// Reads a corpus: a folder in brat's layout or PolNeAR's; a folder of TimeML files; a folder with <c>articles.jsonl</c> and any of
    /// <c>attributions.jsonl</c>, <c>gold.jsonl</c>, <c>changes.jsonl</c> and <c>quotes.jsonl</c>, or one of those files; or a file of records as
    /// <c>demarche extract</c> writes them, corrected by hand.
    /// </summary>
    /// <exception cref="InvalidDataException">Something in it cannot be understood; the message says where.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static GoldCorpus Read(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path) ? OfFile(path) : throw new FileNotFoundException($"there is no {path}", path);
        }

        if (File.Exists(Path.Combine(path, ArticlesFile)))
        {
            return OfTables(path, ["attributions.jsonl", "gold.jsonl", "changes.jsonl", "quotes.jsonl"]);
        }

        GoldArticle[] articles = BratFolder.IsParted(path) || Directory.EnumerateFiles(path, "*.ann").Any()
            ? [.. BratFolder.Read(path).Select(OfBrat)]
            : [.. TimeMlFolder.FilesOf(path).Select(TimeMlFolder.Read)];
        return articles.Length > 0
            ? new GoldCorpus(articles, [], null)
            : throw new InvalidDataException(
                $"{path} holds no annotated articles: neither {ArticlesFile}, nor NAME.txt beside NAME.ann, nor text/ and attributions/, nor *.tml");
    }

    private static GoldCorpus OfFile(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return GoldTables.IsTable(path)
            ? OfTables(folder, [Path.GetFileName(path)])
            : new GoldCorpus([.. GoldRecords.Read(path)], [], CodebookIn(folder));
    }

    private static GoldCorpus OfTables(string folder, string[] names)
    {
        var tables = new GoldTables(Path.Combine(folder, ArticlesFile));
        foreach (string path in names.Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            tables.Add(path);
        }

        return new GoldCorpus(tables.Articles, tables.Changes, CodebookIn(folder)) { Quotations = tables.Quotations };
    }

    private static string? CodebookIn(string folder) =>
        Path.Combine(folder, CodebookFile) is var path && File.Exists(path) ? path : null;

    private static GoldArticle OfBrat(AnnotatedArticle article) => new()
    {
        Id = article.Id,
        Text = article.Text,
        Input = new RawArticle
        {
            Origin = article.Id,
            Id = article.Id,
            Kind = RawKind.Text,
            Bytes = System.Text.Encoding.UTF8.GetBytes(article.Text),
        },
        Attributions = [.. article.Attributions.Select(a => new GoldAttribution(a.Source, a.Cue, a.Content, null))],
    };
}
