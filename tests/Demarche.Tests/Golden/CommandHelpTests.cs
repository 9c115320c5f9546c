using System.CommandLine;
using System.Text;
using Demarche.Cli;
using Xunit;

namespace Demarche.Tests.Golden;

/// <summary><c>docs/cli.md</c> is made from the real help, so that no command or option goes undocumented.</summary>
public sealed class CommandHelpTests
{
    [Fact]
    public void Page_is_the_help_of_every_command()
    {
        var page = new StringBuilder(
            "# Commands\n\nMade from the program's own help; a test holds it up to date. Exit codes: 0 ok, 1 some inputs failed and were "
            + "named, 2 usage.\n");
        foreach ((string name, Command command) in Commands(CommandTree.Create(), "demarche"))
        {
            page.Append("\n## ").Append(name).Append("\n\n```text\n").Append(HelpOf(name).Trim()).Append("\n```\n");
            Assert.False(string.IsNullOrWhiteSpace(command.Description), $"{name} has no description");
        }

        GoldenFile.Check("docs/cli.md", page.ToString());
    }

    [Fact]
    public void Every_command_that_does_something_shows_an_example()
    {
        foreach ((string name, Command command) in Commands(CommandTree.Create(), "demarche"))
        {
            if (command.Subcommands.Count == 0)
            {
                Assert.Contains($"Example: {name}", command.Description, StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<(string Name, Command Command)> Commands(Command command, string name)
    {
        if (command is not RootCommand)
        {
            yield return (name, command);
        }

        foreach (Command child in command.Subcommands)
        {
            foreach ((string, Command) below in Commands(child, $"{name} {child.Name}"))
            {
                yield return below;
            }
        }
    }

    private static string HelpOf(string name)
    {
        using var output = new StringWriter { NewLine = "\n" };
        string[] arguments = [.. name.Split(' ').Skip(1), "--help"];
        CommandTree.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output });
        return output.ToString().Replace("\r", "", StringComparison.Ordinal);
    }
}
