using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche copies</c>: articles that are one text, and the agencies they owe it to.</summary>
internal static class CopiesCommand
{
    // Enough of a key for the other commands to find its article by.
    private const int KeyDigits = 8;

    private const int LongestName = 60;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var ledger = new LedgerOption();
        var json = new Option<bool>("--json") { Description = "Write JSON for machines, one object a group." };
        var command = new Command(
            "copies",
            """
            Show which articles are copies of one text, whole or cut: they count as one carrier of what they report. The
            agencies that an article names as its source are shown: "by" when the text is theirs, "with" when they contributed.

            Example: demarche copies
            Example: demarche copies --json > copies.jsonl
            """)
        {
            json,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            Dictionary<string, LedgerArticle> articles = source.Articles().ToDictionary(article => article.Key, StringComparer.Ordinal);
            ILookup<string, ArticleCredit> credits = source.Credits().ToLookup(credit => credit.ArticleKey, StringComparer.Ordinal);
            IEnumerable<Member[]> groups = TextCopies.Of(source.Copies()).Groups()
                .Select(keys => InOrder(keys.Select(key => new Member(articles[key], [.. credits[key]]))));
            if (parsed.GetValue(json))
            {
                JsonOutput.WriteLines(groups, Write);
                return;
            }

            int count = 0;
            foreach (Member[] group in groups)
            {
                count++;
                Console.WriteLine($"Text {count}, in {group.Length} articles:");
                foreach (Member member in group)
                {
                    Console.WriteLine($"  {Line(member)}");
                }
            }

            if (count == 0)
            {
                Console.WriteLine("No article here is a copy of another.");
            }
        });
        return command;
    }

    // The first to print a text is the likeliest to have written it.
    private static Member[] InOrder(IEnumerable<Member> group) =>
    [
        .. group.OrderBy(member => member.Article.Published ?? DateOnly.MaxValue)
            .ThenBy(member => member.Article.Outlet, StringComparer.Ordinal).ThenBy(member => member.Article.Key, StringComparer.Ordinal),
    ];

    private static string Line(Member member)
    {
        LedgerArticle article = member.Article;
        string credits = string.Concat(member.Credits.Select(credit => $"; {(credit.IsWhole ? "by" : "with")} {credit.Agency}"));
        string published = article.Published?.ToString("O", CultureInfo.InvariantCulture) ?? "undated";
        string outlet = Terminal.OneLine(article.Outlet ?? "?", LongestName);
        return $"{article.Key[..KeyDigits]}  {published}  {outlet}: {Terminal.OneLine(article.Title ?? article.Id, LongestName)}{credits}";
    }

    private static void Write(Utf8JsonWriter json, Member[] group)
    {
        json.WriteStartObject();
        json.WriteStartArray("articles");
        foreach (Member member in group)
        {
            json.WriteStartObject();
            json.WriteString("key", member.Article.Key);
            json.WriteString("id", member.Article.Id);
            json.WriteString("outlet", member.Article.Outlet);
            json.WriteString("published", member.Article.Published?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteStartArray("credits");
            foreach (ArticleCredit credit in member.Credits)
            {
                json.WriteStartObject();
                json.WriteString("agency", credit.Agency);
                json.WriteBoolean("whole", credit.IsWhole);
                json.WriteString("text", credit.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Member(LedgerArticle Article, ArticleCredit[] Credits);
}
