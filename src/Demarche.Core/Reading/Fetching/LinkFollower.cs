using Demarche.Core.Reading.Sources;
using Demarche.Core.Reading.Sources.Archives;

namespace Demarche.Core.Reading.Fetching;

/// <summary>
/// Puts pages in the place of links: of addresses the user named, of the entries of feeds and sitemaps found there, and of those in files when
/// the user asks for it. A link is followed from a list to a page, never from a page: nothing is crawled.
/// </summary>
public sealed class LinkFollower
{
    // An index of sitemaps leads to sitemaps, those to pages.
    private const int DeepestList = 2;

    private readonly PageFetcher _fetcher;
    private readonly FetchOptions _options;
    private readonly SourceOptions _sources;
    private readonly HashSet<string> _pages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);

    /// <summary>A follower.</summary>
    /// <param name="fetcher">Fetches.</param>
    /// <param name="options">Limits.</param>
    /// <param name="sources">What the user says about inputs; null for nothing.</param>
    public LinkFollower(PageFetcher fetcher, FetchOptions options, SourceOptions? sources = null)
    {
        _fetcher = fetcher;
        _options = options;
        _sources = sources ?? SourceOptions.None;
    }

    /// <summary>Whether links and teasers in files are followed too, not only those in what was fetched.</summary>
    public bool FollowsFiles { get; init; }

    /// <summary>The articles, each link replaced by what lies there or by the reason why it could not be had.</summary>
    /// <param name="found">Raw articles, links among them.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public IEnumerable<RawArticle> Follow(IEnumerable<RawArticle> found, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        int fromFiles = 0;
        foreach (RawArticle raw in found)
        {
            bool isNamed = raw is { Kind: RawKind.Link, Given: null, Address: not null, Problem: null };
            IEnumerable<RawArticle> articles = isNamed ? FollowNamed(raw, cancellation)
                : FollowsFiles && IsLink(raw) ? FollowEntry(raw, 0, ref fromFiles, cancellation)
                : [raw];
            foreach (RawArticle article in articles)
            {
                yield return article;
            }
        }
    }

    /// <summary>The articles of bytes that were fetched from a list or page the user named, their links followed.</summary>
    /// <param name="fetched">What was fetched, without a problem.</param>
    /// <param name="choose">Gives an entry that is wanted, marked or not, before anything is fetched for it, and null for one that is not; null for all as they are.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public IEnumerable<RawArticle> Open(Fetched fetched, Func<RawArticle, RawArticle?>? choose = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        return OpenList(fetched, 0, choose, cancellation);
    }

    private IEnumerable<RawArticle> FollowNamed(RawArticle named, CancellationToken cancellation)
    {
        Fetched fetched = Fetch(named.Address!, cancellation);
        return fetched.Problem is { } problem
            ? [named with { Origin = named.Address!, Problem = WithoutAddress(problem, named.Address!) }]
            : OpenList(fetched, 0, null, cancellation);
    }

    private IEnumerable<RawArticle> OpenList(Fetched fetched, int depth, Func<RawArticle, RawArticle?>? choose, CancellationToken cancellation)
    {
        _lists.Add(fetched.Address);
        int pages = 0;
        foreach (RawArticle each in Parts(fetched))
        {
            if ((choose is null || each.Problem is not null ? each : choose(each)) is not { } part)
            {
                continue;
            }

            foreach (RawArticle article in IsLink(part) ? FollowEntry(part, depth, ref pages, cancellation) : [part])
            {
                yield return article;
            }
        }
    }

    private IEnumerable<RawArticle> FollowEntry(RawArticle entry, int depth, ref int pages, CancellationToken cancellation)
    {
        string address = entry.Address!;
        if (_lists.Contains(address))
        {
            return [entry with { Kind = RawKind.Link, Bytes = default, Problem = "it leads back to a list that was read already" }];
        }

        // A page that two lists name is no failure: it is here already.
        if (!_pages.Add(address))
        {
            return [];
        }

        if (++pages > _options.MostPages)
        {
            return pages == _options.MostPages + 1
                ? [entry with { Problem = $"left out with all behind it: {_options.MostPages} pages of one list were fetched; raise it with --limit" }]
                : [];
        }

        if (entry.IsIndex && depth >= DeepestList)
        {
            return [entry with { Problem = $"lists of lists nest deeper than {DeepestList}" }];
        }

        Fetched fetched = Fetch(address, cancellation);
        return fetched.Problem is { } problem ? [entry with { Kind = RawKind.Link, Bytes = default, Origin = address, Problem = WithoutAddress(problem, address) }]
            : entry.IsIndex ? OpenList(fetched, depth + 1, null, cancellation)
            : [PageOf(entry, fetched)];
    }

    /// <summary>The page an entry leads to, with what the entry says of it.</summary>
    private RawArticle PageOf(RawArticle entry, Fetched fetched)
    {
        RawArticle[] parts = [.. Parts(fetched).Take(2)];
        RawArticle? page = parts.Length == 1 && !IsLink(parts[0]) ? parts[0] : null;
        return page is null
            ? entry with { Kind = RawKind.Link, Bytes = default, Origin = fetched.Address, Problem = "no page, but another list of articles" }
            : page with { Id = entry.Id, Given = entry.Given, Outlet = entry.Outlet, Mark = entry.Mark };
    }

    private IEnumerable<RawArticle> Parts(Fetched fetched)
    {
        string type = HeaderLines.Plain(fetched.ContentType);
        string path = new Uri(fetched.Address).AbsolutePath;
        string stem = SourceFormats.StemOf(path) is { Length: > 0 } name ? name : new Uri(fetched.Address).Host;
        var input = new SourceInput(fetched.Address, stem)
        {
            Options = _sources,
            Address = fetched.Address,
            Charset = HeaderLines.Parameter(fetched.ContentType, "charset"),
            FetchedAt = fetched.At,
            LinkDepth = 1,
        };

        // A page is a page whatever its address ends with.
        string? fileName = type is "text/html" or "application/xhtml+xml" ? null : path;
        return new ArticleStream(input, fileName).Read(() => new MemoryStream(fetched.Bytes.ToArray()));
    }

    // The walk over inputs waits for the page as it waits for a disk; it runs on a thread of its own.
    private Fetched Fetch(string address, CancellationToken cancellation) =>
        _fetcher.FetchAsync(address, null, cancellation).GetAwaiter().GetResult();

    private static bool IsLink(RawArticle raw) =>
        raw.Problem is null && raw.Address is not null && (raw.Kind == RawKind.Link || raw.IsTeaser);

    private static string WithoutAddress(string problem, string address) =>
        problem.StartsWith($"{address}: ", StringComparison.Ordinal) ? problem[(address.Length + 2)..] : problem;
}
