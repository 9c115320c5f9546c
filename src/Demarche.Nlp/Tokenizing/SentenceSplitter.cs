using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Parts each paragraph into sentences. A line without a final mark (a headline, a list item) is a sentence of its own.</summary>
/// <remarks>
/// Closing quotation marks and brackets stay with the sentence they close. What starts in lower case (but for damaged writing after a plain word), and a reporting
/// clause after <c>?”</c> or <c>!”</c>, goes on with the sentence; so does one that is all there is after <c>.”</c>. After an abbreviation only a word that cannot go on
/// with a name opens a new one. Time is linear in the tokens.
/// </remarks>
public sealed class SentenceSplitter
{
    // Shorter words before a period may be abbreviations that no list has.
    private const int LeastPlainWord = 4;

    private enum Ending
    {
        None,
        Period,
        Exclamation,
        Ellipsis,
        Abbreviation,
    }

    /// <summary>The token ranges of the sentences, in order; together they cover every token once, and none crosses a paragraph.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, in text order.</param>
    /// <param name="paragraphs">Its paragraphs, covering every token.</param>
    public TokenRange[] Split(string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<TokenRange> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<TokenRange>(paragraphs.Length * 2);
        foreach (TokenRange paragraph in paragraphs)
        {
            Add(sentences, text, tokens, paragraph);
        }

        return [.. sentences];
    }

    private static void Add(List<TokenRange> sentences, string text, ReadOnlySpan<TextSpan> tokens, TokenRange paragraph)
    {
        int start = paragraph.Start;
        for (int index = paragraph.Start; index < paragraph.End; index++)
        {
            int end = index + 1;
            Ending ending = index == start ? OfFirst(text, tokens[index]) : EndingOf(text, tokens, index, paragraph);
            if (ending != Ending.None)
            {
                end = AfterClosers(text, tokens, index + 1, paragraph.End);
                index = end - 1;
            }

            bool cuts = end < paragraph.End
                && (IsBullet(text, tokens[end]) || (ending != Ending.None && StartsAfter(ending, text, tokens, index, paragraph.End)));
            if (cuts)
            {
                sentences.Add(new TokenRange(start, end));
                start = end;
            }
        }

        sentences.Add(new TokenRange(start, paragraph.End));
    }

    // Of a first token only a mark can end the sentence; an ellipsis there leads it in.
    private static Ending OfFirst(string text, TextSpan token) => text[token.Start] is '!' or '?' ? Ending.Exclamation : Ending.None;

    private static Ending EndingOf(string text, ReadOnlySpan<TextSpan> tokens, int index, TokenRange paragraph)
    {
        TextSpan token = tokens[index];
        char last = text[token.End - 1];
        if (last is '!' or '?')
        {
            return token.Length == 1 || text[token.Start] is '!' or '?' ? Ending.Exclamation : Ending.None;
        }

        if (last == '…')
        {
            return Ending.Ellipsis;
        }

        if (last != '.')
        {
            return Ending.None;
        }

        if (text[token.Start] == '.')
        {
            bool isSpaced = token.Length == 1 && ((index > paragraph.Start && IsPeriod(text, tokens[index - 1]))
                || (index + 1 < paragraph.End && IsPeriod(text, tokens[index + 1])));
            return token.Length > 1 || isSpaced ? Ending.Ellipsis : Ending.Period;
        }

        return CanEndSentence(text, token) ? Ending.Abbreviation : Ending.None;
    }

    // Titles, initials, list numbers and words before a number are always followed by what they belong to.
    private static bool CanEndSentence(string text, TextSpan token)
    {
        TextSpan word = new(token.Start, token.End - 1);
        return WordScanner.EndsInAcronym(text, word.Start, word.End)
            || Abbreviations.KindOf(word.SliceOf(text)) is AbbreviationKind.Plain or AbbreviationKind.AfterComma;
    }

    private static int AfterClosers(string text, ReadOnlySpan<TextSpan> tokens, int index, int end)
    {
        while (index < end && tokens[index].Start == tokens[index - 1].End && IsCloser(text, tokens[index]))
        {
            index++;
        }

        return index;
    }

    // A straight or single mark that a word follows without a blank opens the next sentence.
    private static bool IsCloser(string text, TextSpan token)
    {
        char c = text[token.Start];
        if (Marks.IsClosingBracket(c) || c is '”' or '»' or '!' or '?' or '.' or '…')
        {
            return true;
        }

        return Marks.IsQuote(c) && c is not ('“' or '„' or '«' or '‹') && Characters.WordLength(text, token.End) == 0;
    }

    private static bool StartsAfter(Ending ending, string text, ReadOnlySpan<TextSpan> tokens, int last, int end)
    {
        int next = last + 1;
        char first = text[tokens[next].Start];
        if (ending != Ending.Ellipsis && IsEllipsis(text, tokens[next]))
        {
            return true;
        }

        if (Marks.IsTrailing(first) || Characters.IsDash(first))
        {
            return false;
        }

        int word = next;
        while (word < end - 1 && (Marks.IsOpeningBracket(text[tokens[word].Start]) || Marks.IsQuote(text[tokens[word].Start])))
        {
            word++;
        }

        int at = tokens[word].Start;
        if (char.IsLower(text, at))
        {
            return ending == Ending.Period && word == next && EndsPlainly(text, tokens, last);
        }

        bool isQuoted = Marks.IsQuote(text[tokens[last].Start]);

        return ending switch
        {
            Ending.Abbreviation => word > next ? char.IsUpper(text, at) && !Marks.IsOpeningBracket(first) : SentenceStarters.Contains(tokens[word].SliceOf(text)),
            Ending.Ellipsis => char.IsUpper(text, at) && !tokens[word].SliceOf(text).Equals("I", StringComparison.Ordinal),
            Ending.Exclamation => !(isQuoted && ReportingClause.StartsAt(text, tokens, next, end)),
            _ => !(isQuoted && ReportingClause.IsWholeAt(text, tokens, next, end)),
        };
    }

    // "near the lock. port hale, however": after a plain word and a period even a small letter begins a sentence; only the writing is damaged.
    private static bool EndsPlainly(string text, ReadOnlySpan<TextSpan> tokens, int period)
    {
        if (period == 0 || !IsPeriod(text, tokens[period]) || tokens[period - 1].Length < LeastPlainWord)
        {
            return false;
        }

        foreach (char c in tokens[period - 1].SliceOf(text))
        {
            if (!char.IsAsciiLetterLower(c))
            {
                return false;
            }
        }

        return true;
    }

    // "We left. ... They stayed.": what was left out stood between two sentences.
    private static bool IsEllipsis(string text, TextSpan token) =>
        text[token.Start] == '…' || (token.Length > 2 && text[token.Start] == '.');

    private static bool IsPeriod(string text, TextSpan token) => token.Length == 1 && text[token.Start] == '.';

    private static bool IsBullet(string text, TextSpan token) => token.Length == 1 && Marks.IsBullet(text[token.Start]);
}
