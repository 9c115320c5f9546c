namespace Demarche.Core.Comparisons.Stories;

/// <summary>What speaks for two articles telling of one event, as numbers.</summary>
internal static class PairSignals
{
    /// <summary>Names of the signals, in their order. Likenesses are square roots of cosines: what tells lies near 0.</summary>
    public static readonly string[] Names =
    [
        // Two articles with a text.
        "Text", "Whole", "Lead", "Title", "English", "Names", "Words", "Numbers", "Undated",
        // At least one of them a headline alone.
        "Headline", "HeadlineWhole", "HeadlineEnglish", "HeadlineNumbers",
    ];

    private const int FirstOfHeadlines = 9;

    /// <summary>Number of signals.</summary>
    public static int Count => Names.Length;

    /// <summary>Writes the signals of a pair.</summary>
    /// <param name="left">One article.</param>
    /// <param name="right">The other.</param>
    /// <param name="days">Days between them; null when one has no day.</param>
    /// <param name="signals">Receives <see cref="Count"/> numbers.</param>
    public static void Read(ArticleVector left, ArticleVector right, int? days, Span<double> signals)
    {
        Span<double> cosines = stackalloc double[ArticleVector.Views];
        ArticleVector.Cosines(left, right, cosines);
        signals.Clear();
        if (left.IsHeadline || right.IsHeadline)
        {
            signals[FirstOfHeadlines] = 1;
            signals[FirstOfHeadlines + 1] = Math.Sqrt(cosines[0]);
            signals[FirstOfHeadlines + 2] = Math.Sqrt(cosines[3]);
            signals[FirstOfHeadlines + 3] = Math.Sqrt(cosines[6]);
            return;
        }

        signals[0] = 1;
        for (int view = 0; view < cosines.Length; view++)
        {
            signals[1 + view] = Math.Sqrt(cosines[view]);
        }

        signals[1 + cosines.Length] = days is null ? 1 : 0;
    }
}
