namespace Demarche.Core.Parties;

/// <summary>The states of the world; source and choice: decision 0002.</summary>
internal static class Countries
{
    private static readonly Lazy<IReadOnlyList<Country>> Loaded = new(Load);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Country> All => Loaded.Value;

    private static List<Country> Load()
    {
        var countries = new List<Country>();
        foreach (string line in WordList.Lines("Countries.tsv"))
        {
            string[] fields = line.Split('\t');
            string[] adjectives = Values(fields[2]);
            string[] seats = [.. Values(fields[4]), .. Values(fields[5])];
            string[] others = Values(fields[1]);
            countries.Add(new Country
            {
                Name = fields[0],
                OtherNames = [.. others.Select(Unmarked).Where(name => name != fields[0])],
                Adjectives = adjectives,
                People = [.. Values(fields[3]), .. adjectives.Where(TakesPluralS).Select(adjective => adjective + "s")],
                Seats = [.. seats.Select(Unmarked)],
                Houses = Values(fields[5]).Select(Unmarked).ToHashSet(StringComparer.Ordinal),
                Ambiguous = others.Concat(seats).Where(IsMarked).Select(Unmarked).ToHashSet(StringComparer.Ordinal),
            });
        }

        return countries;
    }

    private static string[] Values(string field) =>
        field.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsMarked(string value) => value.StartsWith('?');

    private static string Unmarked(string value) => IsMarked(value) ? value[1..] : value;

    private static bool TakesPluralS(string adjective) =>
        adjective.EndsWith("an", StringComparison.Ordinal) || adjective.EndsWith('i') || adjective.EndsWith("ek", StringComparison.Ordinal)
        || adjective.EndsWith("ajik", StringComparison.Ordinal) || adjective is "Greek" or "Thai" or "Serb" or "Kazakh" or "Kosovar" or "Cypriot";
}
