using Demarche.Nlp.Entities;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;
using Demarche.Nlp.Tokenizing;

namespace Demarche.Nlp;

/// <summary>An analysed text: columns over its tokens, and the spans found in it. Immutable once the <see cref="Analyzer"/> gives it.</summary>
public sealed class Document
{
    private readonly TextSpan[] _tokens;
    private readonly TokenRange[] _sentences;
    private readonly TokenRange[] _paragraphs;

    internal Document(
        string text,
        TextSpan[] tokens,
        TokenRange[] sentences,
        TokenRange[] paragraphs,
        IReadOnlyList<Quotation> quotations,
        IReadOnlyList<TimeExpression> times)
    {
        Text = text;
        _tokens = tokens;
        _sentences = sentences;
        _paragraphs = paragraphs;
        Quotations = quotations;
        Times = times;
    }

    /// <summary>The text all offsets refer to.</summary>
    public string Text { get; }

    /// <summary>Span of each token, in text order, none overlapping; between tokens stand only white space and invisible control or format characters.</summary>
    public ReadOnlySpan<TextSpan> Tokens => _tokens;

    /// <summary>Token range of each sentence, in order; together they cover every token once, and none crosses a paragraph.</summary>
    public ReadOnlySpan<TokenRange> Sentences => _sentences;

    /// <summary>Token range of each paragraph (run of lines between line feeds), in order; together they cover every token once.</summary>
    public ReadOnlySpan<TokenRange> Paragraphs => _paragraphs;

    /// <summary>Stretches in quotation marks, in text order; nested ones follow the one that holds them.</summary>
    public IReadOnlyList<Quotation> Quotations { get; }

    /// <summary>Dates, times and durations, in text order, none overlapping.</summary>
    public IReadOnlyList<TimeExpression> Times { get; }

    /// <summary>Parts of speech, dictionary forms and dependencies; <see cref="Syntax.None"/> when no language model was given.</summary>
    public Syntax Syntax { get; internal init; } = Syntax.None;

    /// <summary>Named entities, in text order, none overlapping; empty when no recognizer was given.</summary>
    public IReadOnlyList<Entity> Entities { get; internal init; } = [];

    /// <summary>Number of tokens.</summary>
    public int TokenCount => _tokens.Length;

    /// <summary>The characters of the token at <paramref name="index"/>.</summary>
    public ReadOnlySpan<char> Token(int index) => _tokens[index].SliceOf(Text);

    /// <summary>Span from the first to the last token of <paramref name="range"/>; empty at 0 for an empty range.</summary>
    public TextSpan SpanOf(TokenRange range) =>
        range.Length <= 0 ? default : new TextSpan(_tokens[range.Start].Start, _tokens[range.End - 1].End);

    /// <summary>Index of the sentence that holds the token at <paramref name="tokenIndex"/>.</summary>
    public int SentenceOf(int tokenIndex) => IndexOf(_sentences, tokenIndex);

    /// <summary>Index of the paragraph that holds the token at <paramref name="tokenIndex"/>.</summary>
    public int ParagraphOf(int tokenIndex) => IndexOf(_paragraphs, tokenIndex);

    /// <summary>The tokens that share a character with <paramref name="span"/>; an empty range when none does.</summary>
    public TokenRange TokensOf(TextSpan span)
    {
        int start = FirstEndingAfter(span.Start);
        int end = start;
        while (end < _tokens.Length && _tokens[end].Start < span.End)
        {
            end++;
        }

        return new TokenRange(start, end);
    }

    /// <summary>
    /// The tokens of <paramref name="range"/> as a document of their own, offsets as here: borders end sentences and paragraphs, outermost
    /// quotation marks count as absent, heads outside are none, and there are no times.
    /// </summary>
    public Document Within(TokenRange range)
    {
        TextSpan span = SpanOf(range);
        var inner = new List<Quotation>();
        for (int q = FirstQuotationFrom(span.Start); q < Quotations.Count && Quotations[q].Span.Start < span.End; q++)
        {
            if (Quotations[q].Depth > 0 && Quotations[q].Span.End <= span.End)
            {
                inner.Add(Quotations[q] with { Depth = Quotations[q].Depth - 1 });
            }
        }

        return new Document(Text, _tokens[range.Start..range.End], Clipped(_sentences, range), Clipped(_paragraphs, range), inner, [])
        {
            Syntax = Syntax.Within(range),
        };
    }

    private int FirstQuotationFrom(int offset)
    {
        int low = 0;
        int high = Quotations.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = Quotations[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static TokenRange[] Clipped(TokenRange[] ranges, TokenRange range)
    {
        var clipped = new List<TokenRange>();
        for (int i = range.Length > 0 ? IndexOf(ranges, range.Start) : ranges.Length; i < ranges.Length && ranges[i].Start < range.End; i++)
        {
            clipped.Add(new TokenRange(Math.Max(ranges[i].Start, range.Start) - range.Start, Math.Min(ranges[i].End, range.End) - range.Start));
        }

        return [.. clipped];
    }

    private int FirstEndingAfter(int offset)
    {
        int low = 0;
        int high = _tokens.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_tokens[middle].End <= offset)
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

    private static int IndexOf(TokenRange[] ranges, int tokenIndex)
    {
        int low = 0;
        int high = ranges.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ranges[middle].End <= tokenIndex)
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
}
