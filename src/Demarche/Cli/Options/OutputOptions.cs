using System.CommandLine;

namespace Demarche.Cli.Options;

/// <summary><c>--json</c> and <c>--plain</c>: how a command that shows something writes it.</summary>
/// <param name="json">What its help says of <c>--json</c>.</param>
internal sealed class OutputOptions(string json = "Write JSON for machines, one object a line.")
{
    private readonly Option<bool> _json = new("--json") { Description = json };

    private readonly Option<bool> _plain = new("--plain")
    {
        Description = "Write plain lines without tables or colors, for pagers and grep.",
    };

    /// <summary>Adds both options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_plain);
    }

    /// <summary>Whether JSON is wanted.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Whether plain lines are wanted.</summary>
    public bool IsPlain(ParseResult parsed) => parsed.GetValue(_plain);
}
