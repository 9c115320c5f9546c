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

    /// <summary>The query for <paramref name="sought"/>, or null when it has no letter and no digit, or nothing but what must not occur.</summary>
    /// <remarks>
    /// Every word must occur, in any order; words between double quotes (straight or curly) stand together. A minus before a word or quote
    /// leaves out what has it, OR in capitals between two makes one of them enough, an asterisk behind a word stands for any ending. Nothing
    /// else is an operator: each term is quoted for the engine.
    /// </remarks>
    public static string? Query(string sought)
    {
        var groups = new List<List<string>>();
        var excluded = new List<string>();
        bool joins = false;
        foreach (Term term in Terms(Clean(sought)).Take(MostTerms))
        {
            if (term is { IsPhrase: false, Words: "OR" })
            {
                joins = groups.Count > 0;
            }
            else if (!HasWord(term.Words))
            {
                continue;
            }
            else if (term.IsExcluded)
            {
                excluded.Add(term.Quoted);
            }
            else if (joins)
            {
                groups[^1].Add(term.Quoted);
                joins = false;
            }
            else
            {
                groups.Add([term.Quoted]);
            }
        }

        if (groups.Count == 0)
        {
            return null;
        }

        string wanted = string.Join(" AND ", groups.Select(group => group.Count == 1 ? group[0] : $"({string.Join(" OR ", group)})"));
        return excluded.Count == 0 ? wanted : $"({wanted}) NOT ({string.Join(" OR ", excluded)})";
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

    // Odd parts stand between quotes; an unclosed quote runs to the end. A minus at the end of an even part belongs to the quote behind it.
    private static IEnumerable<Term> Terms(string sought)
    {
        string[] parts = sought.Split('"', '\u201C', '\u201D', '\u201E');
        bool isExcluded = false;
        for (int i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1)
            {
                yield return new Term(parts[i], true, isExcluded, false);
                continue;
            }

            isExcluded = parts[i] == "-" || parts[i].EndsWith(" -", StringComparison.Ordinal);
            foreach (string word in parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return new Term(word.TrimStart('-').TrimEnd('*'), false, word.StartsWith('-'), word.EndsWith('*'));
            }
        }
    }

    private static bool HasWord(string term) => term.Any(char.IsLetterOrDigit);

    // A NUL would end the query inside its quotes.
    private static string Clean(string sought) => string.Concat(sought.Select(c => char.IsControl(c) ? ' ' : c));

    private readonly record struct Term(string Words, bool IsPhrase, bool IsExcluded, bool IsPrefix)
    {
        public string Quoted => $"\"{Words}\"{(IsPrefix ? "*" : "")}";
    }
}
