using System.Globalization;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Stories;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>Prints stories with the outlets that tell them.</summary>
internal sealed class StoryView(Terminal terminal)
{
    /// <summary>Prints each story with its articles and what ties them.</summary>
    public void Print(IReadOnlyList<Story> stories)
    {
        foreach (Story story in stories)
        {
            terminal.Console.Write(new Markup(
                $"[bold]{Terminal.Escape(story.Title)}[/]\n    [grey]{story.Id}  {Days(story)}  {Count(story.Articles.Count, "article", "articles")}[/]\n"));
            Dictionary<string, StoryTie> ties = story.Ties.ToDictionary(tie => tie.ArticleKey, StringComparer.Ordinal);
            Dictionary<string, string> ids = story.Articles.ToDictionary(article => article.Key, article => article.Id, StringComparer.Ordinal);
            foreach (ComparedArticle article in story.Articles)
            {
                string tie = ties.TryGetValue(article.Key, out StoryTie? known) ? Tie(known, ids) : "the middle of the story";
                terminal.Console.Write(new Markup(
                    $"    {StanceText.Day(article.Published)}  {Terminal.Escape(article.Outlet ?? "unknown outlet")}  "
                    + $"[grey]{Terminal.Escape($"[{article.Id}]")} {(story.Articles.Count > 1 ? Terminal.Escape(tie) : "")}[/]\n"));
            }
        }

        terminal.Console.WriteLine(Count(stories.Count, "story.", "stories."));
    }

    private static string Tie(StoryTie tie, Dictionary<string, string> ids) => tie.Probability >= 1
        ? $"a copy of {ids[tie.NearestKey]}"
        : $"like {ids[tie.NearestKey]}, probability {tie.Probability.ToString("0.00", CultureInfo.InvariantCulture)}";

    private static string Days(Story story) =>
        story.From == story.To ? StanceText.Day(story.From) : $"{StanceText.Day(story.From)} to {StanceText.Day(story.To)}";

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
