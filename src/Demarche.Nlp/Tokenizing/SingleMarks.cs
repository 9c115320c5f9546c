using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Tells single quotation marks from apostrophes among the marks of one paragraph.</summary>
internal readonly ref struct SingleMarks
{
    private readonly string _text;
    private readonly ReadOnlySpan<TextSpan> _tokens;
    private readonly List<QuoteMark> _marks;
    private readonly int _lastCloser;

    /// <summary>Reads <paramref name="marks"/>, all marks of the paragraph in order.</summary>
    public SingleMarks(string text, ReadOnlySpan<TextSpan> tokens, List<QuoteMark> marks)
    {
        _text = text;
        _tokens = tokens;
        _marks = marks;
        _lastCloser = marks.FindLastIndex(static mark => mark.Family == QuoteFamily.Single && mark.ClosesByPlace);
    }

    /// <summary>What the single mark at <paramref name="index"/> of the marks does, given whether a single quotation is open.</summary>
    public QuoteSide SideOf(int index, bool isOpen)
    {
        QuoteMark mark = _marks[index];
        if (mark.OpensByPlace)
        {
            // ’ before a word shortens it (’em); a straight mark opens only when something can close it.
            return mark.OpensByForm || (!mark.ClosesByForm && index < _lastCloser) ? QuoteSide.Opening : QuoteSide.None;
        }

        bool closes = isOpen && (mark.ClosesByForm || mark.ClosesByPlace) && !IsPlural(index);
        return closes ? QuoteSide.Closing : QuoteSide.None;
    }

    // the workers’ rights: after s and before a word, when another mark is left to close the quotation.
    private bool IsPlural(int index)
    {
        TextSpan token = _tokens[_marks[index].Token];
        bool hasForm = token.Start > 0 && (_text[token.Start - 1] | 0x20) == 's'
            && token.End + 1 < _text.Length && Characters.IsGap(_text[token.End]) && char.IsLetter(_text[token.End + 1]);
        if (!hasForm)
        {
            return false;
        }

        for (int next = index + 1; next < _marks.Count; next++)
        {
            if (_marks[next].Family == QuoteFamily.Single)
            {
                return !_marks[next].OpensByPlace;
            }
        }

        return false;
    }
}
