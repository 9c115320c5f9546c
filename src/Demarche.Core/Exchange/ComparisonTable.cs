using System.Globalization;
using System.Text.Json;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Wording;
using Demarche.Core.Positions;
using Demarche.Core.Reading;

namespace Demarche.Core.Exchange;

/// <summary>A table of the comparison of outlets as text, for the terminal, for files and for JSON alike.</summary>
/// <param name="Name">Its name, as the command line has it.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Cells, as many in each row as there are columns.</param>
public sealed record ComparisonTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What each outlet carries.</summary>
    public static ComparisonTable Of(IEnumerable<OutletSummary> outlets) => new(
        "outlets",
        ["outlet", "articles", "stories", "statements", "quoted", "paraphrased", "left_out", "first"],
        [
            .. outlets.Select(outlet => (string[])
            [
                outlet.Outlet, Text(outlet.Articles), Text(outlet.Stories), Text(outlet.Statements), Text(outlet.Carried),
                Text(outlet.Paraphrased), Text(outlet.LeftOut), Text(outlet.First),
            ]),
        ]);

    /// <summary>Whose words each outlet prints.</summary>
    public static ComparisonTable Of(IEnumerable<SpeechShare> shares) => new(
        "speech",
        ["outlet", "party", "statements", "own_words", "reported", "told_by_others"],
        [
            .. shares.Select(share => (string[])
            [
                share.Outlet, share.Party ?? "", Text(share.Statements), Text(share.OwnWords), Text(share.Reported), Text(share.ToldByOthers),
            ]),
        ]);

    /// <summary>Who carries which statement: a row for each statement and each outlet that tells its story.</summary>
    public static ComparisonTable Coverage(OutletComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new ComparisonTable(
            "coverage",
            ["story", "title", "utterance", "speaker", "party", "statement", "outlet", "treatment", "lag_days", "article"],
            [
                .. from story in comparison.Stories
                   let coverage = StoryCoverage.Of(story, comparison.Utterances)
                   from statement in coverage.Statements
                   from outlet in coverage.Outlets
                   select CoverageRow(story, statement, outlet),
            ]);
    }

    /// <summary>What each article makes of each statement.</summary>
    public static ComparisonTable Renderings(OutletComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new ComparisonTable(
            "renderings",
            [
                "utterance", "speaker", "party", "outlet", "article", "published", "start", "end", "text", "quoted", "attributed", "relation", "reference",
                "alterations",
            ],
            [
                .. from utterance in comparison.Utterances
                   from rendering in utterance.Renderings
                   select (string[])
                   [
                       utterance.Id, utterance.Speaker ?? "", utterance.Party ?? "", StoryCoverage.OutletOf(rendering.Article), rendering.Article.Id,
                       EntryWriter.DayText(rendering.Article.Published) ?? "", Text(rendering.Span.Start), Text(rendering.Span.End), rendering.Text,
                       Text(rendering.IsQuoted), Text(rendering.IsAttributed), rendering.Relation.ToString().ToLowerInvariant(),
                       Text(ReferenceEquals(rendering, utterance.Reference)),
                       string.Join("; ", rendering.Alterations.Select(a => $"{a.Kind.ToString().ToLowerInvariant()}: {a.Before} > {a.After}")),
                   ],
            ]);
    }

    /// <summary>Which words outlets use; each row with the place of the first use.</summary>
    /// <param name="name">Name of the table.</param>
    /// <param name="of">What the words are used for; empty when there is no such column.</param>
    /// <param name="uses">The rows.</param>
    public static ComparisonTable Of(string name, string of, IEnumerable<WordUse> uses)
    {
        bool hasThing = of.Length > 0;
        string[] columns = ["phrase", "outlet", "count", "log_odds", "article", "start", "end"];
        return new ComparisonTable(
            name,
            hasThing ? [of, .. columns] : columns,
            [
                .. uses.Select(use => (string[])
                [
                    .. hasThing ? [use.Of] : Array.Empty<string>(),
                    use.Phrase, use.Outlet, Text(use.Count), use.LogOdds.ToString("0.00", CultureInfo.InvariantCulture), use.Article.Id,
                    Text(use.Span.Start), Text(use.Span.End),
                ]),
            ]);
    }

    /// <summary>Positions that one outlet alone reports.</summary>
    public static ComparisonTable Of(IEnumerable<SolePosition> positions) => new(
        "alone",
        ["outlet", "party", "issue", "stance", "direction", "date", "evidence", "article"],
        [
            .. positions.Select(sole => (string[])
            [
                sole.Outlet, sole.Entry.Position.Party ?? "", sole.Entry.Position.Issue, Words.Of(sole.Entry.Position.Stance),
                sole.Entry.Position.Direction == Direction.Supports ? "supports" : "opposes", EntryWriter.DayText(sole.Entry.Date) ?? "",
                sole.Entry.Evidence, sole.Entry.Article.Id,
            ]),
        ]);

    /// <summary>Writes one row as an object: the table's name, and each column by its name.</summary>
    public void Write(Utf8JsonWriter json, IReadOnlyList<string> row)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(row);
        json.WriteStartObject();
        json.WriteString("table", Name);
        for (int i = 0; i < Columns.Count; i++)
        {
            if (double.TryParse(row[i], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Columns[i] is not ("article" or "outlet" or "phrase" or "evidence" or "statement" or "text" or "title"))
            {
                json.WriteNumber(Columns[i], number);
            }
            else
            {
                JsonStrings.Write(json, Columns[i], row[i]);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the table as comma-separated values, names of columns first.</summary>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (IReadOnlyList<string> row in Rows.Prepend(Columns))
        {
            writer.Write(string.Join(',', row.Select(CsvText.Field)) + "\r\n");
        }
    }

    private static string[] CoverageRow(Story story, StatementCoverage statement, string outlet)
    {
        CoverageCell? cell = statement.Cells.GetValueOrDefault(outlet);
        return
        [
            story.Id, story.Title, statement.Utterance.Id, statement.Utterance.Speaker ?? "", statement.Utterance.Party ?? "",
            statement.Utterance.Reference.Text, outlet,
            cell is null ? "left out" : cell.Treatment == Treatment.Carried ? "quoted" : "paraphrased",
            cell?.LagDays is { } lag ? Text(lag) : "", cell?.Rendering.Article.Id ?? "",
        ];
    }

    private static string Text(bool isSo) => isSo ? "yes" : "no";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
