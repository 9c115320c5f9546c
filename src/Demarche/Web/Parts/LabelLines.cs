namespace Demarche.Web.Parts;

/// <summary>Breaks the words of a label into lines for a drawing, where no browser does it.</summary>
internal static class LabelLines
{
    /// <summary>The lines, broken between words; a word longer than a line is cut, and what does not fit ends with "…".</summary>
    /// <param name="label">The label.</param>
    /// <param name="width">Most characters in a line, at least 2.</param>
    /// <param name="most">Most lines, at least 1.</param>
    public static IReadOnlyList<string> Of(string label, int width, int most)
    {
        ArgumentNullException.ThrowIfNull(label);
        var lines = new List<string>();
        foreach (string word in label.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += " " + word;
            }
            else if (lines.Count == most)
            {
                lines[^1] = Cut(lines[^1] + " " + word, width);
                break;
            }
            else
            {
                lines.Add(word.Length <= width ? word : Cut(word, width));
            }
        }

        return lines;
    }

    private static string Cut(string text, int width) => text[..Math.Min(text.Length, width - 1)].TrimEnd() + "…";
}
