using System.Diagnostics;
using System.Text;

namespace Demarche.Tests.EndToEnd;

/// <summary>The real program, run as a process of its own the way a user runs it.</summary>
internal static class DemarcheProcess
{
    // Long enough for a first start on a busy machine; a run that takes longer hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>The program's assembly, which the project reference puts beside the tests.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "demarche.dll");

    /// <summary>Starts the program; the caller disposes the process.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="folder">The folder to run in, or null for a neutral one.</param>
    public static Process Start(IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Assembly);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["NO_COLOR"] = "1";
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>Runs the program to its end.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">What it gets on standard input.</param>
    /// <param name="folder">The folder to run in, or null for a neutral one.</param>
    public static async Task<Outcome> RunAsync(IEnumerable<string> arguments, string input = "", string? folder = null)
    {
        using Process process = Start(arguments, folder);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
            await FeedAsync(process, input, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new Outcome(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"demarche {string.Join(' ', arguments)} ran longer than {Patience}.");
        }
    }

    private static async Task FeedAsync(Process process, string input, CancellationToken patience)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), patience);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program may end without reading its input, after a usage error for one.
        }
    }

    /// <summary>How a run ended.</summary>
    /// <param name="ExitCode">0 ok, 1 some inputs failed, 2 usage.</param>
    /// <param name="Output">Standard output.</param>
    /// <param name="Errors">Standard error.</param>
    internal sealed record Outcome(int ExitCode, string Output, string Errors)
    {
        /// <summary>The lines of standard output.</summary>
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
