using Demarche.Nlp.Text;

namespace Demarche.Nlp.Times;

/// <summary>One sentence as the time grammar sees it: its tokens, what each can be, and the day of publication. Positions outside the sentence read as nothing.</summary>
internal readonly ref struct TimeText(string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<TimeWord> words, TimeAnchor anchor)
{
    private readonly ReadOnlySpan<TextSpan> _tokens = tokens;
    private readonly ReadOnlySpan<TimeWord> _words = words;

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Length;

    /// <summary>The day of publication.</summary>
    public TimeAnchor Anchor => anchor;

    /// <summary>What the token at <paramref name="index"/> can be.</summary>
    public TimeWord this[int index] => (uint)index < (uint)_words.Length ? _words[index] : default;

    /// <summary>The characters of the token at <paramref name="index"/>.</summary>
    public ReadOnlySpan<char> Token(int index) => (uint)index < (uint)_tokens.Length ? _tokens[index].SliceOf(text) : default;

    /// <summary>Whether the token at <paramref name="index"/> is <paramref name="word"/>, in any case.</summary>
    public bool Is(int index, string word) => Token(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token at <paramref name="index"/> is one of two words, in any case.</summary>
    public bool Is(int index, string word, string other) => Is(index, word) || Is(index, other);

    /// <summary>Index after the token when it is <paramref name="word"/>, else the index itself.</summary>
    public int Skip(int index, string word) => Is(index, word) ? index + 1 : index;

    /// <summary>Whether the word at <paramref name="index"/> is of this kind.</summary>
    public bool IsKind(int index, TimeKind kind) => this[index].Kind == kind;

    /// <summary>Whether the word at <paramref name="index"/> is this unit, in singular or plural.</summary>
    public bool IsUnit(int index, TimeUnit unit) => this[index] is { Kind: TimeKind.Unit } word && word.Unit == unit;
}
