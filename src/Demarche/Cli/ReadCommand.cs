using System.CommandLine;

namespace Demarche.Cli;

/// <summary><c>demarche read</c>: articles in, clean texts out.</summary>
internal static class ReadCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new RecordOptions();
        var command = new Command(
            "read",
            """
            Read articles and write their clean text, title, outlet and day as JSON Lines: what extract writes, without
            attributions and positions.

            Example: demarche read pages/ > articles.jsonl
            """);
        var explain = new Option<bool>("--explain") { Description = "Write what was cut from each page too, with the reasons, in page order." };
        options.AddTo(command);
        command.Options.Add(explain);
        command.SetAction((parsed, cancellation) => options.RunAsync(parsed, null, cancellation, parsed.GetValue(explain)));
        return command;
    }
}
