namespace Demarche.Core.Ledger.Sqlite;

/// <summary>The articles people corrected, settled: what every question heeds before it reads the machine's other lines. Immutable.</summary>
/// <param name="Lines">Positions of each article's current revision as people want them, rejected ones marked; by key of the article.</param>
/// <param name="Revisions">Rows of those revisions.</param>
internal sealed record SettledArticles(IReadOnlyDictionary<string, IReadOnlyList<LedgerEntry>> Lines, IReadOnlySet<long> Revisions)
{
    /// <summary>The lines nobody rejected, by cell.</summary>
    public SketchedCells Cells { get; } = SketchedCells.Of(SketchedCells.Of(Lines.Values.SelectMany(lines => lines).Where(new LedgerQuery().Matches)));

    /// <summary>Sketches of those that <paramref name="query"/> wants.</summary>
    public IEnumerable<(Cell Cell, LineSketch Line)> Wanted(LedgerQuery query) =>
        SketchedCells.Of(Lines.Values.SelectMany(lines => lines).Where(query.Matches));
}

/// <summary>Keeps what was settled for as long as the ledger is as it was, so that many corrections are not applied anew by every question.</summary>
/// <remarks>Safe to share between threads. A session that cannot tell which version it reads settles for itself.</remarks>
internal sealed class SettledCache : IDisposable
{
    // Some 250 MB; a ledger with more corrected lines settles them by every question, as before.
    private const int MostLines = 250_000;

    private readonly Lock _keeping = new();
    private readonly Lazy<LedgerVersion> _version;
    private long _at;
    private CorrectionBook? _book;
    private SettledArticles? _articles;
    private SketchedCells? _sketches;
    private LedgerQuery? _sketched;

    /// <summary>For the ledger in <paramref name="file"/>.</summary>
    public SettledCache(LedgerFile file) => _version = new Lazy<LedgerVersion>(
        () => new LedgerVersion(file, Path.Combine(Path.GetDirectoryName(file.Path)!, LocalConfidence.FileName)));

    /// <summary>Number of the ledger's version now, 1 or more.</summary>
    public long Version => _version.Value.Current;

    /// <summary>The corrections of a version, read when they are not known yet.</summary>
    public CorrectionBook Book(long? version, Func<CorrectionBook> read)
    {
        lock (_keeping)
        {
            if (version == _at && _book is not null)
            {
                return _book;
            }
        }

        CorrectionBook book = read();
        Keep(version, () => _book = book);
        return book;
    }

    /// <summary>The settled articles of a version, settled when they are not known yet.</summary>
    public SettledArticles Articles(long? version, Func<SettledArticles> settle)
    {
        lock (_keeping)
        {
            if (version == _at && _articles is not null)
            {
                return _articles;
            }
        }

        SettledArticles articles = settle();
        if (articles.Lines.Values.Sum(lines => (long)lines.Count) <= MostLines)
        {
            Keep(version, () => _articles = articles);
        }

        return articles;
    }

    /// <summary>The sketches of what a question wants, drawn when the last question about this version wanted something else.</summary>
    public SketchedCells Sketches(long? version, LedgerQuery query, Func<SketchedCells> draw)
    {
        lock (_keeping)
        {
            if (version == _at && _sketches is not null && _sketched == query)
            {
                return _sketches;
            }
        }

        SketchedCells sketches = draw();
        if (sketches.Cells.Values.Sum(lines => (long)lines.Length) <= MostLines)
        {
            Keep(version, () => (_sketches, _sketched) = (sketches, query));
        }

        return sketches;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_version.IsValueCreated)
        {
            _version.Value.Dispose();
        }
    }

    // A slow reader of an older version does not put it in the place of a newer one.
    private void Keep(long? version, Action keep)
    {
        lock (_keeping)
        {
            if (version > _at)
            {
                (_at, _book, _articles, _sketches) = (version.Value, null, null, null);
            }

            if (version == _at)
            {
                keep();
            }
        }
    }
}
