using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Finds the days in the visible text of a page.</summary>
internal static class TextDays
{
    // The first days of a page decide; more of them are lists of other articles.
    private const int MostMentions = 200;

    // A day that is nearly alone in its block is a date line; one in a short block a byline.
    private const int FewCharacters = 25;
    private const int ShortBlock = 100;

    private const int LeadLength = 40;

    // "was written on DAY at TIME by NAME": in languages whose verb comes last it stands as far behind as a clock and a name are long.
    private const int TailLength = 50;

    // How many blocks above the body or below the headline a date line stands.
    private const int Near = 4;

    /// <summary>The feature of a day that running text tells of.</summary>
    public const string Told = "text told of";

    private const string FollowedByPublished = "text followed by published";

    /// <summary>Adds the mentions in the page's blocks.</summary>
    public static void Add(List<DayMention> found, Page page, bool monthFirst)
    {
        IReadOnlyList<PageBlock> blocks = page.Blocks.Blocks;
        int heading = HeadingOf(page);
        int count = 0;
        int behind = 0;
        int piece = 0;
        for (int i = 0; i < blocks.Count && count < MostMentions; i++)
        {
            while (piece < page.Blocks.Pieces.Count && page.Blocks.Pieces[piece].Block < i)
            {
                piece++;
            }

            if (!blocks[i].Text.AsSpan().ContainsAnyInRange('0', '9'))
            {
                continue;
            }

            SpacedText text = SpacedText.Of(page.Blocks, i, piece);
            foreach (WrittenDay day in WrittenDays.Find(text.Text, monthFirst))
            {
                string shape = ShapeOf(text.Text, day);
                string place = PlaceOf(page.Body, i, heading);
                List<string> features =
                [
                    "text", $"text {day.Form}", $"text {shape}", $"text {place}", $"text {shape} {place}",
                    count == 0 ? "text first" : count < 3 ? "text early" : "text later",
                    .. Surroundings.Of(text.NodeAt(day.Span.Start), "text"),
                ];
                AddWords(features, blocks, i, text.Text, day);
                AddBody(features, page.Body, i);
                if (IsTold(features))
                {
                    features.Add(Told);
                }

                if (heading >= 0 && i >= heading - 1 && behind++ == 0)
                {
                    features.Add("text first from headline");
                }

                found.Add(new DayMention(TimeOf(day, text.Text), DateBasis.Text, features));
                count++;
            }
        }
    }

    private static StatedTime TimeOf(WrittenDay day, string text)
    {
        int end = Math.Min(text.Length, day.Span.End + LeadLength);
        return StatedTime.WithClock(day.Day, text.AsSpan(day.Span.End, end - day.Span.End));
    }

    /// <summary>The headline's block: the last h1 above the body's end, else the last other heading above its beginning; -1 when there is none.</summary>
    private static int HeadingOf(Page page)
    {
        int heading = -1;
        for (int i = 0; i < Math.Min(page.Body.End, page.Blocks.Blocks.Count); i++)
        {
            if (page.Blocks.Blocks[i].Tag == "h1")
            {
                return i;
            }

            heading = i < page.Body.First && page.Blocks.Blocks[i].IsHeading ? i : heading;
        }

        return heading;
    }

    private static bool IsTold(List<string> features) =>
        features.Contains("text in running text")
        && !features.Exists(feature => feature is "text led by published" or "text led by updated" or FollowedByPublished or "text begins"
            or "text in date" or "text in time" or "text in publi" or "text in datum" or "text in <time>" or "text in meta" or "text in info");

    private static string ShapeOf(string text, WrittenDay day) =>
        text.Length - day.Span.Length <= FewCharacters ? "alone" : text.Length <= ShortBlock ? "short" : "in running text";

    private static void AddWords(List<string> features, IReadOnlyList<PageBlock> blocks, int index, string text, WrittenDay day)
    {
        features.Add(day.Span.Start < 3 ? "text begins" : "text inside");
        int lead = Math.Max(0, day.Span.Start - LeadLength);
        string before = text[lead..day.Span.Start];
        if (day.Span.Start < 3 && index > 0 && blocks[index - 1].Text.Length < LeadLength)
        {
            before = blocks[index - 1].Text;
        }

        features.AddRange(LeadWords.Features(before));
        if (LeadWords.IsPublishedBehind(RestOf(text, day.Span.End)))
        {
            features.Add(FollowedByPublished);
        }

        if (blocks[index].LinkShare > 0.5)
        {
            features.Add("text linked");
        }
    }

    private static string RestOf(string text, int start)
    {
        string rest = text[start..Math.Min(text.Length, start + TailLength)];
        int stop = rest.IndexOfAny(['.', '!', '?', ';']);
        return stop < 0 ? rest : rest[..stop];
    }

    private static void AddBody(List<string> features, PageBody body, int index)
    {
        features.Add(index >= body.End ? "text below" : index >= body.First ? "text amid"
            : index >= body.First - Near ? "text just above" : "text above");
        if (index >= body.End && index < body.End + Near)
        {
            features.Add("text just below");
        }
    }

    private static string PlaceOf(PageBody body, int index, int heading) =>
        heading < 0 ? (index < body.First ? "above, no headline" : "below, no headline")
        : index == heading ? "in headline"
        : index > heading && index <= heading + Near ? "near headline"
        : index < heading && index >= heading - Near ? "before headline"
        : index > heading ? "behind headline" : "far above headline";
}
