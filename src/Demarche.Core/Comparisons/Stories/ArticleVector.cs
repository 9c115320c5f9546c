namespace Demarche.Core.Comparisons.Stories;

/// <summary>A profile with its terms weighed: the six views in which two articles are compared. Immutable; arrays aligned by <see cref="Terms"/>.</summary>
internal sealed class ArticleVector
{
    /// <summary>Number of views.</summary>
    public const int Views = 7;

    // A title says in eight words what the text says in eight hundred; three times is what the one-pass baselines use as well.
    private const int TitleTimes = 3;

    // Beyond this rarity in English (about rank 2,700) a word is no better sign of an event for being rarer still.
    private const float MostRarity = 4;

    // More uses of one word than a profile counts.
    private static readonly float[] DampedCounts =
        [.. Enumerable.Range(0, byte.MaxValue * (TitleTimes + 1) + 1).Select(count => count == 0 ? 0 : 1 + MathF.Log(count))];

    private readonly TermKind[] _kinds;
    private readonly float[] _whole;
    private readonly float[] _lead;
    private readonly float[] _title;
    private readonly float[] _plain;
    private readonly double[] _norms = new double[Views];

    /// <summary>Weighs <paramref name="profile"/>.</summary>
    public ArticleVector(ArticleProfile profile, TermSample sample)
    {
        Terms = profile.Terms;
        IsHeadline = profile.IsHeadline;
        _kinds = profile.Kinds;
        int count = Terms.Length;
        _whole = new float[count];
        _lead = new float[count];
        _title = new float[count];
        _plain = new float[count];
        for (int i = 0; i < count; i++)
        {
            float weight = (float)sample.WeightOf(Terms[i], WordRanks.RarityOf(profile.Ranks[i]));
            int title = TitleTimes * profile.InTitle[i];
            _whole[i] = Damped(profile.InText[i] + title) * weight;
            _lead[i] = Damped(profile.InLead[i] + title) * weight;
            _title[i] = title > 0 ? weight : 0;
            _plain[i] = PlainWeight(profile, i);
        }

        Dot(this, this, _norms);
        for (int view = 0; view < Views; view++)
        {
            _norms[view] = Math.Sqrt(_norms[view]);
        }
    }

    /// <summary>Hashes of the stems, ascending.</summary>
    public uint[] Terms { get; }

    /// <summary>Whether there is no text, only a title.</summary>
    public bool IsHeadline { get; }

    /// <summary>Weight in English at large of the term at <paramref name="index"/>, whatever ledger it stands in.</summary>
    public static float PlainWeight(ArticleProfile profile, int index) =>
        Damped(profile.InText[index] + (TitleTimes * profile.InTitle[index])) * Math.Min((float)WordRanks.RarityOf(profile.Ranks[index]), MostRarity);

    /// <summary>Cosines of two articles in every view: whole text, lead, title, whole text by English alone, names, other words, numbers.</summary>
    /// <param name="left">One article.</param>
    /// <param name="right">The other.</param>
    /// <param name="cosines">Receives <see cref="Views"/> numbers, 0-1; 0 where one of them has nothing in that view.</param>
    public static void Cosines(ArticleVector left, ArticleVector right, Span<double> cosines)
    {
        cosines.Clear();
        Dot(left, right, cosines);
        for (int view = 0; view < Views; view++)
        {
            double norms = left._norms[view] * right._norms[view];
            cosines[view] = norms > 0 ? Math.Min(1, cosines[view] / norms) : 0;
        }
    }

    private static float Damped(int count) => DampedCounts[count];

    private static void Dot(ArticleVector left, ArticleVector right, Span<double> sums)
    {
        for (int i = 0, j = 0; i < left.Terms.Length && j < right.Terms.Length;)
        {
            if (left.Terms[i] != right.Terms[j])
            {
                if (left.Terms[i] < right.Terms[j])
                {
                    i++;
                }
                else
                {
                    j++;
                }

                continue;
            }

            float whole = left._whole[i] * right._whole[j];
            sums[0] += whole;
            sums[1] += left._lead[i] * right._lead[j];
            sums[2] += left._title[i] * right._title[j];
            sums[3] += left._plain[i] * right._plain[j];
            // What one article writes as a name the other may have at the head of a sentence alone.
            TermKind kind = left._kinds[i] > right._kinds[j] ? left._kinds[i] : right._kinds[j];
            sums[kind switch { TermKind.Name => 4, TermKind.Word => 5, _ => 6 }] += whole;
            i++;
            j++;
        }
    }
}
