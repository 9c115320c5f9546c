using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche review</c>: walks the lines most worth a look and takes a person's decisions by single keys.</summary>
internal static class ReviewCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var coder = new Option<string>("--coder")
        {
            Description = "Name the decisions are signed with. Default: the user's name on this machine.",
            HelpName = "NAME",
            DefaultValueFactory = _ => Environment.UserName,
        };
        var blind = new Option<bool>("--blind")
        {
            Description = "Show the machine's lines, not others' decisions; what is decided changes no line and counts for `demarche agreement`.",
        };
        var party = new Option<string?>("--party") { Description = "Only this party's lines.", HelpName = "ID" };
        var issue = new Option<string?>("--issue") { Description = "Only lines on this issue.", HelpName = "ID" };
        var all = new Option<bool>("--all") { Description = "Also lines that were decided on before." };
        var ledger = new LedgerOption();
        var command = new Command(
            "review",
            $"""
            Walk the lines of the machine by single keys: those it is least sure of and that matter most come first. Every decision is kept
            with its author and time, outlives reading the article anew, and can be taken back, without end.

            Keys: {ReviewView.Keys}.

            Example: demarche review --coder ann
            Example: demarche review --coder ben --blind
            """)
        {
            coder,
            blind,
            party,
            issue,
            all,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            var query = new LedgerQuery { Party = parsed.GetValue(party), Issue = parsed.GetValue(issue) };
            LedgerNames.Check(source, query);
            if (Console.IsInputRedirected)
            {
                throw new UserException("review asks for keys and needs a terminal; a program can decide through corrections of its own");
            }

            string name = parsed.GetRequiredValue(coder);
            var desk = new ReviewDesk(source, name.Length > 0 ? name : throw new UserException("--coder wants a name"), parsed.GetValue(blind));
            Walk(source, desk, query, parsed.GetValue(all), (ReadKey, Ask));
        });
        return command;
    }

    /// <summary>Reviews the lines that <paramref name="query"/> wants.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="desk">Takes the decisions.</param>
    /// <param name="query">Which lines.</param>
    /// <param name="all">Whether lines decided on before come too.</param>
    /// <param name="input">The next key, and the answer to a question; null at the end of the input.</param>
    public static void Walk(
        SqliteLedger ledger, ReviewDesk desk, LedgerQuery query, bool all, (Func<char?> Key, Func<string, string?> Ask) input)
    {
        IReadOnlySet<(string, string)> decided = desk.Decided;
        IReadOnlyList<ReviewItem> items = ReviewOrder.Of(
            desk.Lines(new LedgerQuery()),
            entry => query.Matches(entry) && (all || (entry.State == LineState.Machine && !decided.Contains((entry.Article.Key, entry.Key)))));
        var view = new ReviewView(LedgerNames.Overview(ledger, new LedgerQuery()), Terminal.Output());
        var loop = new ReviewLoop(ledger, desk, new ReviewFields(LedgerNames.Codebook(ledger)), view, input);
        loop.Run([.. items.Select(item => item.Entry)]);
        view.Say(items.Count == 0 ? "Nothing to review." : $"{loop.Decisions} decided by {desk.Coder}{(loop.TakenBack > 0 ? $", {loop.TakenBack} taken back" : "")}.");
    }

    private static char? ReadKey()
    {
        char key = Console.ReadKey(intercept: true).KeyChar;
        return key is '\u0003' or '\u0004' ? null : key;
    }

    private static string? Ask(string question)
    {
        Console.Write(Terminal.Clean(question) + ": ");
        return Console.ReadLine();
    }
}
