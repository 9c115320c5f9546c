namespace Demarche.Core.Parties;

/// <summary>Reads the lists that are built into the program.</summary>
internal static class WordList
{
    /// <summary>The lines of the list <paramref name="name"/>, without empty ones and remarks ("# ...").</summary>
    /// <exception cref="InvalidOperationException">The program was built without that list.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        Type here = typeof(WordList);
        using Stream stream = here.Assembly.GetManifestResourceStream($"{here.Namespace}.Lists.{name}")
            ?? throw new InvalidOperationException($"The list {name} is not built into {here.Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
