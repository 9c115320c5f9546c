using System.CommandLine;
using Demarche.Cli;

namespace Demarche;

/// <summary>The program <c>demarche</c>: wires the commands, runs the one that was asked for and names what went wrong.</summary>
public static class Program
{
    private static async Task<int> Main(string[] args)
    {
        ParseResult parsed = CommandTree.Create().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Usage(parsed);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UserException error)
        {
            Console.Error.WriteLine(Terminal.Clean($"demarche: {error.Message}"));
            return error.ExitCode;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(Terminal.Clean($"demarche: {error.Message}"));
            return ExitCodes.SomeFailed;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("demarche: stopped; every article acknowledged so far is kept.");
            return ExitCodes.SomeFailed;
        }
    }

    private static int Usage(ParseResult parsed)
    {
        foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
        {
            Console.Error.WriteLine(Terminal.Clean($"demarche: {error.Message}"));
        }

        string name = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        Console.Error.WriteLine($"Try: demarche {name}--help");
        return ExitCodes.Usage;
    }
}
