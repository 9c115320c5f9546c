using Demarche.Core;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Fetching;
using Demarche.Web.Work;

namespace Demarche.Web.Sources;

/// <summary>Brings into the ledger what readers send, by the same way as `demarche add`. Safe to share.</summary>
internal sealed class Intake(LedgerSource source, ReadingDesk reading)
{
    /// <summary>Whether the sample can be read into the ledger without mixing with anybody's own dispute.</summary>
    public bool TakesSample => source.Counts.Articles == 0 && (source.Ledger.CodebookText is not { } text || text == SampleDispute.CodebookText);

    /// <summary>Articles as they were sent.</summary>
    public IntakeWork Of(string title, IEnumerable<RawArticle> articles) => new()
    {
        Title = title,
        Results = cancellation => ToldAsync(NewIntake().AddAsync(articles, cancellation)),
    };

    /// <summary>Links, and what the lists among them lead to. Addresses of this machine and its networks are not fetched.</summary>
    public IntakeWork OfLinks(IReadOnlyList<RawArticle> links) => new()
    {
        Title = links.Count == 1 ? "Adding an address" : $"Adding {links.Count} addresses",
        Results = cancellation => ToldAsync(NewIntake().AddAsync(Followed(links, cancellation), cancellation)),
    };

    /// <summary>All articles read anew with the ledger's codebook.</summary>
    public IntakeWork Anew() => new()
    {
        Title = "Reading the articles with the new codebook",
        Count = source.Counts.Articles,
        Results = cancellation => ToldAsync(NewIntake().RecodeAsync(cancellation)),
    };

    // With the codebook as it is saved now: what pages show may be seconds old.
    private LedgerIntake NewIntake()
    {
        source.Refresh();
        return new LedgerIntake(source.Ledger, reading.Pipeline(source.Codebook), reading.Threads, reading.Outlets);
    }

    // Whoever waited for the end sees all of it on the next page, not what the ledger had seconds before.
    private async IAsyncEnumerable<IntakeResult> ToldAsync(IAsyncEnumerable<IntakeResult> results)
    {
        try
        {
            await foreach (IntakeResult result in results)
            {
                yield return result;
            }
        }
        finally
        {
            source.Refresh();
        }
    }

    private static IEnumerable<RawArticle> Followed(IReadOnlyList<RawArticle> links, CancellationToken cancellation)
    {
        var options = new FetchOptions();
        using var fetcher = new PageFetcher(options);
        foreach (RawArticle article in new LinkFollower(fetcher, options).Follow(links, cancellation))
        {
            yield return article;
        }
    }
}
