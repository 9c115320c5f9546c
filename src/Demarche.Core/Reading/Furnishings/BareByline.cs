namespace Demarche.Core.Reading.Furnishings;

/// <summary>Finds a byline without "by": a line of nothing but a name between the headline and the text.</summary>
internal static class BareByline
{
    // Outlet or section, headline, subtitle, byline.
    private const int LastPlace = 3;

    // A report begins with a sentence.
    private const int ShortestParagraph = 80;

    private const int LongestName = 60;
    private const int FewestWords = 2;
    private const int MostWords = 4;

    // "Ann Lee, Skarrow Post", "Ann Lee in Port Ilvane", "Ann Lee and Bo Ek"
    private static readonly string[] Joints = [", ", " | ", " in ", " and ", " & "];

    /// <summary>Index of the line; -1 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="reasons">Why lines are furniture already; null for those that are not.</param>
    public static int Find(string text, List<TextLine> lines, string?[] reasons)
    {
        for (int i = 1; i <= LastPlace && i + 1 < lines.Count; i++)
        {
            if (reasons[i] is null && reasons[i - 1] is null && lines[i].Length <= LongestName && Begins(lines, reasons, i + 1)
                && TextHead.IsHeadline(lines[i - 1]) && IsName(text, lines[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // What follows is the text, or the line of the day above it.
    private static bool Begins(List<TextLine> lines, string?[] reasons, int next) =>
        lines[next].Length >= ShortestParagraph
        || (reasons[next] == "time stamp" && next + 1 < lines.Count && lines[next + 1].Length >= ShortestParagraph);

    private static bool IsName(string text, TextLine line)
    {
        string shown = line.Shown;
        int joint = Joints.Min(mark => shown.IndexOf(mark, StringComparison.Ordinal) is var at && at < 0 ? shown.Length : at);
        string[] words = shown[..joint].Split(' ');
        return words.Length is >= FewestWords and <= MostWords
            && NamesLine.Is(shown)
            && Array.TrueForAll(words, IsCapitalised)
            && Array.TrueForAll(words, word => IsOnlyHere(text, line, word.TrimEnd('.')));
    }

    private static bool IsCapitalised(string word) =>
        word.Length > 0 && char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’');

    /// <summary>Places, parties and plain words come again in the text, in capitals or not; who wrote it does not.</summary>
    private static bool IsOnlyHere(string text, TextLine line, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + word.Length;
            bool isWord = (at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]));
            if (isWord && (at < line.Span.Start || at >= line.Span.End))
            {
                return false;
            }
        }

        return true;
    }
}
