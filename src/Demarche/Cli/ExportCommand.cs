using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Core.Exchange.Exports;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche export</c>: the ledger for other programs.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string?> Format = new("format")
    {
        Description = string.Join(". ", ExportFormat.All.Select(format => $"{format.Name}: {format.Description}")) + ".",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> FormatOption = new("--format", "-f")
    {
        Description = "The format, when it is not given as the argument.",
        HelpName = "FORMAT",
    };

    private static readonly Option<FileInfo?> File = new("--out", "-o") { Description = "File to write to instead of standard output.", HelpName = "FILE" };

    private static readonly Option<bool> NoText = new("--no-text")
    {
        Description = "Leave out the articles' words: coding, offsets, digests and citations can be shared where the texts may not.",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        string[] names = [.. ExportFormat.All.Select(format => format.Name)];
        Format.AcceptOnlyFromAmong(names);
        FormatOption.AcceptOnlyFromAmong(names);
        var ledger = new LedgerOption();
        var command = new Command(
            "export",
            """
            Write the ledger in a format other programs open, corrections applied (jsonl alone has the machine's own lines). Texts stand
            character for character as the articles have them; the same ledger gives the same bytes.

            Example: demarche export csv --out positions.csv
            Example: demarche export --format gexf --no-text --out network.gexf
            """)
        {
            Format,
            FormatOption,
            File,
            NoText,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            string name = (parsed.GetValue(Format), parsed.GetValue(FormatOption)) switch
            {
                (null, null) => throw new UserException($"which format? One of: {string.Join(", ", names)}"),
                ({ } argument, { } option) when argument != option => throw new UserException($"two formats are asked for, {argument} and {option}: name one"),
                (var argument, var option) => argument ?? option!,
            };
            ExportFormat format = ExportFormat.Find(name)!;
            FileInfo? file = parsed.GetValue(File);
            if (file is null && !Console.IsOutputRedirected && format.IsBinary)
            {
                throw new UserException($"{name} is no text for a terminal: name a file with --out NAME{format.Extension}");
            }

            using SqliteLedger source = ledger.Open(parsed);
            using Stream target = file?.Create() ?? Console.OpenStandardOutput();
            using var output = new BufferedStream(target);
            format.Write(new ExportSource(source, LedgerNames.Codebook(source), !parsed.GetValue(NoText)), output);
        });
        return command;
    }
}
