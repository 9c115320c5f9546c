using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Core;
using Demarche.Core.Exchange;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Outlets;

namespace Demarche.Cli;

/// <summary>What the commands that turn inputs into records have in common: their inputs, output and threads.</summary>
internal sealed class RecordOptions
{
    // Records are written in pieces of this size; large enough that the system is called rarely.
    private const int OutputBufferBytes = 1 << 16;

    private readonly ArticleInputs _inputs = new(ArgumentArity.ZeroOrMore, ", the default");

    private readonly OutletsOption _outlets = new("");

    private readonly Option<FileInfo?> _out = new("--out", "-o")
    {
        Description = "File to write to instead of standard output.",
    };

    private readonly Option<int> _threads = new("--threads", "-j")
    {
        Description = "How many articles are worked on at once; the output is the same for any number.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    /// <summary>Puts the options on <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        _threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1024)
            {
                result.AddError("--threads wants a number from 1 to 1024.");
            }
        });
        _inputs.AddTo(command);
        _outlets.AddTo(command);
        command.Options.Add(_out);
        command.Options.Add(_threads);
    }

    /// <summary>Writes the records of all inputs and names those that failed on standard error.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="pipeline">Codes the articles, or null for what Reading alone gives.</param>
    /// <param name="cancellation">Stops between two records.</param>
    /// <param name="isExplained">Whether what Reading cut is written too.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ParseResult parsed, ArticlePipeline? pipeline, CancellationToken cancellation, bool isExplained = false)
    {
        OutletRegistry outlets = _outlets.Read(parsed);
        IEnumerable<RawArticle> inputs = _inputs.Read(parsed, cancellation);
        await using Stream target = parsed.GetValue(_out) is { } file ? file.Create() : Console.OpenStandardOutput();
        await using var output = new BufferedStream(target, OutputBufferBytes);
        int failed = await new RecordPipe(pipeline, parsed.GetValue(_threads), isExplained, outlets).WriteAsync(
            inputs,
            output,
            (origin, problem) => Console.Error.WriteLine($"demarche: {origin}: {problem}"),
            cancellation);
        return failed == 0 ? ExitCodes.Ok : ExitCodes.SomeFailed;
    }
}
