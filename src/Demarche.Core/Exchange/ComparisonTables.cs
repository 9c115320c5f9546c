using System.Globalization;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Comparisons.Wording;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Exchange;

/// <summary>The tables in which outlets are set against each other. Counts with their evidence, no verdicts.</summary>
public sealed class ComparisonTables
{
    private const string OddsNote = "log odds: standard deviations by which the outlet is above (or, below 0, under) the others in its use of the word for this one; "
        + "within 2 of 0 it may be chance. Below each line its first use. Articles that print another's text are left out.";

    private static readonly TableColumn Article = new("article");
    private static readonly TableColumn Key = new(KeyColumn, ColumnKind.Text, true);
    private static readonly TableColumn[] Places = [new("start", ColumnKind.Number, true), new("end", ColumnKind.Number, true)];

    private readonly OutletComparison _comparison;
    private readonly ComparedArticle[] _articles;
    private readonly ComparedArticle[] _ownTexts;
    private readonly IEnumerable<LedgerEntry> _positions;

    /// <summary>Tables of these stories and positions.</summary>
    public ComparisonTables(OutletComparison comparison, IEnumerable<LedgerEntry> positions)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(positions);
        _comparison = comparison;
        _positions = positions;
        _articles = [.. comparison.Stories.SelectMany(story => story.Articles).Order(ComparedArticle.InOrder)];
        HashSet<string> copies = [.. comparison.Stories.SelectMany(StoryCoverage.CopiesIn)];
        _ownTexts = [.. _articles.Where(article => !copies.Contains(article.Key))];
    }

    /// <summary>Name of the column with the ledger's key of the article in the column before it.</summary>
    public const string KeyColumn = "article_key";

    /// <summary>Names of the tables; the last two have a row for every statement and outlet and grow long.</summary>
    public static IReadOnlyList<string> Names { get; } = ["outlets", "speech", "verbs", "names", "quotes", "alone", "coverage", "renderings"];

    /// <summary>Those that a person reads whole.</summary>
    public static IEnumerable<string> ShortNames => Names.Take(Names.Count - 2);

    /// <summary>The table called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none of this name.</exception>
    public ComparisonTable Make(string name) => name switch
    {
        "outlets" => Outlets(),
        "speech" => Speech(),
        "verbs" => Words("verbs", "Reporting verbs by party", "party", "Forms of one verb count together.", WordTables.Verbs(_ownTexts)),
        "names" => Words("names", "The same actor by other names", "actor", "Only actors with several names.", WordTables.Names(_comparison.Stories)),
        "quotes" => Words("quotes", "Words in quotation marks that nobody is said to have said", "", "Up to three words, inside a sentence.", WordTables.ScareQuotes(_ownTexts)),
        "alone" => Alone(),
        "coverage" => Coverage(),
        "renderings" => Renderings(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such table"),
    };

    private ComparisonTable Outlets() => new(
        "outlets",
        "What each outlet carries",
        "statements: all that it attributes to somebody. Of those that several articles of its stories render: quoted (in quotation marks), paraphrased, left out; "
            + "first: a day or more before any other outlet.",
        [new("outlet"), .. Numbers("articles", "stories", "statements", "quoted", "paraphrased", "left_out", "first")],
        [
            .. OutletSummary.Of(_comparison).Select(outlet => (string[])
            [
                outlet.Outlet, Text(outlet.Articles), Text(outlet.Stories), Text(outlet.Statements), Text(outlet.Carried),
                Text(outlet.Paraphrased), Text(outlet.LeftOut), Text(outlet.First),
            ]),
        ]);

    private ComparisonTable Speech()
    {
        IReadOnlyList<SpeechShare> shares = SpeechShare.Of(_articles);
        Dictionary<string, long> rooms = shares.GroupBy(share => share.Outlet, StringComparer.Ordinal)
            .ToDictionary(outlet => outlet.Key, outlet => outlet.Sum(RoomOf), StringComparer.Ordinal);
        return new ComparisonTable(
            "speech",
            "Whose words, and how much room they get",
            "quoted and reported: characters in quotation marks and in the outlet's words. share: percent of all that the outlet gives to what anybody says. told by others: "
                + "statements that a voice of another party puts into the party's mouth, counted in none of the rest. No party: speakers of none.",
            [new("outlet"), new("party"), .. Numbers("statements", "quoted", "reported", "share", "told_by_others")],
            [
                .. shares.Select(share => (string[])
                [
                    share.Outlet, share.Party ?? "", Text(share.Statements), Text(share.OwnWords), Text(share.Reported),
                    rooms[share.Outlet] == 0 ? "" : (100.0 * RoomOf(share) / rooms[share.Outlet]).ToString("0.0", CultureInfo.InvariantCulture),
                    Text(share.ToldByOthers),
                ]),
            ]);
    }

    private static ComparisonTable Words(string name, string title, string of, string note, IEnumerable<WordUse> uses) => new(
        name,
        title,
        $"{note} of: all uses by the outlet{(of.Length > 0 ? $" for this {of}" : "")}. {OddsNote}",
        [
            .. of.Length > 0 ? [new TableColumn(of)] : Array.Empty<TableColumn>(),
            new("phrase"), new("outlet"), .. Numbers("count", "of", "log_odds"), new("context", ColumnKind.Prose), Article, Key, .. Places,
        ],
        [
            .. uses.Select(use => (string[])
            [
                .. of.Length > 0 ? [use.Of] : Array.Empty<string>(),
                use.Phrase, use.Outlet, Text(use.Count), Text(use.All), use.LogOdds.ToString("0.00", CultureInfo.InvariantCulture), use.Context, use.Article.Id, use.Article.Key,
                Text(use.Span.Start), Text(use.Span.End),
            ]),
        ]);

    private ComparisonTable Alone() => new(
        "alone",
        "Positions that one outlet alone reports",
        "The line with the best proof of each; a position that the others report in other articles, or as another stance, may stand here too.",
        [
            new("outlet"), new("party"), new("issue"), new("stance"), new("direction"), new("date"), new("evidence", ColumnKind.Prose), Article, Key,
        ],
        [
            .. SolePosition.In(_positions).Select(sole => (string[])
            [
                sole.Outlet, sole.Entry.Position.Party ?? "", sole.Entry.Position.Issue, Exchange.Words.Of(sole.Entry.Position.Stance),
                sole.Entry.Position.Direction == Direction.Supports ? "supports" : "opposes", EntryWriter.DayText(sole.Entry.Date) ?? "",
                sole.Entry.Evidence, sole.Entry.Article.Id, sole.Entry.Article.Key,
            ]),
        ]);

    private ComparisonTable Coverage()
    {
        ILookup<string, Utterance> utterances = _comparison.Utterances
            .SelectMany(utterance => utterance.Renderings.Select(rendering => (rendering.Article.Key, utterance)).Distinct())
            .ToLookup(pair => pair.Key, pair => pair.utterance, StringComparer.Ordinal);
        return new ComparisonTable(
            "coverage",
            "Who carries which statement",
            "A row for each statement that several articles of a story render, and each outlet that tells the story. copied: the outlet has it because it prints another's text. "
                + "lag: days after the first outlet.",
            [
                new("story"), new("title", ColumnKind.Prose), new("utterance"), new("speaker"), new("party"), new("statement", ColumnKind.Prose), new("outlet"),
                new("treatment"), new("copied"), new("lag_days", ColumnKind.Number), Article, Key,
            ],
            [
                .. from story in _comparison.Stories
                   let coverage = StoryCoverage.Of(story, story.Articles.SelectMany(article => utterances[article.Key]).Distinct().ToArray())
                   from statement in coverage.Statements
                   from outlet in coverage.Outlets
                   select CoverageRow(story, coverage, statement, outlet),
            ]);
    }

    private ComparisonTable Renderings() => new(
        "renderings",
        "What each article makes of each statement",
        "relation: against the reference, which is a document or transcript before reports, then the longest quotation. alterations: words that one has and the other has not, "
            + "and on which the meaning hangs.",
        [
            new("utterance"), new("speaker"), new("party"), new("outlet"), Article, Key, new("published"), .. Places, new("text", ColumnKind.Prose), new("quoted"),
            new("attributed"), new("relation"), new("reference"), new("alterations", ColumnKind.Prose),
        ],
        [
            .. from utterance in _comparison.Utterances
               from rendering in utterance.Renderings
               select (string[])
               [
                   utterance.Id, utterance.Speaker ?? "", utterance.Party ?? "", StoryCoverage.OutletOf(rendering.Article), rendering.Article.Id, rendering.Article.Key,
                   EntryWriter.DayText(rendering.Article.Published) ?? "", Text(rendering.Span.Start), Text(rendering.Span.End), rendering.Text,
                   Text(rendering.IsQuoted), Text(rendering.IsAttributed), rendering.Relation.ToString().ToLowerInvariant(),
                   Text(ReferenceEquals(rendering, utterance.Reference)),
                   string.Join("; ", rendering.Alterations.Select(a => $"{a.Kind.ToString().ToLowerInvariant()}: {a.Before} > {a.After}")),
               ],
        ]);

    private static string[] CoverageRow(Story story, StoryCoverage coverage, StatementCoverage statement, string outlet)
    {
        CoverageCell? cell = statement.Cells.GetValueOrDefault(outlet);
        return
        [
            story.Id, story.Title, statement.Utterance.Id, statement.Utterance.Speaker ?? "", statement.Utterance.Party ?? "",
            statement.Utterance.Reference.Text, outlet,
            cell is null ? "left out" : cell.Treatment == Treatment.Carried ? "quoted" : "paraphrased",
            cell is null ? "" : Text(coverage.IsCopied(cell)), cell?.LagDays is { } lag ? Text(lag) : "", cell?.Rendering.Article.Id ?? "", cell?.Rendering.Article.Key ?? "",
        ];
    }

    private static IEnumerable<TableColumn> Numbers(params string[] names) => names.Select(name => new TableColumn(name, ColumnKind.Number));

    private static long RoomOf(SpeechShare share) => (long)share.OwnWords + share.Reported;

    private static string Text(bool isSo) => isSo ? "yes" : "no";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
