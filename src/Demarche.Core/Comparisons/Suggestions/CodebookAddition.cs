using System.Text;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Demarche.Core.Comparisons.Suggestions;

/// <summary>Adds an issue, or phrases of one, to the text of a codebook and leaves every other character as its author wrote it.</summary>
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

    /// <summary>The text of <paramref name="codebook"/> with phrases more among the terms of an issue.</summary>
    /// <param name="codebook">YAML.</param>
    /// <param name="issue">Id of the issue.</param>
    /// <param name="phrases">What is added; those the issue has already are not.</param>
    /// <returns>The new text; null when the issue has no terms that could be added to.</returns>
    public static string? AddTerms(string codebook, string issue, IReadOnlyList<string> phrases)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(phrases);
        if (CodebookReader.Read(codebook).Codebook?.Issues.FirstOrDefault(known => known.Id == issue) is not { } known
            || TermsOf(codebook, issue) is not { } terms)
        {
            return null;
        }

        string[] added = [.. phrases.Except(known.Terms.Concat(known.Inverse), StringComparer.OrdinalIgnoreCase).Select(Quoted)];
        YamlNode last = terms is YamlSequenceNode { Children.Count: > 0 } list ? list.Children[^1] : terms;
        int end = (int)last.End.Index;
        if (terms is YamlSequenceNode { Style: SequenceStyle.Block })
        {
            // One phrase a line, as the others: what stands before the last one's dash stands before theirs.
            int line = codebook.LastIndexOf('\n', (int)last.Start.Index - 1) + 1;
            string lead = codebook[line..codebook.LastIndexOf('-', (int)last.Start.Index - 1)];
            int next = codebook.IndexOf('\n', end);
            return codebook.Insert(next < 0 ? codebook.Length : next, string.Concat(added.Select(phrase => $"\n{lead}- {phrase}")));
        }

        string tail = string.Concat(added.Select(phrase => $", {phrase}"));
        return terms is YamlScalarNode
            ? codebook.Insert(end, tail + "]").Insert((int)last.Start.Index, "[")
            : codebook.Insert(end, tail);
    }

    private static YamlNode? TermsOf(string codebook, string issue) =>
        YamlText.Read(codebook, "codebook", (_, _) => { }) is YamlMappingNode root
            && root.Children.TryGetValue("issues", out YamlNode? list) && list is YamlSequenceNode issues
            && issues.Children.OfType<YamlMappingNode>().FirstOrDefault(item => item.Children.TryGetValue("id", out YamlNode? id) && id is YamlScalarNode { Value: { } value } && value == issue) is { } found
            && found.Children.TryGetValue("terms", out YamlNode? terms)
                ? terms
                : null;

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
