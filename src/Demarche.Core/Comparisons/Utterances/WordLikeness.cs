using System.Numerics;
using Demarche.Core.Comparisons.Stories;
using Demarche.Nlp.Stemming;
using Demarche.Nlp.Text;
using Demarche.Nlp.Words;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Splits passages into words and tells how alike two words are. Keeps what it met: one for many articles, on one thread.</summary>
/// <param name="vectors">What words mean; without them only forms of one word are alike.</param>
internal sealed class WordLikeness(WordVectors? vectors)
{
    // Below this rarity (about rank 80) a word is grammar: it is compared in the wording, it ties nothing together.
    private const double GrammarRarity = 0.95;

    // A name no English list knows ties no more than a rare noun.
    private const double MostWeight = 4.5;

    // Of GloVe vectors two words of one topic reach 0.5 ("tax", "budget"), two that can stand for each other 0.6 and more ("useless", "pointless").
    private const double LeastCosine = 0.6;

    // Vectors tell opposites ("accept", "reject") hardly from synonyms; what they say never counts as the word itself.
    private const double MostOfVectors = 0.7;

    private const int MostRemembered = 200_000;

    private readonly Dictionary<string, (string Form, string Stem, double Weight, int Vector)> _known = new(StringComparer.Ordinal);
    private readonly float[]?[] _directions = new float[]?[vectors?.Count ?? 0];

    /// <summary>The words inside <paramref name="span"/>; what stands in square brackets was put there by an editor and is passed over.</summary>
    public UtteranceWord[] Split(string text, TextSpan span)
    {
        var words = new List<UtteranceWord>();
        bool inBrackets = false;
        for (int i = span.Start; i < span.End;)
        {
            char c = text[i];
            inBrackets = c == '[' ? text.IndexOf(']', i, span.End - i) > 0 : inBrackets && c != ']';
            if (inBrackets || !char.IsLetterOrDigit(c))
            {
                i++;
                continue;
            }

            int start = i;
            while (i < span.End && IsInside(text, i, span.End))
            {
                i++;
            }

            (string form, string stem, double weight, int vector) = Look(text.AsSpan(start, i - start));
            words.Add(new UtteranceWord(new TextSpan(start, i), form, stem, weight, vector));
        }

        return [.. words];
    }

    /// <summary>How alike two words are: 1 for forms of one word, less for words of like meaning, 0 for others.</summary>
    public double Of(UtteranceWord left, UtteranceWord right)
    {
        if (left.Stem == right.Stem)
        {
            return 1;
        }

        if (vectors is null || left.Vector < 0 || right.Vector < 0 || left.Weight == 0 || right.Weight == 0
            || char.IsAsciiDigit(left.Form[0]) || char.IsAsciiDigit(right.Form[0]))
        {
            return 0;
        }

        double cosine = Dot(Direction(left.Vector), Direction(right.Vector));
        return cosine >= LeastCosine ? Math.Min(MostOfVectors, cosine) : 0;
    }

    private static float Dot(float[] left, float[] right)
    {
        Vector<float> sums = Vector<float>.Zero;
        int i = 0;
        for (; i <= left.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sums += new Vector<float>(left, i) * new Vector<float>(right, i);
        }

        float sum = Vector.Sum(sums);
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    // The vector at length 1, unpacked once for all the comparisons it takes part in.
    private float[] Direction(int index)
    {
        if (_directions[index] is { } known)
        {
            return known;
        }

        var vector = new float[vectors!.Dimensions];
        vectors.CopyTo(index, vector);
        float norm = MathF.Sqrt(Dot(vector, vector) + float.Epsilon);
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] /= norm;
        }

        return _directions[index] = vector;
    }

    // An apostrophe or a decimal point between two letters or figures belongs to the word.
    private static bool IsInside(string text, int i, int end) =>
        char.IsLetterOrDigit(text[i])
        || (text[i] is '\'' or '\u2019' or '.' or ',' && i + 1 < end && char.IsLetterOrDigit(text[i - 1])
            && (text[i] is '.' or ',' ? char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) : char.IsLetter(text[i + 1])));

    // "mobilise" and "mobilize" are one word to two outlets.
    private static string American(string stem) =>
        stem.Length > 4 && stem.EndsWith("is", StringComparison.Ordinal) ? string.Concat(stem.AsSpan(0, stem.Length - 1), "z") : stem;

    private (string Form, string Stem, double Weight, int Vector) Look(ReadOnlySpan<char> word)
    {
        string form = word.ToString().Replace('\u2019', '\'').ToLowerInvariant();
        if (_known.TryGetValue(form, out (string Form, string Stem, double Weight, int Vector) known))
        {
            return known;
        }

        string stem = American(EnglishStemmer.Stem(form));
        double rarity = WordRanks.RarityOf(stem);
        // A single letter is a piece of an abbreviation.
        known = (form, stem, rarity < GrammarRarity || form.Length == 1 ? 0 : Math.Min(MostWeight, rarity), vectors?.IndexOf(form) ?? -1);
        if (_known.Count < MostRemembered)
        {
            _known[form] = known;
        }

        return known;
    }
}
