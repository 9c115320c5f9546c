namespace Demarche.Core.Attributions.Lexicon;

/// <summary>Reads the embedded word tables: rows of tab-parted columns, lines that start with # are remarks.</summary>
internal static class LexiconFile
{
    /// <summary>The columns of each row of <paramref name="name"/>.</summary>
    /// <exception cref="InvalidOperationException">The program was built without the file.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        string resource = $"{typeof(LexiconFile).Namespace}.{name}";
        using Stream stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word table {resource} is missing from the build.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
