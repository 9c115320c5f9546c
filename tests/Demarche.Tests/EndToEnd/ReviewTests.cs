using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Demarche.Tests.EndToEnd;

/// <summary>Reviewing, agreement, learning and the codebook's suggestions with the real program.</summary>
public sealed class ReviewTests : IDisposable
{
    private const string Codebook =
        """
        dispute: lake
        parties:
          - id: vorland
            name: Vorland
            names: [Vorland]
            people: [{name: Anna Berg, role: Foreign Minister, names: [Berg]}]
        issues:
          - id: fishing-ban
            label: Fishing ban on the lake
            terms: [fishing ban, ban on fishing]
        """;

    // Types the keys on a terminal of its own, each once the program waits.
    private const string Typist =
        """
        import os, pty, select, sys, time
        pid, fd = pty.fork()
        if pid == 0:
            os.environ["TERM"] = "xterm"
            os.execvp(sys.argv[2], sys.argv[2:])
        seen = b""
        def wait(word, limit=90):
            global seen
            end = time.time() + limit
            while word not in seen and time.time() < end:
                if select.select([fd], [], [], 0.2)[0]:
                    try: seen += os.read(fd, 65536)
                    except OSError: return
        wait(b"1 of")
        time.sleep(0.5)
        for key in sys.argv[1]:
            os.write(fd, key.encode())
            time.sleep(0.5)
        wait(b"decided by")
        sys.stdout.write(seen.decode("utf-8", "replace"))
        os._exit(0)
        """;

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Review_needs_a_terminal_and_says_so()
    {
        await Make();
        DemarcheProcess.Outcome outcome = await Run("review", "--coder", "ann");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("needs a terminal", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_on_a_terminal_decide_and_decisions_are_exported_with_author_and_time()
    {
        await Make();
        string shown = await OnTerminal("rq");
        Assert.Contains("1 decided by ann", shown, StringComparison.Ordinal);
        DemarcheProcess.Outcome exported = await Run("export", "corrections");
        using JsonDocument correction = JsonDocument.Parse(exported.Lines[0]);
        Assert.Equal("reject", correction.RootElement.GetProperty("kind").GetString());
        Assert.Equal("ann", correction.RootElement.GetProperty("author").GetString());
        Assert.EndsWith("Z", correction.RootElement.GetProperty("at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_are_changed_and_taken_back_also_in_a_later_session()
    {
        await Make();
        Assert.Contains("edited by a person", await OnTerminal("eg4\nq"), StringComparison.Ordinal);
        string later = await OnTerminal("ua", "--all");
        Assert.Contains("Taken back: edit", later, StringComparison.Ordinal);
        Assert.Contains("1 decided by ann, 1 taken back", later, StringComparison.Ordinal);
        DemarcheProcess.Outcome exported = await Run("export", "corrections");
        Assert.Equal(["edit", "undo", "accept"], exported.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Agreement_and_learning_say_what_they_lack()
    {
        await Make();
        Assert.StartsWith("No line was decided on by two coders", (await Run("agreement")).Output, StringComparison.Ordinal);
        DemarcheProcess.Outcome learn = await Run("learn");
        Assert.Equal(2, learn.ExitCode);
        Assert.Contains("0 decisions in this ledger", learn.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demands_without_an_issue_are_suggested_tried_and_added()
    {
        await Make();
        DemarcheProcess.Outcome suggested = await Run("codebook", "suggest", "--json");
        Assert.Equal((0, ""), (suggested.ExitCode, suggested.Errors));
        using JsonDocument group = JsonDocument.Parse(suggested.Lines[0]);
        Assert.Contains("ferry line", group.RootElement.GetProperty("label").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, group.RootElement.GetProperty("statements").GetInt32());
        Assert.EndsWith("2 sentences.\n", (await Run("codebook", "try", "night ferry line")).Output, StringComparison.Ordinal);
        DemarcheProcess.Outcome added = await Run("codebook", "suggest", "--add", "1");
        Assert.Equal((0, ""), (added.ExitCode, added.Errors));
        DemarcheProcess.Outcome check = await DemarcheProcess.RunAsync(["codebook", "check", "ledger/codebook.yaml"], folder: _home.Path);
        Assert.Contains("2 issues", check.Output, StringComparison.Ordinal);
        Assert.StartsWith(Codebook, await File.ReadAllTextAsync(_home["ledger/codebook.yaml"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, (await Run("codebook", "suggest", "--add", "9")).ExitCode);
    }

    [Fact]
    public async Task Phrases_are_added_to_an_issue_there_is()
    {
        await Make();
        Assert.Contains("no issue 'ferry'", (await Run("codebook", "suggest", "--add", "1", "--to", "ferry")).Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("codebook", "suggest", "--to", "fishing-ban")).ExitCode);
        Assert.Equal(0, (await Run("codebook", "suggest", "--add", "1", "--to", "fishing-ban")).ExitCode);
        Assert.Contains(
            "terms: [fishing ban, ban on fishing, '", await File.ReadAllTextAsync(_home["ledger/codebook.yaml"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<string> OnTerminal(string keys, params string[] options)
    {
        _home.Write("typist.py", Typist);
        var start = new ProcessStartInfo("python3")
        {
            ArgumentList = { "typist.py", keys, "dotnet", DemarcheProcess.Assembly, "review", "--coder", "ann", "--ledger", "ledger" },
            WorkingDirectory = _home.Path,
            RedirectStandardOutput = true,
        };
        Array.ForEach(options, start.ArgumentList.Add);
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("needs python3 for a terminal, which is not here");
        }

        using (process)
        {
            string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return output;
        }
    }

    private async Task Make()
    {
        _home.Write("codebook.yaml", Codebook);
        _home.Write(
            "articles.jsonl",
            """
            {"id": "one", "published": "2031-05-01", "text": "Vorland demands a fishing ban on the lake, Foreign Minister Anna Berg said."}
            {"id": "two", "published": "2031-05-02", "text": "“We demand a night ferry line to the islands,” Foreign Minister Anna Berg said."}
            {"id": "three", "published": "2031-05-20", "text": "“We demand the night ferry line,” Foreign Minister Anna Berg said."}

            """);
        Assert.Equal(0, (await DemarcheProcess.RunAsync(["new", "ledger", "--codebook", "codebook.yaml"], folder: _home.Path)).ExitCode);
        Assert.Equal(0, (await Run("add", "articles.jsonl")).ExitCode);
    }

    private Task<DemarcheProcess.Outcome> Run(params string[] arguments) =>
        DemarcheProcess.RunAsync([.. arguments, "--ledger", "ledger"], folder: _home.Path);
}
