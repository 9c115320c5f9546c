using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Fetching;

namespace Demarche.Core;

/// <summary>Visits feeds again and again and brings what is new in them into a ledger.</summary>
public sealed class FeedWatch
{
    // A feed that failed is left alone twice as long each time, up to six hours, as feed readers of the trade do.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    // A server may ask for more, up to a day; more is a mistake of its clock.
    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(1);

    private readonly SqliteLedger _ledger;
    private readonly LedgerIntake _intake;
    private readonly PageFetcher _fetcher;
    private readonly FetchOptions _options;

    /// <summary>A watch.</summary>
    /// <param name="ledger">Where articles go, and what is known of the feeds.</param>
    /// <param name="intake">Brings articles into that ledger.</param>
    /// <param name="fetcher">Fetches feeds and pages.</param>
    /// <param name="options">Clock and limits.</param>
    public FeedWatch(SqliteLedger ledger, LedgerIntake intake, PageFetcher fetcher, FetchOptions options)
    {
        _ledger = ledger;
        _intake = intake;
        _fetcher = fetcher;
        _options = options;
    }

    /// <summary>Time between two visits to a feed.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Visits the feeds in turn, each when its time has come; gives what became of every new entry, and of a feed that failed.</summary>
    /// <param name="addresses">The feeds.</param>
    /// <param name="isOnce">Whether to end after one round, in which only feeds that asked for time are left out.</param>
    /// <param name="cancellation">Ends the watch, by an exception.</param>
    public async IAsyncEnumerable<IntakeResult> RunAsync(
        IReadOnlyList<string> addresses, bool isOnce, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        while (true)
        {
            foreach (string address in addresses)
            {
                WatchedFeed feed = _ledger.Feeds.Get(address);
                bool isDue = feed.NextVisit is null || feed.NextVisit <= _options.Time.GetUtcNow();
                if (isDue || (isOnce && feed.Failures == 0))
                {
                    await foreach (IntakeResult result in VisitAsync(feed, cancellation))
                    {
                        yield return result;
                    }
                }
            }

            if (isOnce)
            {
                yield break;
            }

            DateTimeOffset next = addresses.Select(address => _ledger.Feeds.Get(address).NextVisit ?? DateTimeOffset.MinValue).Min();
            TimeSpan wait = next - _options.Time.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1), _options.Time, cancellation);
        }
    }

    private async IAsyncEnumerable<IntakeResult> VisitAsync(WatchedFeed feed, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Fetched fetched = await _fetcher.FetchAsync(feed.Address, new KnownVersion(feed.EntityTag, feed.LastModified), cancellation);
        if (fetched.Problem is { } problem)
        {
            _ledger.Feeds.Set(feed with { Failures = feed.Failures + 1, NextVisit = Next(feed, feed.Failures + 1, fetched.RetryAfter) });
            yield return new IntakeResult(feed.Address, new Article { Id = feed.Address, Text = "" }, null, problem);
            yield break;
        }

        if (!fetched.IsUnchanged)
        {
            var follower = new LinkFollower(_fetcher, _options);
            IEnumerable<RawArticle> entries = follower.Open(fetched, entry => Wanted(feed, entry), cancellation);
            await foreach (IntakeResult result in _intake.AddAsync(entries, cancellation))
            {
                if (result.Mark is { } mark)
                {
                    _ledger.Feeds.Note(mark, isDone: result.Problem is null);
                }

                yield return result;
            }
        }

        // Noted last: whoever stops in between asks for the feed once more, not for the pages read already.
        _ledger.Feeds.Set(feed with
        {
            EntityTag = fetched.IsUnchanged ? feed.EntityTag : fetched.EntityTag,
            LastModified = fetched.IsUnchanged ? feed.LastModified : fetched.LastModified,
            Failures = 0,
            NextVisit = Next(feed, 0, null),
        });
    }

    private RawArticle? Wanted(WatchedFeed feed, RawArticle entry)
    {
        string mark = MarkOf(feed, entry);
        return _ledger.Feeds.IsWanted(mark) ? entry with { Mark = mark } : null;
    }

    /// <summary>An entry is another one when its feed says anything else of it: a new day or title brings its page again.</summary>
    private static string MarkOf(WatchedFeed feed, RawArticle entry) => ContentId.Of(
        "feed-entry",
        feed.Address,
        entry.Id,
        entry.Address,
        entry.Given?.Title,
        entry.Given?.Published?.ToString("O", CultureInfo.InvariantCulture),
        Convert.ToHexStringLower(SHA256.HashData(entry.Bytes.Span)));

    private DateTimeOffset Next(WatchedFeed feed, int failures, TimeSpan? asked)
    {
        TimeSpan pause = Interval * Math.Pow(2, Math.Min(failures, 10));
        pause = failures > 0 && pause > LongestPause ? LongestPause : pause;
        TimeSpan server = asked is null ? TimeSpan.Zero : asked.Value > LongestRetry ? LongestRetry : asked.Value;
        pause = server > pause ? server : pause;

        // Up to a tenth later, so that feeds of one host do not come due together: drawn from the address, not from chance.
        string drawn = ContentId.Of("feed-pause", feed.Address, failures.ToString(CultureInfo.InvariantCulture));
        double share = int.Parse(drawn.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 65536.0;
        return _options.Time.GetUtcNow() + pause + (pause * (share * 0.1));
    }
}
