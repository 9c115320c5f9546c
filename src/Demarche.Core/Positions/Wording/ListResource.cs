using System.Reflection;

namespace Demarche.Core.Positions.Wording;

/// <summary>Reads the word lists that are built into the program.</summary>
internal static class ListResource
{
    /// <summary>The lines of a list without comments (from <c>#</c> on) and blank lines.</summary>
    /// <param name="name">Path below the folder of positions with dots, such as <c>Wording.families.txt</c>.</param>
    /// <exception cref="InvalidOperationException">No such list was built in.</exception>
    public static IReadOnlyList<string> Lines(string name)
    {
        Assembly assembly = typeof(ListResource).Assembly;
        using Stream stream = assembly.GetManifestResourceStream("Demarche.Core.Positions." + name)
            ?? throw new InvalidOperationException($"The word list {name} is not built into {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            int comment = line.IndexOf('#', StringComparison.Ordinal);
            string kept = (comment < 0 ? line : line[..comment]).Trim();
            if (kept.Length > 0)
            {
                lines.Add(kept);
            }
        }

        return lines;
    }
}
