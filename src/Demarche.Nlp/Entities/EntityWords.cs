using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Entities;

/// <summary>The words of one sentence, and nothing before and after it.</summary>
internal sealed class EntityWords
{
    private static readonly WordView Nothing = new(new WordHashes("|"), -2, -2, -2, 4);

    private readonly List<WordView> _words = [];

    /// <summary>Number of words.</summary>
    public int Count => _words.Count;

    /// <summary>The word at <paramref name="index"/>.</summary>
    public WordView this[int index] => _words[index];

    /// <summary>The word at <paramref name="index"/>, or nothing outside the sentence.</summary>
    public WordView View(int index) => index >= 0 && index < _words.Count ? _words[index] : Nothing;

    /// <summary>Adds a word.</summary>
    public void Add(WordView word) => _words.Add(word);

    /// <summary>Forgets all words.</summary>
    public void Clear() => _words.Clear();
}
