using System.CommandLine;
using Demarche.Core.Reading.Outlets;

namespace Demarche.Cli.Options;

/// <summary><c>--outlets FILE</c>: the registry that tells what outlets are called.</summary>
internal sealed class OutletsOption
{
    // Beside the ledger's codebook.yaml.
    private const string FileName = "outlets.yaml";

    // As for a codebook: three are enough to start mending.
    private const int ProblemsShown = 3;

    private readonly Option<string?> _option;

    /// <summary>The option.</summary>
    /// <param name="more">What to say when it is not given.</param>
    public OutletsOption(string more) => _option = new Option<string?>("--outlets")
    {
        Description = "Registry of outlets (YAML): which domains and names belong to which outlet." + more,
        HelpName = "FILE",
    };

    /// <summary>Adds the option to <paramref name="command"/>.</summary>
    public void AddTo(Command command) => command.Options.Add(_option);

    /// <summary>The registry: the file the user named, else the one in <paramref name="folder"/>, else an empty one.</summary>
    /// <exception cref="UserException">The file cannot be read or has errors; the first ones are named.</exception>
    public OutletRegistry Read(ParseResult parsed, string? folder = null)
    {
        return parsed.GetValue(_option) is { } path ? ReadFile(path) : folder is null ? OutletRegistry.Empty : ReadFrom(folder);
    }

    /// <summary>The registry in <paramref name="folder"/>, or an empty one.</summary>
    /// <exception cref="UserException">The file cannot be read or has errors; the first ones are named.</exception>
    public static OutletRegistry ReadFrom(string folder)
    {
        string own = Path.Combine(folder, FileName);
        return File.Exists(own) ? ReadFile(own) : OutletRegistry.Empty;
    }

    private static OutletRegistry ReadFile(string path)
    {
        OutletReading reading = OutletRegistryReader.Read(TextOf(path));
        return reading.Registry ?? throw new UserException(
            $"the registry of outlets {path} has errors; mend them and run the command again"
            + string.Concat(reading.Problems.Take(ProblemsShown).Select(problem => $"\n  {path}:{problem.Line}:{problem.Column}: {problem.Message}")));
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{path}: {e.Message}");
        }
    }
}
