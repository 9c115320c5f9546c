using Demarche.Nlp.Text;

namespace Demarche.Core.Reading.Furnishings;

/// <summary>Finds tags that were left standing in a text.</summary>
internal static class MarkupFinder
{
    // Tags with many attributes; anything longer is a text with a stray bracket.
    private const int LongestTag = 500;

    /// <summary>Adds every tag inside <paramref name="line"/>.</summary>
    public static void Add(List<Furniture> found, string text, TextSpan line)
    {
        int at = line.Start;
        while (at < line.End)
        {
            int open = text.IndexOf('<', at, line.End - at);
            if (open < 0 || open + 2 >= line.End)
            {
                return;
            }

            int name = text[open + 1] == '/' ? open + 2 : open + 1;
            int length = Math.Min(LongestTag, line.End - open);
            int close = char.IsAsciiLetterLower(text[name]) ? text.IndexOf('>', open, length) : -1;
            if (close > 0)
            {
                found.Add(new Furniture(new TextSpan(open, close + 1), "markup"));
            }

            at = close > 0 ? close + 1 : open + 1;
        }
    }
}
