using System.Globalization;
using System.Text;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

// This namespace has the name of the type; inside it the type is meant.
using Rendering = Demarche.Core.Comparisons.Utterances.Rendering;

/// <summary>Prints stories: the outlets that tell them, who carries which statement, and what became of its words.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="isPlain">Whether who carries what comes as lines instead of a table.</param>
internal sealed class StoryView(Terminal terminal, bool isPlain = false)
{
    private const int StatementWidth = 48;
    private const int MostBars = 40;

    /// <summary>Prints each story with its articles and what ties them.</summary>
    /// <param name="batches">Stories and utterances.</param>
    /// <param name="isWhole">Whether to show who carries what and every wording as well.</param>
    public void Print(IEnumerable<OutletComparison> batches, bool isWhole)
    {
        int stories = 0;
        int utterances = 0;
        foreach (OutletComparison batch in batches)
        {
            Print(batch, isWhole);
            stories += batch.Stories.Count;
            utterances += batch.Utterances.Count;
        }

        terminal.Console.WriteLine($"{Count(stories, "story", "stories")}, {Count(utterances, "utterance", "utterances")} in several articles.");
    }

    private void Print(OutletComparison batch, bool isWhole)
    {
        ILookup<string, string> utterancesOf = TieReader.ByArticle(batch.Utterances);
        foreach (Story story in batch.Stories)
        {
            PrintArticles(story, utterancesOf);
            if (isWhole)
            {
                PrintMatrix(StoryCoverage.Of(story, batch.Utterances));
            }
        }

        foreach (Utterance utterance in isWhole ? batch.Utterances : [])
        {
            PrintUtterance(utterance);
        }
    }

    /// <summary>Prints an utterance with the wording of each article against the reference.</summary>
    public void PrintUtterance(Utterance utterance)
    {
        terminal.Console.Write(new Markup(
            $"\n[bold]{Terminal.Escape(utterance.Speaker ?? "nobody named")}[/] [grey]{utterance.Id}[/]\n"));
        foreach (Rendering rendering in utterance.Renderings)
        {
            bool isReference = ReferenceEquals(rendering, utterance.Reference);
            string mark = rendering.IsQuoted ? "“{0}”" : "{0}";
            string words = string.Format(CultureInfo.InvariantCulture, mark, isReference ? Terminal.Escape(rendering.Text) : Marked(rendering.Difference));
            terminal.Console.Write(new Markup(
                $"  {words.Replace('\n', ' ')}\n    [grey]{(isReference ? "reference" : rendering.Relation.ToString().ToLowerInvariant())}, "
                + $"{Terminal.Escape(rendering.Article.Outlet ?? "unknown outlet")}, {StanceText.Day(rendering.Article.Published)} {Terminal.Escape($"[{rendering.Article.Id}]")}[/]\n"));
            foreach (Alteration alteration in rendering.Alterations)
            {
                terminal.Console.Write(new Markup(
                    $"    [yellow]! {alteration.Kind.ToString().ToLowerInvariant()}: {Terminal.Escape(Said(alteration.Before))} → {Terminal.Escape(Said(alteration.After))}[/]\n"));
            }
        }

        PrintSpread(utterance);
    }

    // One line a day from the first: how the words spread.
    private void PrintSpread(Utterance utterance)
    {
        DateOnly? first = utterance.Renderings.Min(rendering => rendering.Article.Published);
        if (first is null)
        {
            return;
        }

        foreach (IGrouping<DateOnly?, Rendering> day in utterance.Renderings.GroupBy(rendering => rendering.Article.Published).OrderBy(day => day.Key is null).ThenBy(day => day.Key))
        {
            string lag = day.Key is { } known ? string.Create(CultureInfo.InvariantCulture, $"day {known.DayNumber - first.Value.DayNumber}") : "undated";
            string bar = new('■', Math.Min(MostBars, day.Count()));
            terminal.Console.Write(new Markup(
                $"    [grey]{lag,-8} {bar} {Terminal.Escape(string.Join(", ", day.Select(rendering => rendering.Article.Outlet ?? "unknown outlet").Distinct(StringComparer.Ordinal)))}[/]\n"));
        }
    }

    private void PrintArticles(Story story, ILookup<string, string> utterancesOf)
    {
        terminal.Console.Write(new Markup(
            $"[bold]{Terminal.Escape(story.Title)}[/]\n    [grey]{story.Id}  {Days(story)}  {Count(story.Articles.Count, "article", "articles")}[/]\n"));
        Dictionary<string, StoryTie> ties = story.Ties.ToDictionary(tie => tie.ArticleKey, StringComparer.Ordinal);
        Dictionary<string, string> ids = story.Articles.ToDictionary(article => article.Key, article => article.Id, StringComparer.Ordinal);
        var reader = new TieReader(story, utterancesOf);
        foreach (ComparedArticle article in story.Articles)
        {
            string tie = ties.TryGetValue(article.Key, out StoryTie? known) ? Tie(known, ids, reader) : "the middle of the story";
            terminal.Console.Write(new Markup(
                $"    {StanceText.Day(article.Published)}  {Terminal.Escape(article.Outlet ?? "unknown outlet")}  "
                + $"[grey]{Terminal.Escape($"[{article.Id}]")} {(story.Articles.Count > 1 ? Terminal.Escape(tie) : "")}[/]\n"));
        }
    }

    private void PrintMatrix(StoryCoverage coverage)
    {
        if (coverage.Statements.Count == 0)
        {
            return;
        }

        if (isPlain)
        {
            PrintCoverage(coverage);
            return;
        }

        var table = new Table { Border = TableBorder.Minimal };
        table.AddColumn("Statement");
        foreach (string outlet in coverage.Outlets)
        {
            table.AddColumn(new TableColumn(Terminal.Escape(outlet)).Centered());
        }

        foreach (StatementCoverage statement in coverage.Statements)
        {
            table.AddRow([Terminal.Escape(Terminal.OneLine(TitleOf(statement), StatementWidth)), .. coverage.Outlets.Select(outlet => Cell(coverage, statement, outlet))]);
        }

        terminal.Console.Write(table);
        terminal.Console.WriteLine("    ● in quotation marks  ◐ in the outlet's words  · left out  = in a copy of another's text  +N: N days after the first");
    }

    // A line a statement and outlet that carries it.
    private void PrintCoverage(StoryCoverage coverage)
    {
        foreach (StatementCoverage statement in coverage.Statements)
        {
            foreach (string outlet in coverage.Outlets.Where(statement.Cells.ContainsKey))
            {
                CoverageCell cell = statement.Cells[outlet];
                string treatment = cell.Treatment == Treatment.Carried ? "carried" : "paraphrased";
                string lag = cell.LagDays > 0 ? string.Create(CultureInfo.InvariantCulture, $", {cell.LagDays} days after the first") : "";
                lag += coverage.IsCopied(cell) ? ", in a copy of another's text" : "";
                terminal.Console.WriteLine(Terminal.Clean($"    {outlet}: {treatment}{lag}: {Terminal.OneLine(TitleOf(statement), StatementWidth)}"));
            }
        }
    }

    private static string TitleOf(StatementCoverage statement) => $"{statement.Utterance.Speaker ?? "?"}: {statement.Utterance.Reference.Text}";

    private static string Cell(StoryCoverage coverage, StatementCoverage statement, string outlet)
    {
        if (!statement.Cells.TryGetValue(outlet, out CoverageCell? cell))
        {
            return "·";
        }

        string glyph = (cell.Treatment == Treatment.Carried ? "●" : "◐") + (coverage.IsCopied(cell) ? "=" : "");
        return cell.LagDays > 0 ? string.Create(CultureInfo.InvariantCulture, $"{glyph} +{cell.LagDays}") : glyph;
    }

    // What was dropped is struck through, what was put in stands underlined; without colors [-dropped-] {+added+}.
    private string Marked(IReadOnlyList<WordChange> changes)
    {
        var marked = new StringBuilder();
        foreach (WordChange change in changes)
        {
            marked.Append(marked.Length > 0 ? " " : "");
            if (change.Kind == WordChangeKind.Kept)
            {
                marked.Append(Terminal.Escape(change.After));
                continue;
            }

            string before = change.Before.Length == 0 ? "" : Dropped(change.Before);
            string after = change.After.Length == 0 ? "" : Added(change.After);
            marked.Append(before).Append(before.Length > 0 && after.Length > 0 ? " " : "").Append(after);
        }

        return marked.ToString();
    }

    private string Dropped(string words) =>
        terminal.HasColors ? $"[strikethrough grey]{Terminal.Escape(words)}[/]" : Terminal.Escape($"[-{words}-]");

    private string Added(string words) => terminal.HasColors ? $"[underline]{Terminal.Escape(words)}[/]" : Terminal.Escape($"{{+{words}+}}");

    private static string Said(string words) => words.Length == 0 ? "nothing" : $"“{words}”";

    private static string Tie(StoryTie tie, Dictionary<string, string> ids, TieReader reader) => tie.IsCopy
        ? $"a copy of {ids[tie.NearestKey]}"
        : $"with {ids[tie.NearestKey]}, {tie.Probability.ToString("0.00", CultureInfo.InvariantCulture)}: {reader.ReasonOf(tie)}";

    private static string Days(Story story) =>
        story.From == story.To ? StanceText.Day(story.From) : $"{StanceText.Day(story.From)} to {StanceText.Day(story.To)}";

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
