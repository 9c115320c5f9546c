namespace Demarche.Nlp.Words;

/// <summary>Makes <see cref="WordVectors"/> of vectors learned elsewhere: the same vectors and options give the same bytes.</summary>
public sealed class WordVectorsBuilder(WordVectorsOptions options)
{
    /// <summary>Rounds the vectors to 8 bits and sorts the words into classes.</summary>
    /// <param name="words">The words, most frequent first, each with its vector; all vectors of one length.</param>
    /// <param name="progress">Told the share done, 0 to 1, if given.</param>
    /// <exception cref="ArgumentException">There are no words, or their vectors differ in length.</exception>
    public WordVectors Build(IEnumerable<(string Word, float[] Vector)> words, Action<double>? progress = null)
    {
        (uint Key, float[] Vector)[] kept = [.. words.Take(options.Words)
            .Select(w => (Key: WordVectors.KeyOf(w.Word), w.Vector)).DistinctBy(w => w.Key).OrderBy(w => w.Key)];
        int dimensions = kept.Length == 0 ? 0 : kept[0].Vector.Length;
        if (dimensions == 0 || kept.Any(w => w.Vector.Length != dimensions))
        {
            throw new ArgumentException("Word vectors need at least one word, and one length for all.", nameof(words));
        }

        var scales = new float[kept.Length];
        var cells = new sbyte[kept.Length * dimensions];
        for (int i = 0; i < kept.Length; i++)
        {
            // The scale is stored in half precision, so the cells are rounded against what will be read.
            scales[i] = (float)(Half)(kept[i].Vector.Max(MathF.Abs) / sbyte.MaxValue);
            for (int d = 0; d < dimensions && scales[i] > 0; d++)
            {
                cells[(i * dimensions) + d] = (sbyte)Math.Clamp(MathF.Round(kept[i].Vector[d] / scales[i]), -sbyte.MaxValue, sbyte.MaxValue);
            }
        }

        float[][] vectors = [.. kept.Select(w => w.Vector)];
        int[] sizes = [.. options.Granularities.Select(g => Math.Min(g, vectors.Length))];
        var classes = new ushort[sizes.Length][];
        for (int i = 0; i < sizes.Length; i++)
        {
            int number = i;
            classes[i] = VectorClasses.Of(vectors, sizes[i], options, pass => progress?.Invoke((number + ((double)pass / options.Passes)) / sizes.Length));
        }

        return new WordVectors([.. kept.Select(w => w.Key)], scales, cells, sizes, classes);
    }
}
