using Demarche.Core;

namespace Demarche.Web.Work;

/// <summary>What another codebook would make of the ledger's articles, worked out before anything is saved.</summary>
public sealed class PreviewWork : WorkItem
{
    // Beyond this nobody reads the list; the counts go on.
    private const int MostShown = 500;

    private readonly List<ArticleDifference> _shown = [];
    private readonly Lock _showing = new();
    private (int Come, int Go, int Otherwise, int Problems) _counts;

    /// <summary>The codebook, valid YAML.</summary>
    public required string Draft { get; init; }

    /// <summary>Digest of the codebook it was written on; null when there was none. Another one since then means that somebody else saved.</summary>
    public required string? Basis { get; init; }

    /// <summary>Gives the articles whose lines would change; reports how many were read.</summary>
    public required Func<IProgress<int>, CancellationToken, IAsyncEnumerable<ArticleDifference>> Differences { get; init; }

    /// <summary>Number of articles.</summary>
    public required long Count { init => Total = value; }

    /// <summary>How many lines would come, go and read otherwise, and how many articles could not be read.</summary>
    public (int Come, int Go, int Otherwise, int Problems) Counts
    {
        get
        {
            lock (_showing)
            {
                return _counts;
            }
        }
    }

    /// <summary>The first articles that would change, in the ledger's order.</summary>
    public IReadOnlyList<ArticleDifference> Shown
    {
        get
        {
            lock (_showing)
            {
                return [.. _shown];
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        await foreach (ArticleDifference article in Differences(new Steps(this), cancellation).WithCancellation(cancellation))
        {
            lock (_showing)
            {
                _counts = (
                    _counts.Come + article.Lines.Count(line => line.Before is null),
                    _counts.Go + article.Lines.Count(line => line.After is null),
                    _counts.Otherwise + article.Lines.Count(line => line is { Before: not null, After: not null }),
                    _counts.Problems + (article.Problem is null ? 0 : 1));
                if (_shown.Count < MostShown)
                {
                    _shown.Add(article);
                }
            }
        }
    }

    // At once and in order, which the base library's Progress does not promise.
    private sealed class Steps(PreviewWork work) : IProgress<int>
    {
        public void Report(int value) => work.Advance();
    }
}
