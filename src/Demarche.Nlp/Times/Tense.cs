namespace Demarche.Nlp.Times;

/// <summary>Whether the words around an unfinished date speak of what was or of what will be.</summary>
internal static class Tense
{
    // About the length of a clause; further away the words tell of something else.
    private const int Reach = 8;

    /// <summary>The side on which the date at <paramref name="at"/> lies; <paramref name="otherwise"/> when no word tells.</summary>
    /// <remarks>For weekdays, on which things are said: "told them Tuesday".</remarks>
    public static Leaning Around(TimeText text, int at, Leaning otherwise) => Around(text, at, otherwise, countsSaying: true);

    /// <summary>As <see cref="Around(TimeText, int, Leaning)"/>, for months and days of months, of which things are said: "said it would open in May".</summary>
    public static Leaning OfMatter(TimeText text, int at, Leaning otherwise) =>
        text.Is(at - 1, "ended") ? Leaning.Past
        : IsFronted(text, at) ? Ahead(text, at)
        : Around(text, at, otherwise, countsSaying: false);

    // "In January, they brought in": what follows tells.
    private static bool IsFronted(TimeText text, int at) => at == 1 && text.Is(0, "in") && text.Is(at + 1, ",");

    // Told without a word of the future it is told as done.
    private static Leaning Ahead(TimeText text, int at)
    {
        for (int index = at + 2; index < text.Count && index <= at + Reach; index++)
        {
            if (Of(text.Token(index)) is Leaning.Future and var leaning)
            {
                return leaning;
            }
        }

        return Leaning.Past;
    }

    private static Leaning Around(TimeText text, int at, Leaning otherwise, bool countsSaying)
    {
        if (text.Is(at - 1, "as") && text.Is(at - 2, "early", "soon") && text.Is(at - 3, "as"))
        {
            return Leaning.Future;
        }

        for (int index = at - 1; index >= 0 && index >= at - Reach; index--)
        {
            bool isOver = text.Is(index, "until") && text.Is(index - 1, "not", "up");
            Leaning leaning = isOver ? Leaning.Past
                : !countsSaying && text.Token(index) is "said" or "told" or "announced" or "reported" ? Leaning.Nearest
                : Of(text.Token(index));
            // "will be signed" tells by its first word, and so does "had been due".
            bool isParticiple = text.Is(index - 1, "be", "been");
            if (leaning != Leaning.Nearest && !isParticiple)
            {
                return leaning;
            }
        }

        return otherwise;
    }

    private static Leaning Of(ReadOnlySpan<char> token) => token switch
    {
        "will" or "would" or "'ll" or "’ll" or "shall" or "wo" or "scheduled" or "expected" or "expects" or "due" or "plans" or "planned" or "deadline"
            or "upcoming" or "until" or "expires" or "payable" or "set" => Leaning.Future,
        "said" or "was" or "were" or "had" or "did" or "told" or "announced" or "since" or "began" or "met" or "made" or "came"
            or "took" or "killed" or "died" or "held" or "signed" or "reported" => Leaning.Past,
        _ => Leaning.Nearest,
    };
}
