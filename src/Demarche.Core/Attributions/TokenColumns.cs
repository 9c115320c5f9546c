using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Demarche.Nlp.Tokenizing;

namespace Demarche.Core.Attributions;

/// <summary>The tokens of a document as the rules see them: class, quotation, sentence.</summary>
internal sealed class TokenColumns
{
    private readonly WordClass[] _classes;
    private readonly int[] _quotations;
    private readonly TokenRange[] _quotationRanges;

    /// <summary>Reads the columns of <paramref name="document"/>.</summary>
    public TokenColumns(Document document, WordTable words)
    {
        Document = document;
        _classes = new WordClass[document.TokenCount];
        _quotations = new int[document.TokenCount];
        _quotationRanges = new TokenRange[document.Quotations.Count];
        Array.Fill(_quotations, -1);
        foreach (TokenRange sentence in document.Sentences)
        {
            bool isFirst = true;
            for (int i = sentence.Start; i < sentence.End; i++)
            {
                _classes[i] = words.ClassOf(document.Token(i), isFirst);
                isFirst &= !char.IsLetterOrDigit(document.Token(i)[0]);
            }
        }

        MarkQuotations();
    }

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => _classes.Length;

    /// <summary>Class of the token at <paramref name="index"/>; the borders of the text are <see cref="WordClass.Start"/> and <see cref="WordClass.End"/>.</summary>
    public WordClass this[int index] =>
        index < 0 ? WordClass.Start : index >= _classes.Length ? WordClass.End : _classes[index];

    /// <summary>Index of the outermost quotation around the token, its marks included; -1 outside.</summary>
    public int QuotationOf(int index) => index < 0 || index >= _quotations.Length ? -1 : _quotations[index];

    /// <summary>Whether the token stands between quotation marks; the marks do not.</summary>
    public bool IsQuoted(int index) =>
        QuotationOf(index) >= 0 && _classes[index] is not (WordClass.QuoteOpen or WordClass.QuoteClose);

    /// <summary>Tokens of a quotation, its marks included.</summary>
    public TokenRange Quotation(int index) => _quotationRanges[index];

    /// <summary>The token's characters.</summary>
    public ReadOnlySpan<char> Word(int index) => Document.Token(index);

    /// <summary>Whether the token is <paramref name="word"/>, case left aside.</summary>
    public bool Is(int index, string word) =>
        index >= 0 && index < Count && Word(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    private void MarkQuotations()
    {
        int previousEnd = 0;
        for (int q = 0; q < Document.Quotations.Count; q++)
        {
            Quotation quotation = Document.Quotations[q];
            if (quotation.Depth > 0)
            {
                continue;
            }

            TokenRange range = Document.TokensOf(quotation.Span);
            range = new TokenRange(Math.Max(range.Start, previousEnd), range.End);
            _quotationRanges[q] = range;
            for (int i = range.Start; i < range.End; i++)
            {
                _quotations[i] = q;
            }

            MarkBorders(quotation, range);
            previousEnd = Math.Max(previousEnd, range.End);
        }
    }

    private void MarkBorders(Quotation quotation, TokenRange range)
    {
        if (range.Length <= 0)
        {
            return;
        }

        TextSpan first = Document.Tokens[range.Start];
        TextSpan last = Document.Tokens[range.End - 1];
        if (first.End <= quotation.Inner.Start)
        {
            _classes[range.Start] = WordClass.QuoteOpen;
        }

        if (last.Start >= quotation.Inner.End && range.Length > 1)
        {
            _classes[range.End - 1] = WordClass.QuoteClose;
        }
    }
}
