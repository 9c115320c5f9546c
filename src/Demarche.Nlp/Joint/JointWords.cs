using Demarche.Nlp.Learning;
using Demarche.Nlp.Text;
using Demarche.Nlp.Words;

namespace Demarche.Nlp.Joint;

/// <summary>What the network sees of a word: its vector, and which of the spellings met in training it has. Immutable and safe to share.</summary>
public sealed class JointWords
{
    /// <summary>Numbers a word is turned into: the index of its vector, then one a kind of spelling; -1 where there is none.</summary>
    public const int Count = 9;

    /// <summary>Place of the word form in lower case among them; 0 there stands for a form not met in training.</summary>
    public const int FormPlace = 1;

    private readonly uint[] _keys;
    private readonly WordVectors _vectors;

    internal JointWords(uint[] keys, WordVectors vectors)
    {
        _keys = keys;
        _vectors = vectors;
    }

    /// <summary>Number of spellings, the unknown form at index 0 included.</summary>
    public int SpellingCount => _keys.Length + 1;

    /// <summary>Vectors by meaning.</summary>
    public WordVectors Vectors => _vectors;

    /// <summary>Turns a word into numbers.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="hashes">Its spelling.</param>
    /// <param name="ids">Receives <see cref="Count"/> numbers.</param>
    public void Read(ReadOnlySpan<char> word, in WordHashes hashes, Span<int> ids)
    {
        int vector = _vectors.IndexOf(word);
        int hyphen = vector < 0 ? word.LastIndexOf('-') : -1;
        // A compound nobody has counted behaves like its last part.
        ids[0] = hyphen > 0 && hyphen < word.Length - 1 ? _vectors.IndexOf(word[(hyphen + 1)..]) : vector;
        Span<uint> keys = stackalloc uint[Count - 1];
        Keys(hashes, keys);
        for (int i = 0; i < keys.Length; i++)
        {
            int index = Array.BinarySearch(_keys, keys[i]);
            ids[i + 1] = index >= 0 ? index + 1 : (i + 1 == FormPlace ? 0 : -1);
        }
    }

    /// <summary>A sentence ready to be read by a network.</summary>
    /// <param name="text">The text it stands in.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="hashes">Their spellings.</param>
    /// <param name="guesses">The tagger's label of each.</param>
    internal JointSentence Sentence(string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<WordHashes> hashes, ReadOnlySpan<byte> guesses)
    {
        var ids = new int[tokens.Length * Count];
        var labels = new int[tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            Read(tokens[i].SliceOf(text), hashes[i], ids.AsSpan(i * Count, Count));
            labels[i] = guesses[i];
        }

        return new JointSentence(ids, labels, new int[tokens.Length], new int[tokens.Length]);
    }

    /// <summary>An annotated sentence's words for a network to learn from, its columns still zero.</summary>
    internal JointSentence Sentence(string[] forms)
    {
        var ids = new int[forms.Length * Count];
        for (int i = 0; i < forms.Length; i++)
        {
            Read(forms[i], new WordHashes(forms[i]), ids.AsSpan(i * Count, Count));
        }

        return new JointSentence(ids, new int[forms.Length], new int[forms.Length], new int[forms.Length]);
    }

    /// <summary>The spellings that occur at least so often in <paramref name="forms"/>.</summary>
    internal static JointWords Frequent(IEnumerable<string> forms, WordVectors vectors, int leastForms, int leastParts)
    {
        var counts = new Dictionary<uint, int>();
        var isForm = new HashSet<uint>();
        var keys = new uint[Count - 1];
        foreach (string form in forms)
        {
            Keys(new WordHashes(form), keys);
            isForm.Add(keys[FormPlace - 1]);
            foreach (uint key in keys)
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        return new JointWords([.. counts.Where(c => c.Value >= (isForm.Contains(c.Key) ? leastForms : leastParts)).Select(c => c.Key).Order()], vectors);
    }

    /// <summary>Writes the spellings.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write7BitEncodedInt(_keys.Length);
        uint last = 0;
        foreach (uint key in _keys)
        {
            writer.Write7BitEncodedInt((int)(key - last));
            last = key;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static JointWords Read(BinaryReader reader, WordVectors vectors)
    {
        ArgumentNullException.ThrowIfNull(reader);
        int count = reader.Read7BitEncodedInt();
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, 1u << 22);
        var keys = new uint[count];
        uint last = 0;
        for (int i = 0; i < count; i++)
        {
            keys[i] = last += (uint)reader.Read7BitEncodedInt();
        }

        return new JointWords(keys, vectors);
    }

    private static void Keys(in WordHashes word, Span<uint> keys)
    {
        keys[0] = FeatureHash.Of(0, word.Lower);
        keys[1] = FeatureHash.Of(1, word.Shape);
        keys[2] = FeatureHash.Of(2, word.Prefix2);
        keys[3] = FeatureHash.Of(3, word.Prefix3);
        keys[4] = FeatureHash.Of(4, word.Suffix1);
        keys[5] = FeatureHash.Of(5, word.Suffix2);
        keys[6] = FeatureHash.Of(6, word.Suffix3);
        keys[7] = FeatureHash.Of(7, word.Suffix4);
    }
}
