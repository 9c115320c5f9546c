namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Which words carry the meaning of a statement. Immutable.</summary>
internal static class AlterationWords
{
    private const string Resource = "Demarche.Core.Comparisons.Utterances.alteration-words.txt";

    private static readonly Lazy<Dictionary<string, AlterationKind>> Kinds = new(Read);

    /// <summary>What kind of word this is; null for one that carries no such meaning.</summary>
    /// <param name="form">In lower case, with straight apostrophes.</param>
    public static AlterationKind? KindOf(string form) =>
        char.IsAsciiDigit(form[0]) ? AlterationKind.Number
        : Kinds.Value.TryGetValue(form, out AlterationKind kind) ? kind
        : null;

    /// <summary>How strong a modal is: "weak" (may), "middle" (should) or "strong" (must).</summary>
    public static string StrengthOf(string modal) => modal switch
    {
        "may" or "might" or "can" or "could" => "weak",
        "should" or "would" or "ought" => "middle",
        _ => "strong",
    };

    private static Dictionary<string, AlterationKind> Read()
    {
        using Stream stream = typeof(AlterationWords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not built into the program.");
        using var reader = new StreamReader(stream);
        var kinds = new Dictionary<string, AlterationKind>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] parts = line.Split(':', StringSplitOptions.TrimEntries);
            foreach (string word in parts[1].Split(' '))
            {
                kinds.Add(word, Enum.Parse<AlterationKind>(parts[0]));
            }
        }

        return kinds;
    }
}
