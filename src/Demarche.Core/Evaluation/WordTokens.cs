using System.Globalization;
using System.Text;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Evaluation;

/// <summary>
/// The units that spans are compared in: runs of letters and digits (an apostrophe, period or hyphen may stand inside) and single
/// other characters. Not the program's own tokens, so that a change of those cannot move a figure.
/// </summary>
internal sealed class WordTokens
{
    private readonly List<TextSpan> _spans = [];
    private readonly List<bool> _startsWord = [];

    public WordTokens(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            int length = CharacterLength(text, i);
            if (IsSpace(text[i]))
            {
                i += length;
                continue;
            }

            bool isWord = IsWord(text, i, length);
            int end = isWord ? EndOfWord(text, i) : i + length;
            _spans.Add(new TextSpan(i, end));
            _startsWord.Add(isWord);
            i = end;
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _spans.Count;

    /// <summary>The tokens a span touches, without quote marks and other punctuation at its ends; a span of punctuation alone keeps it.</summary>
    public TokenRange Touched(TextSpan span)
    {
        int start = FirstEndingAfter(span.Start);
        int end = start;
        while (end < Count && _spans[end].Start < span.End)
        {
            end++;
        }

        var whole = new TokenRange(start, end);
        while (start < end && !_startsWord[start])
        {
            start++;
        }

        while (end > start && !_startsWord[end - 1])
        {
            end--;
        }

        return start == end ? whole : new TokenRange(start, end);
    }

    /// <summary>The characters of the token at <paramref name="index"/>.</summary>
    public ReadOnlySpan<char> Slice(string text, int index) => _spans[index].SliceOf(text);

    private int FirstEndingAfter(int offset)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_spans[middle].End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private static int EndOfWord(string text, int start)
    {
        int end = EndOfLetters(text, start);
        while (end < text.Length && text[end] is '\'' or '’' or '.' or '-')
        {
            int next = EndOfLetters(text, end + 1);
            if (next == end + 1)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    private static int EndOfLetters(string text, int start)
    {
        int end = start;
        while (end < text.Length && CharacterLength(text, end) is var length && IsWord(text, end, length))
        {
            end += length;
        }

        return end;
    }

    private static int CharacterLength(string text, int offset) =>
        char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1]) ? 2 : 1;

    private static bool IsWord(string text, int offset, int length)
    {
        UnicodeCategory category = length == 2
            ? Rune.GetUnicodeCategory(new Rune(text[offset], text[offset + 1]))
            : char.GetUnicodeCategory(text[offset]);
        return category is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber;
    }

    // The four separators of old data files count as white space, as regular expressions of other languages have it.
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\x1C' and <= '\x1F';
}
