namespace Demarche.Nlp.Stemming;

/// <summary>The word while it is being shortened, with the two regions R1 and R2 in which suffixes may go.</summary>
internal ref struct StemBuffer
{
    private readonly Span<char> _letters;
    private int _length;

    /// <param name="letters">Lower-case letters with room for one more than <paramref name="length"/>.</param>
    /// <param name="length">Length of the word, in UTF-16 code units; more than 2.</param>
    public StemBuffer(Span<char> letters, int length)
    {
        _letters = letters;
        _length = length;
        if (_letters[0] == '\'')
        {
            _letters[1..length].CopyTo(_letters);
            _length--;
        }

        MarkConsonantY();
        RegionOne = StartOfRegionOne();
        RegionTwo = AfterNextConsonant(RegionOne);
    }

    /// <summary>First offset after the first consonant that follows a vowel.</summary>
    public int RegionOne { get; }

    /// <summary>The same, counted again inside the first region.</summary>
    public int RegionTwo { get; }

    /// <summary>Length of what is left.</summary>
    public readonly int Length => _length;

    /// <summary>What is left; a <c>Y</c> in it is one that counts as a consonant.</summary>
    public readonly ReadOnlySpan<char> Letters => _letters[.._length];

    public readonly bool EndsWith(ReadOnlySpan<char> suffix) => Letters.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>Replaces the last <paramref name="suffixLength"/> letters.</summary>
    public void Replace(int suffixLength, ReadOnlySpan<char> ending)
    {
        _length -= suffixLength;
        ending.CopyTo(_letters[_length..]);
        _length += ending.Length;
    }

    /// <summary>Whether a vowel stands before <paramref name="end"/>.</summary>
    public readonly bool HasVowelBefore(int end)
    {
        for (int i = 0; i < end; i++)
        {
            if (IsVowel(_letters[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the first <paramref name="end"/> letters close with a short syllable (hop, at).</summary>
    public readonly bool EndsInShortSyllable(int end)
    {
        if (end == 2)
        {
            return IsVowel(_letters[0]) && !IsVowel(_letters[1]);
        }

        return end > 2 && !IsVowel(_letters[end - 3]) && IsVowel(_letters[end - 2])
            && !IsVowel(_letters[end - 1]) && _letters[end - 1] is not ('w' or 'x' or 'Y');
    }

    /// <summary>The stem as text.</summary>
    public readonly string Finish()
    {
        for (int i = 0; i < _length; i++)
        {
            if (_letters[i] == 'Y')
            {
                _letters[i] = 'y';
            }
        }

        return Letters.ToString();
    }

    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private readonly void MarkConsonantY()
    {
        for (int i = 0; i < _length; i++)
        {
            if (_letters[i] == 'y' && (i == 0 || IsVowel(_letters[i - 1])))
            {
                _letters[i] = 'Y';
            }
        }
    }

    private readonly int StartOfRegionOne()
    {
        foreach (string prefix in (ReadOnlySpan<string>)["gener", "commun", "arsen"])
        {
            if (Letters.StartsWith(prefix, StringComparison.Ordinal))
            {
                return prefix.Length;
            }
        }

        return AfterNextConsonant(0);
    }

    private readonly int AfterNextConsonant(int from)
    {
        for (int i = from + 1; i < _length; i++)
        {
            if (!IsVowel(_letters[i]) && IsVowel(_letters[i - 1]))
            {
                return i + 1;
            }
        }

        return _length;
    }
}
