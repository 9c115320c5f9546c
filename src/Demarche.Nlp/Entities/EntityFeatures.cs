using Demarche.Nlp.Labeling;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Words;

namespace Demarche.Nlp.Entities;

/// <summary>What the recognizer sees of each word of a sentence: the word and its neighbours, their shapes and ends, and their classes of use.</summary>
internal sealed class EntityFeatures
{
    // Templates are told apart by number: neighbour * Stride + kind.
    private const int Stride = 16;
    private const int Reach = 2;

    private readonly WordVectors _vectors;

    /// <summary>Features with the classes of <paramref name="vectors"/>.</summary>
    public EntityFeatures(WordVectors vectors) => _vectors = vectors;

    /// <summary>One row of features a word.</summary>
    /// <param name="sentence">The words.</param>
    /// <param name="sequence">Receives the rows; cleared first.</param>
    public void Fill(EntityWords sentence, FeatureSequence sequence)
    {
        sequence.Clear();
        for (int i = 0; i < sentence.Count; i++)
        {
            Add(sentence, i, sequence);
            sequence.EndToken();
        }
    }

    /// <summary>What is read off the words of a sentence once.</summary>
    public WordView Look(ReadOnlySpan<char> word)
    {
        int index = _vectors.IndexOf(word);
        return new WordView(new WordHashes(word), _vectors.ClassOf(index, 0), _vectors.ClassOf(index, 1), _vectors.ClassOf(index, 2), CapitalOf(word));
    }

    private static void Add(EntityWords sentence, int at, FeatureSequence sequence)
    {
        WordView here = sentence[at];
        WordHashes hashes = here.Hashes;
        sequence.Add(FeatureHash.Of(200, hashes.Prefix3));
        sequence.Add(FeatureHash.Of(201, hashes.Suffix2));
        sequence.Add(FeatureHash.Of(202, hashes.Suffix3));
        sequence.Add(FeatureHash.Of(203, hashes.Suffix4));
        sequence.Add(FeatureHash.Of(204, hashes.Form));
        sequence.Add(FeatureHash.Of(205, (uint)(at == 0 ? 1 : 0), here.Capital));
        sequence.Add(FeatureHash.Of(206, sentence.View(at - 1).Hashes.Lower, hashes.Lower));
        sequence.Add(FeatureHash.Of(207, hashes.Lower, sentence.View(at + 1).Hashes.Lower));
        sequence.Add(FeatureHash.Of(208, sentence.View(at - 1).Capital, here.Capital, sentence.View(at + 1).Capital));
        sequence.Add(FeatureHash.Of(209, (uint)here.Coarse, (uint)sentence.View(at - 1).Coarse));
        sequence.Add(FeatureHash.Of(210, (uint)here.Coarse, (uint)sentence.View(at + 1).Coarse));
        sequence.Add(FeatureHash.Of(211, here.Capital, sentence.View(at + 1).Hashes.Lower));
        sequence.Add(FeatureHash.Of(212, here.Capital, sentence.View(at - 1).Hashes.Lower));
        for (int d = -Reach; d <= Reach; d++)
        {
            WordView near = sentence.View(at + d);
            int template = (d + Reach) * Stride;
            sequence.Add(FeatureHash.Of(template, near.Hashes.Lower));
            sequence.Add(FeatureHash.Of(template + 1, near.Hashes.Shape));
            sequence.Add(FeatureHash.Of(template + 2, (uint)near.Coarse, near.Capital));
            sequence.Add(FeatureHash.Of(template + 3, (uint)near.Middle, near.Capital));
            sequence.Add(FeatureHash.Of(template + 4, (uint)near.Fine, near.Capital));
        }
    }

    // 0 no letter, 1 small, 2 capital first, 3 all capitals.
    private static uint CapitalOf(ReadOnlySpan<char> word)
    {
        if (!char.IsLetter(word[0]))
        {
            return 0;
        }

        return !char.IsUpper(word[0]) ? 1u : word.Length > 1 && !word.ContainsAnyInRange('a', 'z') ? 3u : 2u;
    }
}
