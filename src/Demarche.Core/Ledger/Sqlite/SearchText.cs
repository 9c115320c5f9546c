using System.Text;
using Demarche.Nlp.Text;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Turns what a person types into a full-text query, and marked text back into spans.</summary>
internal static class SearchText
{
    /// <summary>Set before a found stretch: a control character that no clean text holds; in a hostile one it only marks too much.</summary>
    public const char Open = '\u0002';

    /// <summary>Set after a found stretch.</summary>
    public const char Close = '\u0003';

    // Beyond this many words a query is a text, not a question.
    private const int MostTerms = 64;

    /// <summary>The query for <paramref name="sought"/>, or null when it has no letter and no digit.</summary>
    /// <remarks>
    /// Every word must occur, in any order; words between double quotes (straight or curly) stand together. There are no
    /// operators: AND, OR, NEAR, * and the like are words or nothing, because each term is quoted for the engine.
    /// </remarks>
    public static string? Query(string sought)
    {
        var terms = new List<string>();
        foreach ((string part, bool isPhrase) in Parts(Clean(sought)))
        {
            terms.AddRange(isPhrase ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        string query = string.Join(' ', terms.Where(HasWord).Take(MostTerms).Select(term => $"\"{term}\""));
        return query.Length == 0 ? null : query;
    }

    /// <summary>The text between marks, and the marks as spans of it.</summary>
    public static HighlightedText Unmark(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var marks = new List<TextSpan>();
        int start = -1;
        foreach (char c in marked)
        {
            if (c == Open)
            {
                start = text.Length;
            }
            else if (c != Close)
            {
                text.Append(c);
            }
            else if (start >= 0 && text.Length > start)
            {
                marks.Add(new TextSpan(start, text.Length));
                start = -1;
            }
        }

        return new HighlightedText(text.ToString(), marks);
    }

    // Odd parts stand between quotes; an unclosed quote runs to the end.
    private static IEnumerable<(string Part, bool IsPhrase)> Parts(string sought)
    {
        string[] parts = sought.Split('"', '\u201C', '\u201D', '\u201E');
        for (int i = 0; i < parts.Length; i++)
        {
            yield return (parts[i], i % 2 == 1);
        }
    }

    private static bool HasWord(string term) => term.Any(char.IsLetterOrDigit);

    // A NUL would end the query inside its quotes.
    private static string Clean(string sought) => string.Concat(sought.Select(c => char.IsControl(c) ? ' ' : c));
}
