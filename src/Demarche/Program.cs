using System.CommandLine;

namespace Demarche;

/// <summary>The program <c>demarche</c>: wires the commands and runs the one that was asked for.</summary>
public static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("Who wants what in a dispute, each line with the sentence that carries it.");
        return await root.Parse(args).InvokeAsync();
    }
}
