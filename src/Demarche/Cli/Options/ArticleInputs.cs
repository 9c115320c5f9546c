using System.CommandLine;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Fetching;
using Demarche.Core.Reading.Sources;

namespace Demarche.Cli.Options;

/// <summary>What commands that read articles have in common: their inputs, the names of columns, and how addresses are fetched.</summary>
internal sealed class ArticleInputs
{
    private readonly Argument<string[]> _inputs;

    private readonly Option<string?> _map = new("--map")
    {
        Description = "Which column or member holds which field, where it is not known: title=headline,text=story. "
            + "Fields: id, url, outlet, title, byline, published, language, text, html.",
        HelpName = "FIELD=NAME,...",
    };

    private readonly Option<bool> _fetch = new("--fetch")
    {
        Description = "Also fetch the pages that feeds, sitemaps and lists of addresses in files link to.",
    };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "Pages fetched for one feed, sitemap or list at most.",
        HelpName = "N",
        DefaultValueFactory = _ => new FetchOptions().MostPages,
    };

    /// <summary>The inputs of a command.</summary>
    /// <param name="arity">How many there may be.</param>
    /// <param name="more">What to say when there are none.</param>
    public ArticleInputs(ArgumentArity arity, string more)
    {
        _inputs = new Argument<string[]>("inputs")
        {
            Description = "Files, folders, patterns, https:// addresses, or - for standard input" + more + ". Read are .txt, .html, .jsonl, .json, .csv, "
                + ".tsv, feeds and sitemaps (.xml), .warc, .eml, .mht, .docx and .zip, each also .gz.",
            Arity = arity,
        };
    }

    /// <summary>How addresses are fetched.</summary>
    public FetchingOptions Fetching { get; } = new();

    /// <summary>Puts argument and options on <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_inputs);
        command.Options.Add(_map);
        command.Options.Add(_fetch);
        command.Options.Add(_limit);
        Fetching.AddTo(command);
    }

    /// <summary>What was named.</summary>
    public string[] Names(ParseResult parsed) => parsed.GetValue(_inputs) ?? [];

    /// <summary>The articles, pages in the place of links. To be walked to its end or disposed before the program ends.</summary>
    public IEnumerable<RawArticle> Read(ParseResult parsed, CancellationToken cancellation)
    {
        FieldMap? fields = null;
        if (parsed.GetValue(_map) is { } map && FieldMap.TryParse(map, out fields) is { } problem)
        {
            throw new UserException($"--map: {problem}.");
        }

        FetchOptions options = Fetching.Read(parsed) with { MostPages = parsed.GetValue(_limit) };
        return Walk(Names(parsed), new SourceOptions { Fields = fields }, options, parsed.GetValue(_fetch), cancellation);
    }

    private static IEnumerable<RawArticle> Walk(
        string[] names, SourceOptions sources, FetchOptions options, bool followsFiles, CancellationToken cancellation)
    {
        using var fetcher = new PageFetcher(options);
        var follower = new LinkFollower(fetcher, options, sources) { FollowsFiles = followsFiles };
        foreach (RawArticle article in follower.Follow(ArticleFiles.Read(names, Console.OpenStandardInput, sources), cancellation))
        {
            yield return article;
        }
    }
}
