using Demarche.Nlp.Text;

namespace Demarche.Core.Parties;

/// <summary>Cuts a stretch of text into the words that names are made of. Linear in its length.</summary>
internal static class NameWords
{
    // Shortened titles whose point does not end anything.
    private static readonly HashSet<string> Shortened =
    [
        "Adm", "Amb", "Capt", "Cllr", "Col", "Coun", "Dr", "Gen", "Gov", "Hon", "Jr", "Lt", "Maj", "Mr", "Mrs", "Ms", "Prof", "Rep",
        "Rev", "Sen", "Sgt", "Sr", "St",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortenedSpans =
        Shortened.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of <paramref name="span"/>, at most <paramref name="limit"/>.</summary>
    public static List<NameWord> Read(string text, TextSpan span, int limit = int.MaxValue)
    {
        var words = new List<NameWord>();
        var gap = WordGap.Break;
        int at = span.Start;
        while (at < span.End && words.Count < limit)
        {
            if (!IsWordCharacter(text[at]))
            {
                gap = Widen(gap, text[at]);
                at++;
                continue;
            }

            int end = EndOfWord(text, at, span.End);
            bool possessive = EndsInPossessive(text, at, ref end, span.End, out int next);
            words.Add(new NameWord(new TextSpan(at, end), gap, possessive));
            gap = WordGap.Space;
            if (next < span.End && text[next] == '.' && ShortenedSpans.Contains(text.AsSpan(at, end - at)))
            {
                next++;
            }

            at = next;
        }

        return words;
    }

    private static WordGap Widen(WordGap gap, char between) => between switch
    {
        ',' => gap == WordGap.Break ? gap : WordGap.Comma,
        _ when between != '\n' && char.IsWhiteSpace(between) => gap,
        _ => WordGap.Break,
    };

    private static int EndOfWord(string text, int start, int limit)
    {
        int at = start;
        int segment = start;
        while (at < limit)
        {
            char c = text[at];
            bool more = at + 1 < limit && IsWordCharacter(text[at + 1]);
            if (IsWordCharacter(c))
            {
                at++;
            }
            else if (c == '.' && at - segment == 1 && char.IsLetter(text[segment]))
            {
                // "U.S." and the initial of "J. Berg" keep their points.
                segment = ++at;
                if (!more)
                {
                    break;
                }
            }
            else if (more && (IsApostrophe(c) || c is '-' or '\u2010' or '\u2011'))
            {
                segment = ++at;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool EndsInPossessive(string text, int start, ref int end, int limit, out int next)
    {
        next = end;
        if (end - start > 2 && text[end - 1] is 's' or 'S' && IsApostrophe(text[end - 2]))
        {
            end -= 2;
            return true;
        }

        // "the Valdorians' demand"; a closing quotation mark is followed by a comma or a verb, which does no harm here.
        if (end < limit && IsApostrophe(text[end]) && text[end - 1] == 's' && end + 1 < limit && text[end + 1] == ' ')
        {
            next = end + 1;
            return true;
        }

        return false;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\u02BB' or '`';

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
