using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>One reading of the ledger: everything it gives is of one moment. One thread.</summary>
internal sealed class LedgerSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly RevisionRows _revisions;
    private readonly AttributionRows _attributions;
    private readonly PositionRows _positions;
    private readonly Lazy<CorrectionBook> _corrections;
    private readonly Lazy<SettledArticles> _settled;
    private readonly LocalConfidence? _confidence;
    private readonly SettledCache _settledCache;
    private readonly long? _version;

    public LedgerSession(LedgerFile file)
    {
        long before = file.Settled.Version;
        _connection = file.OpenForReading();
        // From the first row read on it sees one moment of the ledger: that of the version when nobody wrote meanwhile.
        _connection.Run("SELECT 1 FROM article LIMIT 1");
        long? version = file.Settled.Version == before ? before : null;
        (_settledCache, _version) = (file.Settled, version);
        _revisions = new RevisionRows(_connection);
        _attributions = new AttributionRows(_connection, _revisions);
        _positions = new PositionRows(_connection, _revisions);
        _confidence = LocalConfidence.Read(Path.GetDirectoryName(file.Path)!);
        _corrections = new Lazy<CorrectionBook>(() => file.Settled.Book(version, () => new CorrectionBook(CorrectionRows.All(_connection))));
        _settled = new Lazy<SettledArticles>(() => file.Settled.Articles(version, Settle));
    }

    public SqliteConnection Connection => _connection;

    public RevisionRows Revisions => _revisions;

    /// <summary>Positions as people want them, in order of day.</summary>
    public IEnumerable<LedgerEntry> Positions(LedgerQuery query)
    {
        CorrectionBook book = query.Uncorrected ? CorrectionBook.None : _corrections.Value;
        // The few articles that people touched are settled in memory: an edit may move a line into or out of what is asked for.
        var touched = new List<LedgerEntry>();
        foreach (string article in book.Articles.Where(key => query.ArticleKey is null || query.ArticleKey == key))
        {
            touched.AddRange(query.Damaged is null && query.ArticleKey is null ? _settled.Value.Lines[article].Where(query.Matches) : PositionsOf(article, query));
        }

        touched.Sort(Entries.InOrder);
        IEnumerable<LedgerEntry> streamed = _positions.Current(query, NamesOf(query, book), book.Articles)
            .Select(entry => book.Named(query.Uncorrected ? entry : Believed(entry)));
        return Entries.Merge(streamed, touched).Where(query.Matches);
    }

    /// <summary>Positions of some articles as the machine read them, in order of day.</summary>
    public IEnumerable<LedgerEntry> MachinePositions(IEnumerable<string> articleKeys) => articleKeys.Distinct(StringComparer.Ordinal)
        .SelectMany(key => _revisions.RevisionsOf(key).TakeLast(1)).SelectMany(revision => _positions.OfRevision(revision)).Order(Entries.InOrder);

    /// <summary>Positions that settle the matrix at a day, in no order.</summary>
    public IEnumerable<LedgerEntry> LatestPositions(LedgerQuery query, DateOnly? until)
    {
        using ICellLines lines = LinesOf(query);
        foreach (LedgerEntry entry in Lines(CellReading.Latest(lines, until)))
        {
            yield return entry;
        }
    }

    /// <summary>Positions that tell what changed since a day, in no order.</summary>
    public IEnumerable<LedgerEntry> PositionsSince(
        DateOnly since, int silentDays, DateOnly? end, IReadOnlyDictionary<string, IReadOnlyList<string>>? related, LedgerQuery query)
    {
        using ICellLines lines = LinesOf(query with { Until = null } == new LedgerQuery() ? new LedgerQuery() : query);
        foreach (LedgerEntry entry in Lines(CellReading.Since(
            lines,
            (since, query.Until),
            (since.Shift(-silentDays), end?.Shift(-silentDays)),
            related)))
        {
            yield return entry;
        }
    }

    /// <summary>The last days of every cell with the signed strength of what leads each, oldest first.</summary>
    public IEnumerable<CellTrend> Trends(LedgerQuery query, DateOnly? until, int most)
    {
        using ICellLines lines = LinesOf(query);
        foreach (Cell cell in lines.All())
        {
            yield return new CellTrend(cell.Issue, cell.Party, [.. lines.Trend(cell, until, most).Reverse()]);
        }
    }

    /// <summary>The lines that <paramref name="query"/> wants, without their words.</summary>
    public SketchedCells Sketches(LedgerQuery query) => _settledCache.Sketches(_version, query, () => Draw(query));

    private SketchedCells Draw(LedgerQuery query)
    {
        if (query.Uncorrected || query.IncludeRejected || query.Damaged is not null)
        {
            throw new ArgumentException("Cells are drawn from lines as people want them.", nameof(query));
        }

        var heeded = new Heeded(_corrections.Value.Names, _confidence);
        return SketchedCells.Of(SketchRows.Read(_connection, query, NamesOf(query, _corrections.Value), _settled.Value.Revisions, heeded).Concat(_settled.Value.Wanted(query)));
    }

    /// <summary>Codebook ids of the issues that a line makes conditions.</summary>
    public IReadOnlyList<string> ConditionIssuesOf(LineSketch line) => line.Entry?.Position.ConditionIssues ?? _positions.ConditionIssues(line.Row);

    /// <summary>Key of a line and of its article.</summary>
    public (string Line, string Article) KeyOf(LineSketch line) => line.Entry is { } entry ? (entry.Key, entry.Article.Key) : _positions.Keys(line.Row);

    /// <summary>The lines found, in no order.</summary>
    public IEnumerable<LedgerEntry> Lines(IEnumerable<FoundLine> found)
    {
        // By row, so that the lines of one article come together and its text is read once: cells are settled on the same few days.
        foreach (FoundLine line in found.OrderBy(line => line.Row))
        {
            if (line.Entry is not null)
            {
                yield return line.Entry;
            }
            else if (_positions.Find(line.Row) is { } entry)
            {
                yield return _corrections.Value.Named(Believed(entry));
            }
        }
    }

    /// <summary>Who speaks and who holds positions, by name.</summary>
    public IEnumerable<Voice> Voices()
    {
        CorrectionBook book = _corrections.Value;
        IEnumerable<Voice> touched = _settled.Value.Lines.Values.SelectMany(lines => lines)
            .Where(entry => entry.State != LineState.Rejected)
            .Select(entry => new Voice(entry.Position.Holder, entry.Position.Party, 1, 0, entry.Date, entry.Date));
        IEnumerable<Voice> untouched = VoiceRows.Read(_connection, book.Articles)
            .Select(voice => voice with { Name = book.Names.GetValueOrDefault(voice.Name, voice.Name) });
        return VoiceRows.Joined(untouched.Concat(touched));
    }

    /// <summary>Names that people gave up, each with the one that took its place.</summary>
    public IReadOnlyDictionary<string, string> MergedNames() => _corrections.Value.Names;

    /// <summary>Attributions of the article's current revision as people want them; null when there is no such article.</summary>
    public IReadOnlyList<LedgerAttribution> Attributions(string articleKey)
    {
        IReadOnlyList<long> revisions = _revisions.RevisionsOf(articleKey);
        return revisions.Count == 0 ? [] : _corrections.Value.Apply(_attributions.OfRevision(revisions[^1]));
    }

    /// <summary>The article with its machine lines, of one revision; null when there is none such.</summary>
    public CodedArticle? Read(string articleKey, int? number)
    {
        IReadOnlyList<long> revisions = _revisions.RevisionsOf(articleKey);
        int index = (number ?? revisions.Count) - 1;
        return index < 0 || index >= revisions.Count ? null : Read(revisions[index]);
    }

    public CodedArticle Read(long revision) => new()
    {
        Article = _revisions.Article(revision),
        Attributions = [.. _attributions.OfRevision(revision).Select(line => line.Attribution)],
        Positions = [.. _positions.OfRevision(revision).Select(entry => entry.Position)],
        Times = _revisions.Times(revision),
        Model = _revisions.Get(revision).Article.Model,
    };

    public IEnumerable<QuoteHit> Quotes(string query)
    {
        const string Current = """
            SELECT t.id
            FROM quote_search
            JOIN attribution t ON t.id = quote_search.rowid
            JOIN revision r ON r.id = t.revision_id
            JOIN article a ON a.id = r.article_id
            WHERE quote_search MATCH $query AND r.is_current = 1
            ORDER BY r.published IS NULL, r.published, a.key, t.id
            """;
        // Only the few that are shown are marked: marking takes longer than finding.
        using var marked = new Statement(
            _connection,
            $"""
            SELECT t.revision_id, highlight(quote_search, 0, char({(int)SearchText.Open}), char({(int)SearchText.Close}))
            FROM quote_search JOIN attribution t ON t.id = quote_search.rowid
            WHERE quote_search MATCH $query AND quote_search.rowid = $id
            """,
            "query", "id");
        foreach (long id in Ids(Current, query))
        {
            (long revision, string words) = Marked(marked, query, id);
            LedgerAttribution line = Corrected(_attributions.Get(id), revision);
            if (line.State != LineState.Rejected)
            {
                yield return new QuoteHit(line, SearchText.Unmark(words));
            }
        }
    }

    public IEnumerable<ArticleHit> Search(string query)
    {
        const int SnippetTokens = 32;
        using var marked = new Statement(
            _connection,
            $"""
            SELECT s.rowid, snippet(article_search, -1, char({(int)SearchText.Open}), char({(int)SearchText.Close}), '…', {SnippetTokens})
            FROM article_search s
            WHERE article_search MATCH $query AND s.rowid = $id
            """,
            "query", "id");
        foreach (long id in Found(query))
        {
            (_, string words) = Marked(marked, query, id);
            yield return new ArticleHit(_revisions.Get(id).Article, SearchText.Unmark(words));
        }
    }

    /// <summary>Rows of the current revisions that have the words, best match first.</summary>
    public IEnumerable<long> Found(string query) => Ids(
        """
        SELECT s.rowid
        FROM article_search s JOIN revision r ON r.id = s.rowid
        WHERE article_search MATCH $query AND r.is_current = 1
        ORDER BY s.rank, s.rowid
        """,
        query);

    /// <summary>Revisions whose text is not what their digest says, and lines that do not match their text, a sentence each.</summary>
    public IEnumerable<string> DamagedLines()
    {
        foreach (long id in _revisions.All())
        {
            (LedgerArticle article, string text) = _revisions.Get(id);
            if (ContentId.DigestOf(text) != article.Digest)
            {
                yield return $"article {article.Key}, revision {article.Revision}: the text is not the one that was added";
            }

            var damaged = new List<DamagedLine>();
            _ = _positions.OfRevision(id, damaged).Count();
            foreach (DamagedLine line in damaged.Concat(_attributions.DamageOf(id)))
            {
                yield return $"article {article.Key}, line {line.LineKey}: {line.Problem}";
            }
        }
    }

    private List<long> Ids(string select, string query)
    {
        using var statement = new Statement(_connection, select, "query");
        using SqliteDataReader row = statement.Query(query);
        var ids = new List<long>();
        while (row.Read())
        {
            ids.Add(row.GetInt64(0));
        }

        return ids;
    }

    private static (long Row, string Words) Marked(Statement statement, string query, long id)
    {
        using SqliteDataReader row = statement.Query(query, id);
        row.Read();
        return (row.GetInt64(0), row.GetString(1));
    }

    /// <summary>The texts that <paramref name="select"/> gives in its first column, sorted.</summary>
    public IEnumerable<string> Names(string select)
    {
        using var statement = new Statement(_connection, select);
        using SqliteDataReader row = statement.Query();
        var names = new List<string>();
        while (row.Read())
        {
            names.Add(row.GetString(0));
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    public LedgerCounts Count()
    {
        using var statement = new Statement(
            _connection,
            """
            SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM revision),
                   (SELECT count(*) FROM attribution t JOIN revision r ON r.id = t.revision_id WHERE r.is_current = 1),
                   (SELECT count(*) FROM position p JOIN revision r ON r.id = p.revision_id WHERE r.is_current = 1),
                   (SELECT count(*) FROM correction),
                   (SELECT min(published) FROM revision WHERE is_current = 1),
                   (SELECT max(published) FROM revision WHERE is_current = 1)
            """);
        using SqliteDataReader row = statement.Query();
        row.Read();
        return new LedgerCounts
        {
            Articles = row.GetInt64(0),
            Revisions = row.GetInt64(1),
            Attributions = row.GetInt64(2),
            Positions = row.GetInt64(3),
            Corrections = row.GetInt64(4),
            From = row.DayOrNull(5),
            To = row.DayOrNull(6),
        };
    }

    public void Dispose()
    {
        _positions.Dispose();
        _attributions.Dispose();
        _revisions.Dispose();
        _connection.Run("ROLLBACK");
        _connection.Dispose();
    }

    // What nothing restricts is found by the index; the rest is looked through without its words.
    private ICellLines LinesOf(LedgerQuery query) => query == new LedgerQuery()
        ? new JoinedCells(_settled.Value.Cells, new CellRows(_connection, _settled.Value.Revisions))
        : Sketches(query);

    private SettledArticles Settle()
    {
        var lines = new SortedDictionary<string, IReadOnlyList<LedgerEntry>>(StringComparer.Ordinal);
        var rows = new HashSet<long>();
        foreach (string article in _corrections.Value.Articles)
        {
            lines[article] = [.. PositionsOf(article, new LedgerQuery())];
            IReadOnlyList<long> revisions = _revisions.RevisionsOf(article);
            rows.UnionWith(revisions.TakeLast(1));
        }

        return new SettledArticles(lines, rows);
    }

    // What the rows have for the names asked for: another case, or a name that people gave up for it.
    private NamesOnRecord NamesOf(LedgerQuery query, CorrectionBook book) => new(
        query.Holder is not { } holder ? null
            : [.. HolderRows.All(_connection).Where(name => string.Equals(book.NameOf(name), holder, StringComparison.OrdinalIgnoreCase))],
        query.Outlet is not { } outlet ? null
            : [.. Names("SELECT DISTINCT outlet FROM revision WHERE outlet IS NOT NULL").Where(name => string.Equals(name, outlet, StringComparison.OrdinalIgnoreCase))]);

    private IEnumerable<LedgerEntry> PositionsOf(string articleKey, LedgerQuery query)
    {
        IReadOnlyList<long> revisions = _revisions.RevisionsOf(articleKey);
        return revisions.Count == 0
            ? []
            : _corrections.Value.Apply(_positions.OfRevision(revisions[^1], query.Damaged).Select(Believed), _revisions.Get(revisions[^1]));
    }

    // As the ledger's own users found lines like it right or wrong.
    private LedgerEntry Believed(LedgerEntry entry) => _confidence is null
        ? entry
        : entry with { Position = entry.Position with { Confidence = _confidence.Of(entry.Position) } };

    private LedgerAttribution Corrected(LedgerAttribution line, long revision) =>
        _corrections.Value.Articles.Contains(line.Article.Key)
            ? _corrections.Value.Apply(_attributions.OfRevision(revision)).First(other => other.Attribution.Id == line.Attribution.Id)
            : _corrections.Value.Named(line);
}
