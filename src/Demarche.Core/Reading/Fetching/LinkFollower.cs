using Demarche.Core.Reading.Sources;
using Demarche.Core.Reading.Sources.Archives;

namespace Demarche.Core.Reading.Fetching;

/// <summary>
/// Puts pages in the place of links: of addresses the user named, of the entries of feeds and sitemaps found there, and of those in files when
/// the user asks for it. A link is followed from a list to a page, never from a page: nothing is crawled. While one host keeps its visitors
/// waiting, pages of others are fetched ahead; the order of the articles stays that of the links.
/// </summary>
public sealed class LinkFollower
{
    // An index of sitemaps leads to sitemaps, those to pages.
    private const int DeepestList = 2;

    // Pages fetched ahead of the one whose turn it is: a feed of many sites keeps that many busy, and as many pages in memory.
    private const int MostAhead = 16;

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
        return Ahead(Plan(), cancellation);

        IEnumerable<Errand> Plan()
        {
            int fromFiles = 0;
            foreach (RawArticle raw in found)
            {
                bool isNamed = raw is { Kind: RawKind.Link, Given: null, Address: not null, Problem: null };
                yield return isNamed ? new Errand(raw, raw.Address!, fetched => OpenNamed(raw, fetched, cancellation))
                    : FollowsFiles && IsLink(raw) ? ErrandOf(raw, 0, ref fromFiles, cancellation)
                    : new Errand(raw);
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

    private IEnumerable<RawArticle> OpenNamed(RawArticle named, Fetched fetched, CancellationToken cancellation) =>
        fetched.Problem is { } problem
            ? [named with { Origin = named.Address!, Problem = WithoutAddress(problem, named.Address!) }]
            : OpenList(fetched, 0, null, cancellation);

    private IEnumerable<RawArticle> OpenList(Fetched fetched, int depth, Func<RawArticle, RawArticle?>? choose, CancellationToken cancellation)
    {
        _lists.Add(fetched.Address);
        return Ahead(Plan(), cancellation);

        IEnumerable<Errand> Plan()
        {
            int pages = 0;
            foreach (RawArticle each in Parts(fetched))
            {
                if ((choose is null || each.Problem is not null ? each : choose(each)) is { } part)
                {
                    yield return IsLink(part) ? ErrandOf(part, depth, ref pages, cancellation) : new Errand(part);
                }
            }
        }
    }

    /// <summary>What is to be done for the entry of a list: its page is fetched, or there is a reason why not.</summary>
    private Errand ErrandOf(RawArticle entry, int depth, ref int pages, CancellationToken cancellation)
    {
        string address = entry.Address!;
        if (_lists.Contains(address))
        {
            return new Errand(entry with { Kind = RawKind.Link, Bytes = default, Problem = "it leads back to a list that was read already" });
        }

        // A page that two lists name is no failure: it is here already.
        if (!_pages.Add(address))
        {
            return new Errand(null);
        }

        if (++pages > _options.MostPages)
        {
            return new Errand(pages == _options.MostPages + 1
                ? entry with { Problem = $"left out with all behind it: {_options.MostPages} pages of one list were fetched; raise it with --limit" }
                : null);
        }

        return entry.IsIndex && depth >= DeepestList
            ? new Errand(entry with { Problem = $"lists of lists nest deeper than {DeepestList}" })
            : new Errand(entry, address, fetched =>
                fetched.Problem is { } problem ? [entry with { Kind = RawKind.Link, Bytes = default, Origin = address, Problem = WithoutAddress(problem, address) }]
                : entry.IsIndex ? OpenList(fetched, depth + 1, null, cancellation)
                : [PageOf(entry, fetched)]);
    }

    /// <summary>Runs errands a few ahead of the one whose articles are wanted, and gives the articles in the order of the errands.</summary>
    private IEnumerable<RawArticle> Ahead(IEnumerable<Errand> plan, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = new Queue<(Errand Errand, Task<Fetched>? Page)>();
        try
        {
            foreach (Errand errand in plan)
            {
                // Started in their order: at each host they wait for their turn in it.
                running.Enqueue((errand, errand.Address is { } address ? _fetcher.FetchAsync(address, null, stop.Token) : null));

                // What need not wait for a page is not held back for the window to fill.
                while (running.Count > MostAhead || (running.Count > 0 && running.Peek().Page is null))
                {
                    foreach (RawArticle article in Finish(running.Dequeue()))
                    {
                        yield return article;
                    }
                }
            }

            while (running.Count > 0)
            {
                foreach (RawArticle article in Finish(running.Dequeue()))
                {
                    yield return article;
                }
            }
        }
        finally
        {
            // Whoever stops early leaves no request behind.
            stop.Cancel();
            Task.WhenAll(running.Select(each => each.Page).OfType<Task>()).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    // The walk over inputs waits for the page as it waits for a disk; it runs on a thread of its own.
    private static IEnumerable<RawArticle> Finish((Errand Errand, Task<Fetched>? Page) one) =>
        one.Page is { } page ? one.Errand.Open!(page.GetAwaiter().GetResult())
        : one.Errand.Entry is { } entry ? [entry]
        : [];

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

    private static bool IsLink(RawArticle raw) =>
        raw.Problem is null && raw.Address is not null && (raw.Kind == RawKind.Link || raw.IsTeaser);

    private static string WithoutAddress(string problem, string address) =>
        problem.StartsWith($"{address}: ", StringComparison.Ordinal) ? problem[(address.Length + 2)..] : problem;

    /// <summary>An article as it is, or a page to be fetched and what is then made of it.</summary>
    /// <param name="Entry">The article or link; null when nothing comes of it.</param>
    /// <param name="Address">Where the page lies; null when nothing is fetched.</param>
    /// <param name="Open">Gives the articles of what was fetched; null when nothing is.</param>
    private sealed record Errand(RawArticle? Entry, string? Address = null, Func<Fetched, IEnumerable<RawArticle>>? Open = null);
}
