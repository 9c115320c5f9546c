namespace Demarche.Core.Parties;

/// <summary>Finds what somebody may have meant by a name that is not known.</summary>
public static class NearestNames
{
    // More than three are a list, not a suggestion.
    private const int Most = 3;

    /// <summary>The known names nearest to <paramref name="given"/>, nearest first: a few letters away, or one inside the other.</summary>
    public static IReadOnlyList<string> Of(string given, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(known);
        string sought = given.ToLowerInvariant();
        // A third of the letters may be wrong, as spelling checkers have it; of short names one.
        int limit = Math.Max(1, sought.Length / 3);
        return
        [
            .. known.Select(name => (Name: name, Edits: EditsTo(sought, name.ToLowerInvariant())))
                .Where(name => name.Edits <= limit)
                .OrderBy(name => name.Edits)
                .ThenBy(name => name.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(name => name.Name),
        ];
    }

    // Part of a name, three letters or more, is as good as one wrong letter.
    private static int EditsTo(string sought, string name) =>
        sought.Length >= 3 && name.Contains(sought, StringComparison.Ordinal) ? 1 : Distance(sought, name);

    /// <summary>Edits between two short words (Levenshtein).</summary>
    internal static int Distance(string left, string right)
    {
        // No key or id is longer; a stray text of megabytes is not compared.
        if (left.Length > 40)
        {
            return int.MaxValue;
        }

        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
