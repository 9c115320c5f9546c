using Demarche.Nlp.Text;

namespace Demarche.Core.Positions.Wording;

/// <summary>A text as columns of words and punctuation marks with their family keys.</summary>
/// <remarks>
/// Cuts finer than tokens: parts of a hyphenated word are words, a possessive ending is a flag, "n't" is the word "not".
/// Linear in the length of the text.
/// </remarks>
internal sealed class WordText
{
    private readonly List<TextSpan> _spans = [];
    private readonly List<string> _keys = [];
    private readonly List<bool> _possessive = [];

    public WordText(string text, WordKeys keys)
    {
        Text = text;
        int at = 0;
        while (at < text.Length)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                at = AddWord(at, keys);
            }
            else
            {
                AddMark(at);
                at++;
            }
        }
    }

    /// <summary>The text the spans refer to.</summary>
    public string Text { get; }

    /// <summary>Number of words and marks.</summary>
    public int Count => _spans.Count;

    /// <summary>Key of the word at <paramref name="index"/>; the character itself for a mark, "\n" for a line's end.</summary>
    public string Key(int index) => _keys[index];

    /// <summary>Where the word at <paramref name="index"/> stands.</summary>
    public TextSpan Span(int index) => _spans[index];

    /// <summary>Whether the word at <paramref name="index"/> carries a possessive ending.</summary>
    public bool IsPossessive(int index) => _possessive[index];

    /// <summary>Whether the entry at <paramref name="index"/> is a word, not a mark.</summary>
    public bool IsWord(int index) => char.IsLetterOrDigit(Text[_spans[index].Start]);

    /// <summary>Whether the word at <paramref name="index"/> starts with a capital letter.</summary>
    public bool IsCapital(int index) => char.IsUpper(Text[_spans[index].Start]);

    /// <summary>Puts another key on a word, such as the party it names.</summary>
    public void Rename(int index, string key) => _keys[index] = key;

    /// <summary>Index of the first word that ends after <paramref name="offset"/>; <see cref="Count"/> when none does.</summary>
    public int IndexAt(int offset)
    {
        int low = 0;
        int high = _spans.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_spans[middle].End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The words that share a character with <paramref name="span"/>.</summary>
    public WordRange RangeOf(TextSpan span)
    {
        int start = IndexAt(span.Start);
        int end = IndexAt(span.End);
        return new WordRange(start, end < Count && _spans[end].Start < span.End ? end + 1 : Math.Max(start, end));
    }

    /// <summary>Span from the first to the last word of a range that is not empty.</summary>
    public TextSpan SpanOf(WordRange range) => new(_spans[range.Start].Start, _spans[range.End - 1].End);

    private int AddWord(int start, WordKeys keys)
    {
        int end = start;
        while (end < Text.Length && (char.IsLetterOrDigit(Text[end]) || IsInnerPeriod(start, end)))
        {
            end++;
        }

        bool hasApostrophe = end + 1 < Text.Length && Text[end] is '\'' or '\u2019';
        if (hasApostrophe && Text[end + 1] is 't' or 'T' && Text[end - 1] is 'n' or 'N' && !IsLetterAt(end + 2))
        {
            return AddContraction(start, end + 2, keys);
        }

        bool possessive = hasApostrophe && ((Text[end + 1] is 's' or 'S' && !IsLetterAt(end + 2)) || Text[end - 1] is 's');
        Add(new TextSpan(start, end), keys.KeyOf(Text.AsSpan(start, end - start)), possessive);
        return hasApostrophe && Text[end + 1] is 's' or 'S' && !IsLetterAt(end + 2) ? end + 2 : end;
    }

    private int AddContraction(int start, int end, WordKeys keys)
    {
        int verbEnd = end - 3;
        if (verbEnd > start)
        {
            Add(new TextSpan(start, verbEnd), keys.KeyOf(Text.AsSpan(start, verbEnd - start)), false);
        }

        Add(new TextSpan(Math.Max(start, verbEnd), end), "not", false);
        return end;
    }

    // "U.S." is one word; a period at the end of a sentence is not part of it.
    private bool IsInnerPeriod(int start, int at) =>
        Text[at] == '.' && at - start >= 1 && char.IsUpper(Text[at - 1])
        && (at - start == 1 || Text[at - 2] == '.')
        && ((at + 1 < Text.Length && char.IsUpper(Text[at + 1])) || (at - start >= 3 && Text[at - 2] == '.'));

    private bool IsLetterAt(int offset) => offset < Text.Length && char.IsLetterOrDigit(Text[offset]);

    private void AddMark(int at)
    {
        if (Text[at] == '\n' || !char.IsWhiteSpace(Text[at]))
        {
            Add(new TextSpan(at, at + 1), Text[at].ToString(), false);
        }
    }

    private void Add(TextSpan span, string key, bool possessive)
    {
        _spans.Add(span);
        _keys.Add(key);
        _possessive.Add(possessive);
    }
}
