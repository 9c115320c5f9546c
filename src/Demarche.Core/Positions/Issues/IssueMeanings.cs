using Demarche.Core.Parties;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Issues;

/// <summary>What the issues of a codebook mean: tells how far a few words mean another issue than the one read. Immutable; safe to share between threads.</summary>
/// <remarks>
/// A phrase, a label, a definition, a clause: each is the mean of its words' vectors, rare words weighing more, names left out. Words come
/// as near to an issue as to the nearest of its phrases.
/// </remarks>
internal sealed class IssueMeanings
{
    private readonly MeaningVectors _words;
    private readonly Vocabulary _vocabulary;
    private readonly VectorTable _phrases;

    // Of each issue the place after its last phrase.
    private readonly int[] _ends;

    /// <param name="codebook">The issues.</param>
    /// <param name="vocabulary">How rare words are.</param>
    /// <param name="scanner">Finds names in the phrases.</param>
    /// <param name="words">The vectors.</param>
    public IssueMeanings(Codebook codebook, Vocabulary vocabulary, MentionScanner scanner, MeaningVectors words)
    {
        _words = words;
        _vocabulary = vocabulary;
        _ends = new int[codebook.Issues.Count];
        var vectors = new List<float[]>();
        for (int i = 0; i < _ends.Length; i++)
        {
            Issue issue = codebook.Issues[i];
            foreach (string phrase in (string[])[issue.Label, issue.Definition ?? "", .. issue.Terms, .. issue.Inverse])
            {
                var text = new CodedText(phrase, vocabulary, scanner, null);
                if (VectorOf(text, new WordRange(0, text.Words.Count)) is { } vector)
                {
                    vectors.Add(vector);
                }
            }

            _ends[i] = vectors.Count;
        }

        _phrases = new VectorTable(vectors, words.Dimensions);
    }

    /// <summary>How near the words come to each issue: the cosine of the nearest phrase; null where nothing is known of them.</summary>
    public double[]? Nearness(CodedText text, WordRange range)
    {
        if (VectorOf(text, range) is not { } own)
        {
            return null;
        }

        float[] cosines = new float[_phrases.PaddedCount];
        _phrases.Cosines(own, cosines);
        double[] nearness = new double[_ends.Length];
        for (int i = 0; i < nearness.Length; i++)
        {
            for (int phrase = i == 0 ? 0 : _ends[i - 1]; phrase < _ends[i]; phrase++)
            {
                nearness[i] = Math.Max(nearness[i], cosines[phrase]);
            }
        }

        return nearness;
    }

    /// <summary>The share of the other issues when all share the words by how near they come (softmax): 0 when only <paramref name="issue"/> is meant.</summary>
    /// <param name="nearness">From <see cref="Nearness"/>; null, when nothing is known, speaks for no other.</param>
    /// <param name="issue">Index of the issue.</param>
    /// <param name="sharpness">How much the nearest one stands out.</param>
    /// <param name="ruledOut">Indices of issues that take no share.</param>
    public static double ShareOfOthers(double[]? nearness, int issue, double sharpness, IReadOnlyList<int> ruledOut)
    {
        double sum = 0;
        for (int other = 0; nearness is not null && other < nearness.Length; other++)
        {
            sum += ruledOut.Contains(other) ? 0 : Math.Exp(sharpness * (nearness[other] - nearness[issue]));
        }

        return sum == 0 ? 0 : 1 - (1 / sum);
    }

    private float[]? VectorOf(CodedText text, WordRange range)
    {
        float[] sum = new float[_words.Dimensions];
        float[] word = new float[_words.Dimensions];
        for (int i = range.Start; i < range.End; i++)
        {
            string concept = text.Concept(i);
            if (concept.Length > 0 && text.MentionAt(i) is null && _words.Read(_words.IndexOf(text.Words.Span(i).SliceOf(text.Words.Text)), word))
            {
                float weight = (float)_vocabulary.RarityOf(concept);
                for (int j = 0; j < sum.Length; j++)
                {
                    sum[j] += weight * word[j];
                }
            }
        }

        return MeaningVectors.Scale(sum) ? sum : null;
    }
}
