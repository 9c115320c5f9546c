namespace Demarche.Core.Comparisons.Utterances;

/// <summary>The words of an outlet around what it renders: its sentence, and by which words it says that it was said.</summary>
internal static class RenderingFrame
{
    // A sentence of more characters than this to either side is broken text.
    private const int MostCharacters = 300;

    /// <summary>Those words, in lower case.</summary>
    public static string[] Around(Passage passage)
    {
        string text = passage.Article.Text;
        int start = passage.Span.Start;
        while (start > 0 && passage.Span.Start - start < MostCharacters && !EndsSentence(text, start - 1))
        {
            start--;
        }

        int end = passage.Span.End;
        while (end < text.Length && end - passage.Span.End < MostCharacters && !EndsSentence(text, end))
        {
            end++;
        }

        return
        [
            .. WordsOf(text[start..passage.Span.Start]), .. WordsOf(text[passage.Span.End..end]),
            .. passage.Attribution.Cue.SelectMany(span => WordsOf(span.Of(text))),
        ];
    }

    private static bool EndsSentence(string text, int at) =>
        text[at] is '\n' || (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));

    private static IEnumerable<string> WordsOf(string text)
    {
        string lower = text.ToLowerInvariant().Replace('\u2019', '\'');
        for (int i = 0; i < lower.Length; i++)
        {
            int start = i;
            while (i < lower.Length && (char.IsLetterOrDigit(lower[i]) || (lower[i] == '\'' && i > start)))
            {
                i++;
            }

            if (i > start)
            {
                yield return lower[start..i].TrimEnd('\'');
            }
        }
    }
}
