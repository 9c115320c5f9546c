using System.Collections.Frozen;

namespace Demarche.Core.Attributions.Lexicon;

/// <summary>The class of a written word without its context: closed classes, common words of the open ones, else by the ending. Immutable.</summary>
internal sealed class WordTable
{
    private readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> _words;

    private WordTable(FrozenDictionary<string, WordClass> words) =>
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The table of <c>words.txt</c>; how it was made is said there.</summary>
    public static WordTable English { get; } = Load();

    /// <summary>The class of <paramref name="word"/>.</summary>
    /// <param name="word">The token's characters; not empty.</param>
    /// <param name="isFirst">Whether it opens its sentence, where a capital tells nothing.</param>
    public WordClass ClassOf(ReadOnlySpan<char> word, bool isFirst)
    {
        char first = word[0];
        if (!char.IsLetter(first) && first is not ('\'' or '’'))
        {
            return PunctuationOf(word);
        }

        bool isKnown = _words.TryGetValue(word, out WordClass known);
        if (char.IsUpper(first) && !(isFirst && isKnown) && !(isKnown && IsClosed(known) && !IsNameLike(word)))
        {
            return WordClass.Name;
        }

        return isKnown ? known : char.IsLetter(first) ? ByEnding(word) : WordClass.Other;
    }

    /// <summary>"US" and "May" are names inside a sentence; "The" and "In" are not, as headlines show.</summary>
    private static bool IsNameLike(ReadOnlySpan<char> word) =>
        word.Length > 1 && (!word[1..].ContainsAnyInRange('a', 'z') || word is "May" or "Will");

    private static bool IsClosed(WordClass c) =>
        c is > WordClass.Number and < WordClass.Comma;

    private static WordClass PunctuationOf(ReadOnlySpan<char> token) => token[0] switch
    {
        ',' => WordClass.Comma,
        ':' => WordClass.Colon,
        ';' => WordClass.Semicolon,
        '-' or '–' or '—' when token.Length <= 3 => WordClass.Dash,
        '.' or '?' or '!' or '…' => WordClass.Stop,
        _ => char.IsDigit(token[0]) ? WordClass.Number : WordClass.Other,
    };

    private static WordClass ByEnding(ReadOnlySpan<char> word) =>
        word.EndsWith("ly", StringComparison.Ordinal) ? WordClass.Adverb
        : word.EndsWith("ing", StringComparison.Ordinal) ? WordClass.Ing
        : word.EndsWith("ed", StringComparison.Ordinal) ? WordClass.Past
        : WordClass.Noun;

    private static WordTable Load()
    {
        var words = new Dictionary<string, WordClass>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in LexiconFile.Rows("words.txt"))
        {
            words[row[0]] = Enum.Parse<WordClass>(row[1]);
        }

        return new WordTable(words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }
}
