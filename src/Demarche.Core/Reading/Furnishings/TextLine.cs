using System.Buffers;
using Demarche.Nlp.Text;

namespace Demarche.Core.Reading.Furnishings;

/// <summary>A line of a text that is not blank, in the form its words are compared in.</summary>
internal sealed class TextLine
{
    // Furniture is short; a longer line is compared by its beginning only.
    private const int ComparedLength = 1000;

    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„«»");

    private TextLine(string text, TextSpan span)
    {
        Span = span;
        ReadOnlySpan<char> shown = span.SliceOf(text);
        HasQuotation = shown.ContainsAny(QuotationMarks);
        Shown = shown[..Math.Min(shown.Length, ComparedLength)].ToString();
        Words = string.Create(Shown.Length, Shown, static (plain, source) =>
        {
            for (int i = 0; i < plain.Length; i++)
            {
                plain[i] = source[i] is '’' or '‘' ? '\'' : char.IsWhiteSpace(source[i]) ? ' ' : char.ToLowerInvariant(source[i]);
            }
        }).TrimEnd('.', '…', ' ', '>', '→', '»');
    }

    /// <summary>Where it stands, white space at both ends left out; UTF-16 code units.</summary>
    public TextSpan Span { get; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => Span.Length;

    /// <summary>Its characters, at most the first thousand.</summary>
    public string Shown { get; }

    /// <summary>The same in lower case, with straight apostrophes and plain blanks, without dots or arrows at its end.</summary>
    public string Words { get; }

    /// <summary>Whether it has a quotation mark: somebody's words then, more likely than the outlet's.</summary>
    public bool HasQuotation { get; }

    /// <summary>The lines of <paramref name="text"/>, blank ones left out.</summary>
    public static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        for (int start = 0; start < text.Length;)
        {
            int feed = text.IndexOf('\n', start);
            int end = feed < 0 ? text.Length : feed;
            int first = start;
            int last = end;
            while (first < last && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            if (last > first)
            {
                lines.Add(new TextLine(text, new TextSpan(first, last)));
            }

            start = end + 1;
        }

        return lines;
    }

    /// <summary>Whether the word or phrase stands in it between word borders.</summary>
    public bool Has(string phrase)
    {
        for (int at = Words.IndexOf(phrase, StringComparison.Ordinal); at >= 0;)
        {
            int end = at + phrase.Length;
            bool free = (at == 0 || !char.IsLetterOrDigit(Words[at - 1]))
                && (end == Words.Length || !char.IsLetterOrDigit(Words[end]) || !char.IsLetterOrDigit(phrase[^1]));
            if (free)
            {
                return true;
            }

            at = end < Words.Length ? Words.IndexOf(phrase, end, StringComparison.Ordinal) : -1;
        }

        return false;
    }

    /// <summary>Whether one of the words or phrases stands in it.</summary>
    public bool HasAny(string[] phrases) => Array.Exists(phrases, Has);
}
