using System.Text.Json;
using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Reads the machine's lines without their words: many times faster than the lines themselves, for answers that walk the whole record.</summary>
internal static class SketchRows
{
    /// <summary>The sketches of the machine's lines in current revisions that <paramref name="query"/> wants, those of corrected articles left out.</summary>
    /// <param name="connection">The ledger.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="names">Its holder and outlet as the rows have them.</param>
    /// <param name="settled">Rows of the revisions that people corrected.</param>
    /// <param name="heeded">What people settled besides: names given up and the confidence they taught.</param>
    public static IEnumerable<(Cell Cell, LineSketch Line)> Read(
        SqliteConnection connection, LedgerQuery query, NamesOnRecord names, IReadOnlySet<long> settled, Heeded heeded)
    {
        // Revision by revision: where an undated line stands is told by the others of its article.
        // By the index of what is asked for where it leaves few; else in the order of revisions, in which positions lie.
        string from = query.Party is null && query.Issue is null && names.Holders is null
            ? "revision r CROSS JOIN position p ON p.revision_id = r.id"
            : "position p CROSS JOIN revision r ON r.id = p.revision_id";
        using var statement = new Statement(
            connection,
            $"""
            SELECT p.id, p.revision_id, p.issue, p.party, p.direction, p.strength, p.condition_start IS NOT NULL, p.kind, p.reported_by, p.holder,
                   p.reporter_party, p.date, r.published, p.confidence, p.authority, EXISTS (SELECT 1 FROM condition_issue c WHERE c.position_id = p.id)
            FROM {from}
            WHERE r.is_current = 1 AND p.party IS NOT NULL
              AND {(query.Party is null ? "$party IS NULL" : "p.party = $party")}
              AND {(query.Issue is null ? "$issue IS NULL" : "p.issue = $issue")}
              AND {(names.Holders is null ? "$holders IS NULL" : "p.holder IN (SELECT value FROM json_each($holders))")}
              AND ($article IS NULL OR r.article_id = (SELECT id FROM article WHERE key = $article))
              AND ($outlets IS NULL OR r.outlet IN (SELECT value FROM json_each($outlets)))
              AND ($since IS NULL OR coalesce(p.date, r.published) >= $since)
              AND ($until IS NULL OR coalesce(p.date, r.published) <= $until)
            ORDER BY r.id
            """,
            "party", "issue", "holders", "article", "outlets", "since", "until");
        using SqliteDataReader row = statement.Query(
            query.Party, query.Issue, Json(names.Holders), query.ArticleKey, Json(names.Outlets), query.Since?.ToColumn(), query.Until?.ToColumn());
        var article = new List<Draft>();
        var cells = new Dictionary<(string Issue, string Party), Cell>();
        while (row.Read())
        {
            long revision = row.GetInt64(1);
            if (article.Count > 0 && article[0].Line.Article != revision)
            {
                foreach (Draft draft in article)
                {
                    yield return Placed(draft, article);
                }

                article.Clear();
            }

            if (!settled.Contains(revision) && Draw(row, heeded, cells) is { } line
                && line.Line.Confidence >= query.MinConfidence && (query.Farthest is null || line.Line.Level <= query.Farthest))
            {
                article.Add(line);
            }
        }

        foreach (Draft draft in article)
        {
            yield return Placed(draft, article);
        }
    }

    private static Draft Draw(SqliteDataReader row, Heeded heeded, Dictionary<(string Issue, string Party), Cell> cells)
    {
        (string Issue, string Party) key = (row.GetString(2), row.GetString(3));
        if (!cells.TryGetValue(key, out Cell? cell))
        {
            cells[key] = cell = new Cell(key.Issue, key.Party);
        }

        AttributionKind? kind = row.GetString(7) == "narrator" ? null : row.Word<AttributionKind>(7);
        string? reporter = row.TextOrNull(8);
        bool isConveyed = reporter is not null && heeded.NameOf(reporter) != heeded.NameOf(row.GetString(9));
        PositionLevel level = PositionLevels.Of(kind, isConveyed, isConveyed ? row.TextOrNull(10) : null, key.Party);
        bool isConditional = row.GetInt32(6) == 1;
        Direction direction = row.Word<Direction>(4);
        double machine = row.GetDouble(13);
        var line = new LineSketch
        {
            Place = default,
            Voice = LineSketch.VoiceOf(level, !row.IsDBNull(14) && !new Authority(row.Word<AuthorityLevel>(14), AuthorityBasis.None).SpeaksForParty),
            Level = level,
            Stance = (isConditional ? Stance.Conditional : direction == Direction.Supports ? Stance.Supports : Stance.Opposes, direction),
            Strength = row.GetInt32(5),
            Confidence = heeded.Confidence?.Of(LocalConfidence.TraitsOf(machine, kind, isConditional, reporter is not null)) ?? machine,
            Published = row.DayOrNull(12),
            Article = row.GetInt64(1),
            HasConditionIssues = row.GetInt32(15) == 1,
            Row = row.GetInt64(0),
        };
        return new Draft(cell, line, row.DayOrNull(11));
    }

    private static (Cell Cell, LineSketch Line) Placed(Draft draft, List<Draft> article)
    {
        bool isTold = draft.Line.Voice == CellVoice.Told;
        LinePlace place = LinePlace.Of(
            draft.Day,
            draft.Line.Published,
            draft.Line.Stance,
            draft.Day is not null ? [] : article
                .Where(other => other.Day is not null && ReferenceEquals(other.Cell, draft.Cell) && (other.Line.Voice == CellVoice.Told) == isTold)
                .Select(other => (other.Day!.Value, other.Line.Stance)));
        return (draft.Cell, draft.Line with { Place = place });
    }

    private static string? Json(IReadOnlyCollection<string>? values) =>
        values is null ? null : JsonSerializer.Serialize([.. values], LedgerJson.Default.StringArray);

    private sealed record Draft(Cell Cell, LineSketch Line, DateOnly? Day);
}

/// <summary>What people settled that changes lines of articles nobody corrected.</summary>
/// <param name="Names">The name people settled on for each they gave up.</param>
/// <param name="Confidence">How far the machine is believed, or null.</param>
internal sealed record Heeded(IReadOnlyDictionary<string, string> Names, LocalConfidence? Confidence)
{
    /// <summary>The name people settled on; the name itself when they left it.</summary>
    public string NameOf(string name) => Names.Count == 0 ? name : Names.GetValueOrDefault(name, name);
}
