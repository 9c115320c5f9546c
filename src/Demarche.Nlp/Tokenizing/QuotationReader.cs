using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Pairs the quotation marks of one paragraph after the other; the working memory of <see cref="QuotationFinder"/>.</summary>
internal ref struct QuotationReader(string text, ReadOnlySpan<TextSpan> tokens)
{
    /// <summary>Quotations deeper than this are not told apart. Printed text reaches three; the cap bounds the work on hostile text.</summary>
    public const int DeepestNesting = 8;

    private readonly ReadOnlySpan<TextSpan> _tokens = tokens;
    private readonly List<QuoteMark> _marks = [];
    private readonly List<OpenQuotation> _open = [];
    private TokenRange _paragraph;
    private SingleMarks _singles;

    /// <summary>What was found so far, in the order of closing; depths are not set.</summary>
    public List<Quotation> Found { get; } = [];

    /// <summary>Reads <paramref name="paragraph"/>; gives the family of the quotation that stays open at its end, None when there is none.</summary>
    /// <param name="paragraph">The paragraph after the one read last.</param>
    /// <param name="unclosed">What the reading of the paragraph before gave.</param>
    public QuoteFamily Read(TokenRange paragraph, QuoteFamily unclosed)
    {
        _paragraph = paragraph;
        Collect();
        for (int index = 0; index < _marks.Count; index++)
        {
            QuoteMark mark = _marks[index];
            int open = OpenOf(mark.Family);
            switch (SideOf(index, open >= 0))
            {
                case QuoteSide.Opening:
                    Open(index, open, unclosed);
                    break;
                case QuoteSide.Closing when open >= 0:
                    Close(open, mark.Token);
                    break;
                case QuoteSide.Closing when mark.Family == unclosed:
                    // The quotation of the paragraph before went on without a new opening mark.
                    AbandonFrom(0, mark.Token);
                    Add(new OpenQuotation(mark.Family, -1, true), mark.Token);
                    break;
                default:
                    continue;
            }

            // Only the first mark of a paragraph can tell that it continues the one before.
            unclosed = QuoteFamily.None;
        }

        return Finish();
    }

    private void Collect()
    {
        _marks.Clear();
        for (int index = _paragraph.Start; index < _paragraph.End; index++)
        {
            if (_tokens[index].Length <= 2 && !char.IsAsciiLetterOrDigit(text[_tokens[index].Start]))
            {
                QuoteMark mark = QuoteMark.Read(text, _tokens, index);
                if (mark.Family != QuoteFamily.None)
                {
                    _marks.Add(mark);
                }
            }
        }

        _singles = new SingleMarks(text, _tokens, _marks);
    }

    private readonly QuoteSide SideOf(int index, bool isOpen)
    {
        QuoteMark mark = _marks[index];
        if (mark.Family == QuoteFamily.Single)
        {
            return _singles.SideOf(index, isOpen);
        }

        if (mark.OpensByForm)
        {
            return isOpen && mark.ClosesByPlace ? QuoteSide.Closing : QuoteSide.Opening;
        }

        if (mark.ClosesByForm)
        {
            return !isOpen && mark.OpensByPlace ? QuoteSide.Opening : QuoteSide.Closing;
        }

        bool closes = mark.ClosesByPlace || (isOpen && !mark.OpensByPlace);
        return closes ? QuoteSide.Closing : QuoteSide.Opening;
    }

    // The innermost open quotation that a mark of the family closes. A single mark never reaches out of an open double one: there it is an apostrophe.
    private readonly int OpenOf(QuoteFamily family)
    {
        int index = _open.Count - 1;
        if (family == QuoteFamily.Single)
        {
            return index >= 0 && _open[index].Family == family ? index : -1;
        }

        while (index >= 0 && _open[index].Family != family)
        {
            index--;
        }

        return index;
    }

    private readonly void Open(int index, int open, QuoteFamily unclosed)
    {
        QuoteMark mark = _marks[index];
        if (open >= 0 && !IsNested(index))
        {
            // The closing mark of the one before was forgotten.
            AbandonFrom(open, mark.Token);
        }

        if (_open.Count < DeepestNesting)
        {
            _open.Add(new OpenQuotation(mark.Family, mark.Token, mark.Token == _paragraph.Start && mark.Family == unclosed));
        }
    }

    // A quotation inside one with the same marks is believed only when the next two of these marks close them both.
    private readonly bool IsNested(int index)
    {
        QuoteFamily family = _marks[index].Family;
        int closing = 0;
        int last = Math.Min(_marks.Count, index + 1 + DeepestNesting);
        for (int next = index + 1; next < last && closing < 2 && family != QuoteFamily.Single; next++)
        {
            if (_marks[next].Family == family)
            {
                if (!Closes(_marks[next]))
                {
                    return false;
                }

                closing++;
            }
        }

        return closing == 2;
    }

    private static bool Closes(QuoteMark mark) => (mark.ClosesByForm || mark.ClosesByPlace) && !mark.OpensByPlace;

    private readonly void Close(int open, int token)
    {
        AbandonFrom(open + 1, token);
        Add(_open[open], token);
        _open.RemoveAt(open);
    }

    // What was opened since and never closed ends before the token; a single mark among it was an apostrophe.
    private readonly void AbandonFrom(int open, int token)
    {
        for (int index = _open.Count - 1; index >= open; index--)
        {
            if (_open[index].Family != QuoteFamily.Single)
            {
                AddUnclosed(_open[index], token);
            }
        }

        _open.RemoveRange(open, _open.Count - open);
    }

    private readonly QuoteFamily Finish()
    {
        QuoteFamily unclosed = QuoteFamily.None;
        foreach (OpenQuotation open in _open)
        {
            if (open.Family == QuoteFamily.Single && open.Token != _paragraph.Start)
            {
                continue;
            }

            AddUnclosed(open, _paragraph.End);
            unclosed = unclosed == QuoteFamily.None ? open.Family : unclosed;
        }

        _open.Clear();
        return unclosed;
    }

    private readonly void Add(OpenQuotation open, int closingToken)
    {
        TextSpan closing = _tokens[closingToken];
        TextSpan opening = open.Token >= 0 ? _tokens[open.Token] : new TextSpan(_tokens[_paragraph.Start].Start, _tokens[_paragraph.Start].Start);
        if (opening.End < closing.Start)
        {
            Found.Add(new Quotation(new TextSpan(opening.Start, closing.End), new TextSpan(opening.End, closing.Start), 0, true, open.Continues));
        }
    }

    private readonly void AddUnclosed(OpenQuotation open, int endToken)
    {
        TextSpan opening = _tokens[open.Token];
        int end = _tokens[endToken - 1].End;
        if (opening.End < end)
        {
            Found.Add(new Quotation(new TextSpan(opening.Start, end), new TextSpan(opening.End, end), 0, false, open.Continues));
        }
    }
}
