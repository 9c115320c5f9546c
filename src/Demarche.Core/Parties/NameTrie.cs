using Demarche.Nlp.Text;

namespace Demarche.Core.Parties;

/// <summary>Finds the longest known phrases in a run of words. Built once, then only read; safe to share between threads.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
internal sealed class NameTrie<T>
{
    // Most words begin no phrase; they share one empty answer, which nobody changes.
    private static readonly List<T> NoValues = [];

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Node, int Word), int> _steps = [];
    private readonly Dictionary<int, List<Phrase>> _phrases = [];
    private int _nodes;

    /// <summary>Adds <paramref name="phrase"/>; one without a word is left out.</summary>
    /// <param name="phrase">The words, as spelled; a leading "the" is left aside.</param>
    /// <param name="value">What it stands for.</param>
    /// <param name="anyCase">Whether letter case is ignored; otherwise a capital letter in it must be one in the text.</param>
    public void Add(string phrase, T value, bool anyCase = false)
    {
        List<NameWord> words = NameWords.Read(phrase, new TextSpan(0, phrase.Length), 20);
        int first = words.Count > 1 && phrase.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        if (words.Count == first)
        {
            return;
        }

        int node = 0;
        var cases = new List<LetterCase>();
        for (int i = first; i < words.Count; i++)
        {
            ReadOnlySpan<char> word = words[i].Span.SliceOf(phrase);
            cases.Add(anyCase ? LetterCase.Any : CaseOf(word));
            node = Step(node, Spelling.Key(word));
        }

        if (!_phrases.TryGetValue(node, out List<Phrase>? list))
        {
            _phrases[node] = list = [];
        }

        list.Add(new Phrase(value, [.. cases]));
    }

    /// <summary>The longest phrase that starts at the word <paramref name="start"/>.</summary>
    /// <param name="text">The text of the words.</param>
    /// <param name="words">The words.</param>
    /// <param name="start">Index of the first word.</param>
    /// <param name="end">Index after the last word of the phrase.</param>
    /// <param name="values">What it stands for, in the order of adding.</param>
    public bool TryMatch(string text, List<NameWord> words, int start, out int end, out List<T> values)
    {
        Span<char> key = stackalloc char[Spelling.LongestWord * 2];
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        int node = 0;
        end = start;
        values = NoValues;
        for (int i = start; i < words.Count && (i == start || words[i].Gap == WordGap.Space); i++)
        {
            int length = Spelling.Key(words[i].Span.SliceOf(text), key);
            if (!known.TryGetValue(key[..length], out int word) || !_steps.TryGetValue((node, word), out node))
            {
                break;
            }

            if (_phrases.TryGetValue(node, out List<Phrase>? phrases))
            {
                TakeFitting(text, words, start, i + 1, phrases, ref end, ref values);
            }
        }

        return values.Count > 0;
    }

    private static void TakeFitting(
        string text, List<NameWord> words, int start, int stop, List<Phrase> phrases, ref int end, ref List<T> values)
    {
        List<T>? fitting = null;
        foreach (Phrase phrase in phrases)
        {
            if (Fits(text, words, start, phrase.Cases))
            {
                (fitting ??= []).Add(phrase.Value);
            }
        }

        if (fitting is not null)
        {
            values = fitting;
            end = stop;
        }
    }

    private static bool Fits(string text, List<NameWord> words, int start, LetterCase[] cases)
    {
        for (int i = 0; i < cases.Length; i++)
        {
            ReadOnlySpan<char> word = words[start + i].Span.SliceOf(text);
            if ((cases[i] == LetterCase.Capital && !char.IsUpper(word[0]))
                || (cases[i] == LetterCase.AllCapitals && CaseOf(word) != LetterCase.AllCapitals))
            {
                return false;
            }
        }

        return true;
    }

    private static LetterCase CaseOf(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]))
        {
            return LetterCase.Any;
        }

        int letters = 0;
        foreach (char c in word)
        {
            if (char.IsLower(c))
            {
                return LetterCase.Capital;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 1 ? LetterCase.AllCapitals : LetterCase.Capital;
    }

    private int Step(int node, string key)
    {
        if (!_words.TryGetValue(key, out int word))
        {
            _words[key] = word = _words.Count;
        }

        if (!_steps.TryGetValue((node, word), out int next))
        {
            _steps[(node, word)] = next = ++_nodes;
        }

        return next;
    }

    private enum LetterCase
    {
        Any,
        Capital,
        AllCapitals,
    }

    private readonly record struct Phrase(T Value, LetterCase[] Cases);
}
