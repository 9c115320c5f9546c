using Demarche.Core.Ledger.Sqlite;
using Demarche.Core.Reading;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger;

/// <summary>The record of one dispute: articles, who said and wants what in them, and what people corrected. One folder, one SQLite database.</summary>
/// <remarks>
/// Safe to share between threads and to open in several processes at once: writers wait for each other, readers see one moment and
/// wait for nobody. What <see cref="Add"/> and <see cref="Correct"/> return is on disk. Sequences are read as they are walked, from
/// the moment the walk began. Any member throws <see cref="LedgerFormatException"/> when the file turns out to be damaged.
/// </remarks>
public sealed class SqliteLedger : IDisposable
{
    private const string CodebookName = "codebook.yaml";

    private readonly Lock _writing = new();
    private readonly LedgerFile _file;
    private readonly TimeProvider _time;
    private readonly SqliteConnection _connection;
    private readonly ArticleWriter _writer;
    private readonly CodebookCopy _codebook;

    private SqliteLedger(string folder, LedgerFile file, TimeProvider time)
    {
        Folder = folder;
        _file = file;
        _time = time;
        _connection = file.OpenForWriting();
        try
        {
            Migrations.Apply(_connection, file, time.GetUtcNow());
            _writer = new ArticleWriter(_connection);
            _writer.CatchUp();
        }
        catch
        {
            _connection.Dispose();
            throw;
        }

        _codebook = new CodebookCopy(Path.Combine(folder, CodebookName));
    }

    /// <summary>Full path of the ledger's folder.</summary>
    public string Folder { get; }

    /// <summary>Text of the codebook in the folder as it is now, whoever wrote it; null without one. Takes some microseconds while nobody does.</summary>
    public string? CodebookText => _codebook.Text;

    /// <summary>Makes a ledger in <paramref name="folder"/>, which may exist.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="codebookText">The codebook, already found valid; null for none.</param>
    /// <param name="time">Clock for the times of adding; null = the system's.</param>
    /// <exception cref="IOException">There is a ledger already, or the folder cannot be written.</exception>
    public static SqliteLedger Create(string folder, string? codebookText = null, TimeProvider? time = null)
    {
        string full = Path.GetFullPath(folder);
        if (Exists(full))
        {
            throw new IOException($"{folder} already holds a ledger. Add to it, or choose another folder.");
        }

        Directory.CreateDirectory(full);
        if (codebookText is not null)
        {
            new CodebookCopy(Path.Combine(full, CodebookName)).Replace(codebookText);
        }

        return OpenFile(full, time);
    }

    /// <summary>Opens the ledger in <paramref name="folder"/>, brought to this program's schema if it is an older one.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="time">Clock for the times of adding; null = the system's.</param>
    /// <exception cref="FileNotFoundException">There is no ledger.</exception>
    /// <exception cref="LedgerFormatException">Its database is damaged, something else, or of a newer program.</exception>
    public static SqliteLedger Open(string folder, TimeProvider? time = null)
    {
        string full = Path.GetFullPath(folder);
        return Exists(full)
            ? OpenFile(full, time)
            : throw new FileNotFoundException($"{folder} holds no ledger (no {LedgerFile.Name}). Make one with `demarche new {folder}`.");
    }

    /// <summary>Whether <paramref name="folder"/> holds a ledger.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, LedgerFile.Name));

    /// <summary>The folder of the ledger that <paramref name="start"/> lies in: itself or the nearest parent; null when there is none.</summary>
    public static string? FindFolder(string start)
    {
        string? folder = Path.GetFullPath(start);
        while (folder is not null && !Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    /// <summary>Keeps an article with all that was read from it, whole or not at all. Once it returns, the article is on disk.</summary>
    /// <param name="coded">The article; spans inside its text.</param>
    /// <param name="model">Name and version of what read it; null = what the article says.</param>
    /// <param name="copy">Where its bytes are kept; null when nobody keeps them.</param>
    /// <exception cref="ArgumentException">The article failed, or a line of it does not point at characters of the text.</exception>
    public AddOutcome Add(CodedArticle coded, string? model = null, RawCopy? copy = null)
    {
        ArgumentNullException.ThrowIfNull(coded);
        return Record(coded, new Coding(model ?? coded.Model, CodebookText, _time.GetUtcNow()), copy);
    }

    /// <summary>The same for an article that another codebook than the folder's of now may have coded.</summary>
    internal AddOutcome AddCodedWith(string? codebookText, CodedArticle coded, RawCopy? copy) =>
        Record(coded, new Coding(coded.Model, codebookText, _time.GetUtcNow()), copy);

    private AddOutcome Record(CodedArticle coded, Coding coding, RawCopy? copy)
    {
        CodedArticleChecks.Check(coded);
        CodedArticle wellFormed = coded with
        {
            Article = coded.Article with { Text = SpanText.WellFormed(coded.Article.Text) },
        };
        return Write(() => _writer.Add(wellFormed, coding, copy));
    }

    /// <summary>
    /// The outcome adding <paramref name="article"/> would have when it changed nothing: the ledger has it, its bytes, and what this model
    /// reads from it by this codebook. Null when something is still to be done.
    /// </summary>
    /// <param name="article">The article as Reading gives it.</param>
    /// <param name="model">Name and version of what reads now.</param>
    public AddOutcome? Known(Article article, string model) => Known(article, model, CodebookText);

    /// <summary>The same for a codebook that need not be the folder's of now.</summary>
    internal AddOutcome? Known(Article article, string model, string? codebookText)
    {
        ArgumentNullException.ThrowIfNull(article);
        Article wellFormed = article with { Text = SpanText.WellFormed(article.Text) };
        return Write(() => _writer.Known(wellFormed, new Coding(model, codebookText, _time.GetUtcNow())));
    }

    /// <summary>What could not be read into this ledger and has not been since.</summary>
    public FailureBook Failures => new(Read, work => Write(() => _connection.InTransaction(() => work(_connection))), _time);

    /// <summary>What is known of the feeds that are watched for this ledger.</summary>
    public FeedBook Feeds => new(work => Write(() => _connection.InTransaction(() => work(_connection))));

    /// <summary>Where the bytes of every revision are kept, by article and number; revisions without kept bytes are not among them.</summary>
    /// <param name="articleKey">Key of the one article that is wanted; null = all.</param>
    public IEnumerable<RawCopy> RawCopies(string? articleKey = null) => Read(session => RawCopyRows.Of(session.Connection, articleKey));

    /// <summary>Articles whose texts are copies of each other, two and two.</summary>
    public IEnumerable<CopyPair> Copies() => Read(session => CopyRows.All(session.Connection));

    /// <summary>Groups of two and more of some articles whose texts are copies of each other, directly or by way of others. Takes time with the copies found, not with the record.</summary>
    /// <param name="articleKeys">Keys of articles.</param>
    public IReadOnlyList<IReadOnlyList<string>> CopiesAmong(IEnumerable<string> articleKeys)
    {
        ArgumentNullException.ThrowIfNull(articleKeys);
        return Ask(session => CopyGroups.Of(session.Connection, articleKeys));
    }

    /// <summary>What articles say they owe to news agencies, by article and place.</summary>
    public IEnumerable<ArticleCredit> Credits() => Read(session => CopyRows.Credits(session.Connection));

    /// <summary>Reads what the comparison of outlets keeps, and what it is made from, all of one moment.</summary>
    internal T AskStories<T>(Func<LedgerSession, StoryTables, T> ask) => Ask(session =>
    {
        using var tables = new StoryTables(session.Connection);
        return ask(session, tables);
    });

    /// <summary>Changes what the comparison of outlets keeps, in one transaction.</summary>
    internal T ChangeStories<T>(Func<StoryTables, T> change) => Write(() => _connection.InTransaction(() =>
    {
        using var tables = new StoryTables(_connection);
        return change(tables);
    }));

    /// <summary>Keeps what a person says about a line; from now on <see cref="Positions"/> and <see cref="Attributions"/> heed it.</summary>
    /// <returns>The correction with key and time filled in.</returns>
    /// <exception cref="ArgumentException">It names no line of the ledger, or lacks what its kind needs.</exception>
    public Correction Correct(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        ArgumentException.ThrowIfNullOrEmpty(correction.Author);
        return Write(() => _connection.InTransaction(() => new CorrectionDesk(_connection).Take(correction, _time.GetUtcNow())));
    }

    /// <summary>Puts another codebook into the folder; articles coded with the old one are then <see cref="Outdated"/>.</summary>
    /// <param name="text">The codebook, already found valid.</param>
    public void SetCodebook(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        lock (_writing)
        {
            _codebook.Replace(text);
        }
    }

    /// <summary>Every article in its current revision, by day of publication (undated last), then by key.</summary>
    public IEnumerable<LedgerArticle> Articles() => Read(session => session.Revisions.Current());

    /// <summary>Key and text of every article in its current revision, in the order of <see cref="Articles"/>.</summary>
    public IEnumerable<(string ArticleKey, string Text)> Texts() => Read(session => session.Revisions.CurrentTexts());

    /// <summary>Articles by key, by the start of a key (four digits or more), by the user's id or by address; several may share an id.</summary>
    public IReadOnlyList<LedgerArticle> FindArticles(string idOrKeyOrAddress)
    {
        ArgumentNullException.ThrowIfNull(idOrKeyOrAddress);
        return [.. Read(session => session.Revisions.Find(idOrKeyOrAddress))];
    }

    /// <summary>The article with what the machine read from it, no correction applied; null when there is no such article or revision.</summary>
    /// <param name="articleKey">Key of the article.</param>
    /// <param name="revision">Number of the revision; null = the current one.</param>
    public CodedArticle? ReadArticle(string articleKey, int? revision = null)
    {
        ArgumentNullException.ThrowIfNull(articleKey);
        return Read<CodedArticle?>(session => [session.Read(articleKey, revision)]).Single();
    }

    /// <summary>Articles (current revision) that another model or another codebook coded: to be coded and added again, in the order they were added.</summary>
    /// <param name="model">Name and version of what reads now.</param>
    public IEnumerable<LedgerArticle> Outdated(string model = ArticlePipeline.Rules)
    {
        ArgumentNullException.ThrowIfNull(model);
        string? codebook = CodebookText is { } text ? ContentId.DigestOf(text) : null;
        return Read(session => session.Revisions.Outdated(model, codebook).Select(id => session.Revisions.Get(id).Article));
    }

    /// <summary>Positions of current revisions with corrections applied: by day (undated last), then by article and place in it.</summary>
    public IEnumerable<LedgerEntry> Positions(LedgerQuery? query = null) =>
        Read(session => session.Positions(query ?? new LedgerQuery()));

    /// <summary>The positions of some articles as the machine read them, with its own confidence, in the order of <see cref="Positions"/>. Takes time with those articles.</summary>
    /// <param name="articleKeys">Keys of articles; what is no key is passed over.</param>
    public IEnumerable<LedgerEntry> MachinePositions(IEnumerable<string> articleKeys)
    {
        ArgumentNullException.ThrowIfNull(articleKeys);
        return Read(session => session.MachinePositions(articleKeys));
    }

    /// <summary>
    /// The positions that settle who holds what at a day, in no order: of every cell what was said on the last day, by the party and by
    /// others. Takes time with the number of cells, not of positions.
    /// </summary>
    /// <param name="until">Last day that counts, inclusive; undated positions then fall out. Null = no limit.</param>
    public IEnumerable<LedgerEntry> LatestPositions(DateOnly? until = null) => LatestPositions(new LedgerQuery(), until);

    /// <summary>The same of the positions that <paramref name="query"/> wants; all of them are looked through, without their words.</summary>
    /// <param name="query">Which positions count.</param>
    /// <param name="until">Last day that counts, inclusive; undated positions then fall out. Null = no limit.</param>
    public IEnumerable<LedgerEntry> LatestPositions(LedgerQuery query, DateOnly? until)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Read(session => session.LatestPositions(query, until));
    }

    /// <summary>
    /// The positions that tell what changed since a day, in no order: all since then, what was held before in the same cells, and the
    /// last words of those that fell silent.
    /// </summary>
    /// <param name="since">First day, inclusive.</param>
    /// <param name="silentDays">Days after which a position that is not repeated counts as dormant.</param>
    /// <param name="end">Last day of the record, for silences; null = they are not looked for.</param>
    /// <param name="related">Issues whose cells are looked at together with each issue's, since a word on the one tells of the others; null = none.</param>
    /// <param name="query">Which positions count; null = all. One that restricts nothing but the last day is found by cell and day too.</param>
    public IEnumerable<LedgerEntry> PositionsSince(
        DateOnly since, int silentDays = 0, DateOnly? end = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? related = null, LedgerQuery? query = null) =>
        Read(session => session.PositionsSince(since, silentDays, end, related, query ?? new LedgerQuery()));

    /// <summary>How firmly every party stood on every issue over time, by issue and party.</summary>
    /// <param name="until">Last day that counts, inclusive; null = no limit.</param>
    /// <param name="most">Most of the last positions looked at in a cell.</param>
    public IEnumerable<CellTrend> Trends(DateOnly? until = null, int most = 64) => Trends(new LedgerQuery(), until, most);

    /// <summary>The same of the positions that <paramref name="query"/> wants.</summary>
    /// <param name="query">Which positions count.</param>
    /// <param name="until">Last day that counts, inclusive; null = no limit.</param>
    /// <param name="most">Most of the last positions looked at in a cell.</param>
    public IEnumerable<CellTrend> Trends(LedgerQuery query, DateOnly? until, int most)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Read(session => session.Trends(query, until, most));
    }

    /// <summary>Asks one moment of the ledger several things.</summary>
    internal T Ask<T>(Func<LedgerSession, T> ask) => Read<T>(session => [ask(session)]).Single();

    /// <summary>Last day of publication of an article, or null when none has one.</summary>
    public DateOnly? LastDay() => Read(session => (IEnumerable<DateOnly?>)[session.Revisions.LastDay()]).Single();

    /// <summary>Attributions of the article's current revision in text order, corrections applied; rejected ones are there, marked.</summary>
    public IReadOnlyList<LedgerAttribution> Attributions(string articleKey)
    {
        ArgumentNullException.ThrowIfNull(articleKey);
        return [.. Read(session => session.Attributions(articleKey))];
    }

    /// <summary>Attributions whose content has the words of <paramref name="text"/>, oldest first; words in double quotes stand together.</summary>
    public IEnumerable<QuoteHit> Quotes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SearchText.Query(text) is { } query ? Read(session => session.Quotes(query)) : [];
    }

    /// <summary>Articles whose title or text has the words of <paramref name="text"/> or their other forms, best match first; words in double quotes stand together.</summary>
    public IEnumerable<ArticleHit> Search(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SearchText.Query(text) is { } query ? Read(session => session.Search(query)) : [];
    }

    /// <summary>The same articles without the words found in them.</summary>
    public IEnumerable<LedgerArticle> Found(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SearchText.Query(text) is { } query ? Read(session => session.Found(query).Select(id => session.Revisions.Get(id).Article)) : [];
    }

    /// <summary>Names of the outlets that have a current article, sorted.</summary>
    public IReadOnlyList<string> Outlets() =>
        [.. Read(session => session.Names("SELECT DISTINCT outlet FROM revision WHERE is_current = 1 AND outlet IS NOT NULL"))];

    /// <summary>Names of those who hold a position in a current article, as the machine read them, sorted.</summary>
    public IReadOnlyList<string> Holders() =>
        [.. Read(session => HolderRows.Current(session.Connection))];

    /// <summary>Everybody who speaks or holds a position, by name. Takes time with the number of names, and of lines the engine has to count.</summary>
    public IReadOnlyList<Voice> Voices() => [.. Read(session => session.Voices())];

    /// <summary>Names that people gave up because they name the same actor, each with the name that took its place.</summary>
    public IReadOnlyDictionary<string, string> MergedNames() => Read(session => (IEnumerable<IReadOnlyDictionary<string, string>>)[session.MergedNames()]).Single();

    /// <summary>Every correction, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections() =>
        [.. Read(session => CorrectionRows.All(session.Connection).Select(stored => stored.Correction))];

    /// <summary>How much the ledger holds.</summary>
    public LedgerCounts Count() => Read(session => (IEnumerable<LedgerCounts>)[session.Count()]).Single();

    /// <summary>Tells from now on whether anything changed, written by whomever; the caller disposes it before the ledger.</summary>
    public LedgerVersion WatchVersion() =>
        new(_file, Path.Combine(Folder, CodebookName), Path.Combine(Folder, LocalConfidence.FileName));

    /// <summary>Checks the whole file: the engine's own check, references, and every line against its text.</summary>
    /// <returns>What is wrong, a sentence each; empty when all is well.</returns>
    public IReadOnlyList<string> Check() => [.. Read(LedgerCheck.Run)];

    /// <summary>Closes the database.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            _writer.Dispose();
            _connection.Dispose();
            _file.Release();
        }
    }

    private static SqliteLedger OpenFile(string folder, TimeProvider? time)
    {
        var file = new LedgerFile(Path.Combine(folder, LedgerFile.Name));
        try
        {
            return new SqliteLedger(folder, file, time ?? TimeProvider.System);
        }
        catch (SqliteException exception) when (LedgerFile.IsDamage(exception))
        {
            throw file.Damage(exception);
        }
    }

    private T Write<T>(Func<T> work)
    {
        lock (_writing)
        {
            try
            {
                return work();
            }
            catch (SqliteException exception) when (LedgerFile.IsDamage(exception))
            {
                throw _file.Damage(exception);
            }
        }
    }

    private IEnumerable<T> Read<T>(Func<LedgerSession, IEnumerable<T>> what) => GuardedReading.Of(_file, what);
}
