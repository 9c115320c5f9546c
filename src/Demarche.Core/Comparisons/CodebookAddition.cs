using System.Text;

namespace Demarche.Core.Comparisons;

/// <summary>Adds an issue to the text of a codebook and leaves every other character as its author wrote it.</summary>
public static class CodebookAddition
{
    /// <summary>The text of <paramref name="codebook"/> with an issue more, at the end of its list of issues.</summary>
    /// <param name="codebook">YAML with its issues as a block list.</param>
    /// <param name="issue">What is added.</param>
    /// <returns>The new text and the id of the issue; null when there is no list of issues to add to.</returns>
    public static (string Text, string Id)? Add(string codebook, SuggestedIssue issue)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(issue);
        List<string> lines = [.. codebook.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
        int head = lines.FindIndex(line => line.TrimEnd() == "issues:");
        int first = head < 0 ? -1 : lines.FindIndex(head + 1, line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal));
        if (first < 0)
        {
            return null;
        }

        string indent = lines[first][..lines[first].IndexOf('-', StringComparison.Ordinal)];
        int end = lines.FindIndex(first + 1, line => line.Length > 0 && line[0] is not (' ' or '-' or '#'));
        string id = IdOf(issue.Label);
        lines.InsertRange(
            end < 0 ? lines.Count : end,
            [
                $"{indent}- id: {id}",
                $"{indent}  label: {Quoted(issue.Label)}",
                $"{indent}  terms: [{string.Join(", ", issue.Phrases.Select(Quoted))}]",
            ]);
        return (string.Join('\n', lines) + "\n", id);
    }

    private static string IdOf(string label)
    {
        var id = new StringBuilder();
        foreach (char c in label.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                id.Append(c);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().Trim('-') is { Length: > 0 } made ? made : "issue";
    }

    // Single quotes: nothing inside but the quote itself means anything to YAML.
    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
