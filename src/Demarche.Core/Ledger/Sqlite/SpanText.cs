using Demarche.Nlp.Text;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Texts of spans, and the checks that they are there.</summary>
internal static class SpanText
{
    private const string Gap = " … ";

    /// <summary>The characters of <paramref name="spans"/>, parted by an ellipsis; empty for none.</summary>
    public static string Join(string text, IReadOnlyList<TextSpan> spans) =>
        spans.Count == 1 ? spans[0].Of(text) : string.Join(Gap, spans.Select(span => span.Of(text)));

    /// <summary>Whether <paramref name="span"/> lies inside a text of <paramref name="length"/> code units.</summary>
    public static bool IsInside(TextSpan span, int length) => span.Start >= 0 && span.Start <= span.End && span.End <= length;

    /// <summary><paramref name="text"/> with each lone surrogate replaced by U+FFFD: as long, so that spans hold, and the same once read back.</summary>
    public static string WellFormed(string text)
    {
        int first = FirstLoneSurrogate(text, 0);
        if (first < 0)
        {
            return text;
        }

        char[] mended = text.ToCharArray();
        for (int i = first; i >= 0; i = FirstLoneSurrogate(text, i + 1))
        {
            mended[i] = '\uFFFD';
        }

        return new string(mended);
    }

    private static int FirstLoneSurrogate(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            return i;
        }

        return -1;
    }
}
