namespace Demarche.Nlp.Learning;

/// <summary>What the models see of a word's spelling: keys of the form, of its beginnings and ends, and of its shape.</summary>
/// <remarks>Digits count as 0 and typographic quotes as straight ones, so that "1994" and "2019", or "don't" in either dress, are one word.</remarks>
public readonly struct WordHashes
{
    // Enough for every word of a language; the middle of a longer "word" (an address, a row of dashes) says nothing more.
    private const int MaxLength = 64;

    /// <summary>Reads the spelling of <paramref name="word"/>; of more than 64 code units the first and last 32 count.</summary>
    public WordHashes(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[MaxLength];
        int length = 0;
        uint form = Basis;
        uint shape = Basis;
        char lastClass = '\0';
        int half = MaxLength / 2;
        for (int i = 0; i < word.Length; i++)
        {
            if (i == half && word.Length > MaxLength)
            {
                i = word.Length - half;
            }

            char c = Plain(word[i]);
            form = FeatureHash.Append(form, c);
            lower[length++] = char.ToLowerInvariant(c);
            char shapeClass = ShapeOf(c);
            if (shapeClass != lastClass)
            {
                shape = FeatureHash.Append(shape, shapeClass);
                lastClass = shapeClass;
            }
        }

        lower = lower[..length];
        Form = FeatureHash.Finish(form);
        Lower = FeatureHash.Of(lower);
        // One capital and many are told apart: "A", "Ab" and "AB" behave differently.
        Shape = FeatureHash.Of(0, shape, (uint)Math.Min(length, 3));
        Prefix1 = Prefix(lower, 1);
        Prefix2 = Prefix(lower, 2);
        Prefix3 = Prefix(lower, 3);
        Prefix4 = Prefix(lower, 4);
        Suffix1 = Suffix(lower, 1);
        Suffix2 = Suffix(lower, 2);
        Suffix3 = Suffix(lower, 3);
        Suffix4 = Suffix(lower, 4);
        Suffix5 = Suffix(lower, 5);
    }

    private const uint Basis = 2166136261;

    /// <summary>Key of the word as written.</summary>
    public uint Form { get; }

    /// <summary>Key of the word in lower case.</summary>
    public uint Lower { get; }

    /// <summary>Key of the sequence of character classes, runs drawn together.</summary>
    public uint Shape { get; }

    /// <summary>Key of the first character in lower case.</summary>
    public uint Prefix1 { get; }

    /// <summary>Key of the first two characters (of all, in a shorter word).</summary>
    public uint Prefix2 { get; }

    /// <summary>Key of the first three characters.</summary>
    public uint Prefix3 { get; }

    /// <summary>Key of the first four characters.</summary>
    public uint Prefix4 { get; }

    /// <summary>Key of the last character in lower case.</summary>
    public uint Suffix1 { get; }

    /// <summary>Key of the last two characters.</summary>
    public uint Suffix2 { get; }

    /// <summary>Key of the last three characters.</summary>
    public uint Suffix3 { get; }

    /// <summary>Key of the last four characters.</summary>
    public uint Suffix4 { get; }

    /// <summary>Key of the last five characters.</summary>
    public uint Suffix5 { get; }

    /// <summary>The character the models see for <paramref name="c"/>: 0 for a digit, a straight mark for a typographic one.</summary>
    internal static char Plain(char c) => c switch
    {
        >= '0' and <= '9' => '0',
        '\u2018' or '\u2019' => '\'',
        '\u201C' or '\u201D' => '"',
        '\u2014' => '-',
        _ => c,
    };

    private static char ShapeOf(char c)
    {
        if (char.IsAsciiLetterLower(c))
        {
            return 'x';
        }

        if (char.IsAsciiLetterUpper(c))
        {
            return 'X';
        }

        if (c == '0')
        {
            return '0';
        }

        return char.IsLetter(c) ? (char.IsUpper(c) ? 'X' : 'x') : c;
    }

    private static uint Prefix(ReadOnlySpan<char> lower, int length) => FeatureHash.Of(lower[..Math.Min(length, lower.Length)]);

    private static uint Suffix(ReadOnlySpan<char> lower, int length) => FeatureHash.Of(lower[Math.Max(0, lower.Length - length)..]);
}
