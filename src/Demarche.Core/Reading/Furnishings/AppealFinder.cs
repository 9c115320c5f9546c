namespace Demarche.Core.Reading.Furnishings;

/// <summary>
/// Finds an outlet's own appeal to its readers: a block of lines in which it speaks of itself and its work, to the reader,
/// and asks for support. News speaks of others, and where somebody is quoted asking for help the words stand in quotation marks.
/// </summary>
internal static class AppealFinder
{
    // An appeal without a heading is believed only in the last two fifths of a text or its last lines, where outlets put it.
    private const double NearEnd = 0.6;
    private const int LastLines = 2;

    // A heading or salutation is a short line.
    private const int LongestHeading = 80;

    // Buttons and second thoughts below an appeal: "Not ready yet?", "Later".
    private const int LongestButton = 60;

    private static readonly string[] Reader = ["you", "your", "you're", "reader", "readers", "please"];
    private static readonly string[] Outlet = ["we", "we're", "we've", "us", "our", "ours"];

    private static readonly string[] Support =
    [
        "support", "supporting", "donate", "donation", "donations", "contribution", "contributions", "contribute", "subscribe",
        "subscription", "subscriber", "subscribers", "membership", "become a member", "crowdfunding", "chip in", "your help",
        "a month", "monthly", "paywall", "stand with us", "standing with us",
    ];

    private static readonly string[] Trade =
    [
        "journalism", "journalists", "journalist", "our reporting", "our work", "our newsroom", "newsroom", "our coverage",
        "our reporters", "our readers", "our team", "independent media", "independent news", "independent reporting", "editorial",
        "news organization", "news organisation", "readers", "our stories",
    ];

    private static readonly string[] Headings = ["a message from", "a note from", "a letter from", "dear reader", "dear readers", "dear friends", "dear supporters"];

    /// <summary>Writes the reason at every line of an appeal.</summary>
    /// <param name="lines">The text's lines.</param>
    /// <param name="reasons">One place a line.</param>
    public static void Mark(List<TextLine> lines, string?[] reasons)
    {
        int length = lines.Count == 0 ? 0 : lines[^1].Span.End;
        for (int start = 0; start < lines.Count; start++)
        {
            bool headed = IsHeading(lines[start]);
            bool nearEnd = lines[start].Span.Start >= length * NearEnd || start >= lines.Count - LastLines;
            if (!headed && !(nearEnd && Speaks(lines[start])))
            {
                continue;
            }

            int end = BlockEnd(lines, start, headed);
            if (IsAppeal(lines, start, end))
            {
                end = WithButtons(lines, end);
                reasons.AsSpan(start, end - start).Fill("appeal");
            }

            start = Math.Max(start, end - 1);
        }
    }

    private static bool IsHeading(TextLine line) =>
        line.Length <= LongestHeading
        && !line.HasQuotation
        && Array.Exists(Headings, heading => line.Words.StartsWith(heading, StringComparison.Ordinal))
        && line.Shown[^1] is ':' or ',' or '!' or '.';

    /// <summary>The outlet speaks, of itself or to the reader; or somebody whose words stand in quotation marks, which does not count.</summary>
    private static bool Speaks(TextLine line) =>
        line.Shown[0] is not ('“' or '"' or '‘' or '„' or '«')
        && !line.HasAny(Phrases.Reporting)
        && (line.HasAny(Outlet) || (line.HasAny(Reader) && line.HasAny(Support)));

    /// <summary>Index behind the last line that goes on with what begins at <paramref name="start"/>; one silent line between two that speak belongs to it.</summary>
    private static int BlockEnd(List<TextLine> lines, int start, bool headed)
    {
        int end = start + 1;
        int silent = 0;
        for (int i = start + 1; i < lines.Count && silent < 2; i++)
        {
            bool goesOn = Speaks(lines[i]) || (headed && IsHeading(lines[i]));
            silent = goesOn ? 0 : silent + 1;
            end = goesOn ? i + 1 : end;
        }

        return end;
    }

    /// <summary>Whether the block as a whole asks readers to support an outlet's work.</summary>
    private static bool IsAppeal(List<TextLine> lines, int start, int end)
    {
        int asks = 0;
        int trade = 0;
        int self = 0;
        for (int i = start; i < end; i++)
        {
            bool toReader = lines[i].HasAny(Reader);
            asks += toReader && lines[i].HasAny(Support) ? 1 : 0;
            trade += lines[i].HasAny(Trade) ? 1 : 0;
            self += lines[i].HasAny(Outlet) || (toReader && lines[i].Has("please")) ? 1 : 0;
        }

        return asks > 0 && trade > 0 && self > 0;
    }

    private static int WithButtons(List<TextLine> lines, int end)
    {
        while (end < lines.Count && lines[end].Length <= LongestButton
            && (lines[end].Shown[^1] == '?' || LineRules.ReasonOf(lines[end], end, lines.Count) is not null
                || lines[end].HasAny(Support)))
        {
            end++;
        }

        return end;
    }
}
