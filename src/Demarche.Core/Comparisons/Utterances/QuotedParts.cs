using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Finds what stands between double quotation marks.</summary>
internal static class QuotedParts
{
    /// <summary>Whether a character is a double quotation mark.</summary>
    public static bool IsMark(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';

    /// <summary>The parts of <paramref name="span"/> between marks, without them. Marks open and close in turn; an unclosed one runs to the end.</summary>
    public static IEnumerable<TextSpan> In(string text, TextSpan span)
    {
        int open = -1;
        for (int i = span.Start; i < span.End; i++)
        {
            if (!IsMark(text[i]))
            {
                continue;
            }

            if (open < 0)
            {
                open = i + 1;
            }
            else
            {
                yield return new TextSpan(open, i);
                open = -1;
            }
        }

        if (open >= 0 && open < span.End)
        {
            yield return new TextSpan(open, span.End);
        }
    }
}
