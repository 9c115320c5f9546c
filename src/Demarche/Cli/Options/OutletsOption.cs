using System.CommandLine;
using Demarche.Core.Reading.Outlets;

namespace Demarche.Cli.Options;

/// <summary><c>--outlets FILE</c>: the registry that tells what outlets are called.</summary>
internal sealed class OutletsOption
{
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
    public OutletRegistry Read(ParseResult parsed, string? folder = null) =>
        parsed.GetValue(_option) is { } path ? OutletsFile.Read(path) : folder is null ? OutletRegistry.Empty : OutletsFile.ReadFrom(folder);
}
