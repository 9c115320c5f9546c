using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>A quotation mark of a text: its family and what its form and neighbours say about its side.</summary>
/// <param name="Token">Index of its token.</param>
/// <param name="Family">Which marks it pairs with.</param>
/// <param name="OpensByForm">The glyph itself opens (“ ‘ „ ‚ « ``).</param>
/// <param name="ClosesByForm">The glyph itself closes (” ’ »).</param>
/// <param name="OpensByPlace">Something printed follows at once, and before it stands a blank, an opening bracket, a dash or another mark.</param>
/// <param name="ClosesByPlace">Something printed stands right before it, and a blank or trailing punctuation follows.</param>
internal readonly record struct QuoteMark(
    int Token, QuoteFamily Family, bool OpensByForm, bool ClosesByForm, bool OpensByPlace, bool ClosesByPlace)
{
    /// <summary>Reads the token at <paramref name="index"/>; family None when it is no quotation mark.</summary>
    public static QuoteMark Read(string text, ReadOnlySpan<TextSpan> tokens, int index)
    {
        TextSpan token = tokens[index];
        char c = text[token.Start];
        QuoteFamily family = token.Length == 1 ? FamilyOf(c) : token.Length == 2 && IsPair(text, token.Start) ? QuoteFamily.Double : QuoteFamily.None;
        if (family == QuoteFamily.None)
        {
            return default;
        }

        bool gapBefore = Characters.IsGapAt(text, token.Start - 1);
        bool gapAfter = Characters.IsGapAt(text, token.End);
        bool opens = !gapAfter && (gapBefore || MayPrecede(text[token.Start - 1]));
        bool closes = !gapBefore && (gapAfter || MayFollow(text[token.End]));
        bool isPair = token.Length == 2;
        return new QuoteMark(
            index,
            family,
            c is '“' or '„' or '‟' or '‘' or '‚' or '‛' or '«' or '‹' || (c == '`' && isPair),
            c is '”' or '’' or '´' or '»' or '›',
            opens && !closes,
            closes && !opens);
    }

    private static QuoteFamily FamilyOf(char c) => c switch
    {
        '"' or '“' or '”' or '„' or '‟' or '＂' => QuoteFamily.Double,
        '\'' or '‘' or '’' or '‚' or '‛' or '`' or '´' => QuoteFamily.Single,
        '«' or '»' => QuoteFamily.Guillemet,
        '‹' or '›' => QuoteFamily.SingleGuillemet,
        _ => QuoteFamily.None,
    };

    private static bool IsPair(string text, int at) => text[at] is '\'' or '`' && text[at + 1] == text[at];

    private static bool MayPrecede(char c) => Marks.IsOpeningBracket(c) || Marks.IsQuote(c) || Characters.IsDash(c) || c is '/' or ':';

    private static bool MayFollow(char c) => Marks.IsTrailing(c) || Marks.IsQuote(c) || Characters.IsDash(c) || c == '/';
}
