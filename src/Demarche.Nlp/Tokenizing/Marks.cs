using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Brackets, bullets and sentence-final marks by their first character.</summary>
internal static class Marks
{
    /// <summary>Whether <paramref name="c"/> opens a bracket.</summary>
    public static bool IsOpeningBracket(char c) => c is '(' or '[' or '{';

    /// <summary>Whether <paramref name="c"/> closes a bracket.</summary>
    public static bool IsClosingBracket(char c) => c is ')' or ']' or '}';

    /// <summary>Whether <paramref name="c"/> is a quotation mark of any kind, apostrophes included.</summary>
    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‹' or '›' or '‚' || Characters.IsApostrophe(c);

    /// <summary>Whether <paramref name="c"/> goes with what stands before it: comma, semicolon, colon, period, closing bracket ...</summary>
    public static bool IsTrailing(char c) =>
        c is ',' or ';' or ':' or '.' or '!' or '?' or '…' or '%' || IsClosingBracket(c);

    /// <summary>Whether <paramref name="c"/> marks an item of a list.</summary>
    public static bool IsBullet(char c) => c is '•' or '‣' or '◦' or '▪' or '●' or '■' or '▸' or '►' or '·' or '∙';
}
