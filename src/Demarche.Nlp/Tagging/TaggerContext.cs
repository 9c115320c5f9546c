using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Tagging;

/// <summary>Where the tagger stands in a sentence: the labels given last, and what the lexicons say of the word and the two after it.</summary>
internal struct TaggerContext
{
    /// <summary>Label of the places before a sentence.</summary>
    public const byte Boundary = byte.MaxValue;

    /// <summary>Label of the word before.</summary>
    public uint Last { get; private set; }

    /// <summary>Label of the word before that.</summary>
    public uint SecondLast { get; private set; }

    /// <summary>Classes of the word to tag.</summary>
    public WordClasses Here { get; private set; }

    /// <summary>Classes of the next word.</summary>
    public WordClasses Next { get; private set; }

    /// <summary>Classes of the word after that.</summary>
    public WordClasses AfterNext { get; private set; }

    /// <summary>Share of words with a capital in the sentence, in eighths; 8 more when it has fewer than four words.</summary>
    public uint Capitals { get; private set; }

    /// <summary>The context of a sentence's first word.</summary>
    public static TaggerContext Start(ReadOnlySpan<WordHashes> words, TaggerLexicons lexicons)
    {
        int capitals = 0;
        foreach (ref readonly WordHashes word in words)
        {
            capitals += word.Form != word.Lower ? 1 : 0;
        }

        return new TaggerContext
        {
            Last = Boundary,
            SecondLast = Boundary,
            Here = lexicons.At(words, 0),
            Next = lexicons.At(words, 1),
            AfterNext = lexicons.At(words, 2),
            Capitals = (uint)(capitals * 8 / (words.Length + 1)) | (words.Length < 4 ? 8u : 0u),
        };
    }

    /// <summary>Goes on to the word at <paramref name="index"/>; <paramref name="label"/> is that of the word before it.</summary>
    public void MoveTo(int index, byte label, ReadOnlySpan<WordHashes> words, TaggerLexicons lexicons)
    {
        (SecondLast, Last) = (Last, label);
        (Here, Next, AfterNext) = (Next, AfterNext, lexicons.At(words, index + 2));
    }
}
