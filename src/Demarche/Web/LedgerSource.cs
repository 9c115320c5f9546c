using System.Collections.Concurrent;
using System.Globalization;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Sheets;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Web;

/// <summary>
/// The ledger behind all pages: one writer, readers that see one moment each, and answers kept until the ledger changes. Safe to share.
/// </summary>
internal sealed class LedgerSource : IDisposable
{
    // Answers kept: a few readers' filters. A matrix of 12 parties and 40 issues is about 2 MB.
    private const int MostAnswers = 64;

    // While articles are being added the ledger changes many times a second; readers get pages that are at most so old.
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Lazy<object?>> _answers = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly Lock _looking = new();
    private readonly LedgerVersion _version;
    private readonly string _start;
    private string _answersOf = "";
    private long _seen;
    private long _seenAt;

    /// <summary>Opens the ledger of <paramref name="settings"/>.</summary>
    public LedgerSource(ServeSettings settings)
    {
        Ledger = SqliteLedger.Open(settings.Folder, settings.Time);
        _time = settings.Time;
        _version = Ledger.WatchVersion();
        _start = settings.Time.GetUtcNow().UtcTicks.ToString("x", CultureInfo.InvariantCulture);
    }

    /// <summary>The ledger.</summary>
    public SqliteLedger Ledger { get; }

    /// <summary>The ledger's codebook; null when it has none or one with errors.</summary>
    public Codebook? Codebook => Cached("codebook", () => Ledger.CodebookText is { } text ? CodebookReader.Read(text).Codebook : null);

    /// <summary>What the pages are headed with: the dispute's title, else the folder's name.</summary>
    public string Title => Codebook?.Title ?? Codebook?.Dispute ?? Path.GetFileName(Ledger.Folder);

    /// <summary>
    /// A word that changes with the ledger, another after every start: at once after a pause, and every few seconds while it changes all the time.
    /// </summary>
    public string Version
    {
        get
        {
            lock (_looking)
            {
                if (_seen == 0 || _time.GetElapsedTime(_seenAt) > Freshness)
                {
                    long current = _version.Current;
                    _seenAt = current == _seen ? _seenAt : _time.GetTimestamp();
                    _seen = current;
                }

                return string.Create(CultureInfo.InvariantCulture, $"{_start}-{_seen:x}");
            }
        }
    }

    /// <summary>Sees to it that the next page shows what was just decided on one.</summary>
    public void Refresh()
    {
        lock (_looking)
        {
            _seen = 0;
        }
    }

    /// <summary>How much the ledger holds.</summary>
    public LedgerCounts Counts => Cached("counts", Ledger.Count)!;

    /// <summary>What could not be read and has not been since, the latest first.</summary>
    public IReadOnlyList<IntakeFailure> Failures => Cached("failures", Ledger.Failures.All);

    /// <summary>Which articles are copies of one text.</summary>
    public TextCopies Copies => Cached("copies", () => TextCopies.Of(Ledger.Copies()));

    /// <summary>The matrix that <paramref name="request"/> asks for.</summary>
    public MatrixSheet Sheet(SheetRequest request) => Cached($"sheet {request}", () => MatrixSheet.Of(Ledger, Codebook, request));

    /// <summary>The name a party is shown by.</summary>
    public string PartyName(string id) => Names("party-names", book => book.Parties.Select(party => (party.Id, party.Name))).GetValueOrDefault(id, id);

    /// <summary>The label an issue is shown by.</summary>
    public string IssueLabel(string id) => Names("issue-labels", book => book.Issues.Select(issue => (issue.Id, issue.Label))).GetValueOrDefault(id, id);

    /// <summary>What <paramref name="make"/> gives, kept until the ledger changes; it is made once however many ask at the same time.</summary>
    /// <param name="key">Names the answer and all it depends on beside the ledger; answers of another type may have the same.</param>
    /// <param name="make">Makes it; what it gives must not change any more.</param>
    public T Cached<T>(string key, Func<T> make)
    {
        string version = Version;
        if (Interlocked.Exchange(ref _answersOf, version) != version || _answers.Count > MostAnswers)
        {
            _answers.Clear();
        }

        // The version is in the key: an answer begun before a change is never given after it.
        return (T)_answers.GetOrAdd($"{version} {typeof(T)} {key}", _ => new Lazy<object?>(() => make())).Value!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _version.Dispose();
        Ledger.Dispose();
    }

    private Dictionary<string, string> Names(string key, Func<Codebook, IEnumerable<(string Id, string Name)>> names) => Cached(
        key,
        () => Codebook is { } book
            ? names(book).ToDictionary(name => name.Id, name => name.Name, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal))!;
}
