using Demarche.Core.Reading.Sources.Feeds;

namespace Demarche.Core.Reading.Sources.BulkTexts;

/// <summary>One article of a news database's download.</summary>
/// <param name="Text">Its body, paragraphs parted by line feeds.</param>
internal sealed record BulkArticle(string Text)
{
    // Labels that stand before the body, and those that stand behind it, as the databases print them.
    private static readonly string[] Before =
        ["byline", "section", "length", "dateline", "highlight", "author", "source", "credit", "title", "publication title", "publication date", "url", "document url"];

    private static readonly string[] Behind =
        [
            "load-date", "language", "publication-type", "graphic", "subject", "classification", "correction-date", "copyright", "credit", "contact",
            "document-type", "journal-code", "acc-no", "title", "publication title", "publication date", "author", "publisher", "location", "url",
            "document url", "source type", "last updated", "proquest document id", "geographic", "person", "organization", "industry", "notes",
        ];

    /// <summary>Headline.</summary>
    public string? Title { get; init; }

    /// <summary>Authors.</summary>
    public string? Byline { get; init; }

    /// <summary>Publication.</summary>
    public string? Outlet { get; init; }

    /// <summary>Address, where the database names it.</summary>
    public string? Address { get; init; }

    /// <summary>Day.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Reads the lines between two separators; null when they hold no body.</summary>
    public static BulkArticle? Read(IReadOnlyList<string> lines)
    {
        var labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int body = StartOfBody(lines, out int headEnd);
        int end = EndOfBody(lines, body);
        foreach (string line in lines.Take(body).Concat(lines.Skip(end)))
        {
            if (LabelOf(line, [.. Before, .. Behind]) is { } label && line.Trim()[(label.Length + 1)..].Trim() is { Length: > 0 } value)
            {
                labels.TryAdd(label, value);
            }
        }

        string text = Paragraphs(lines, body, end, LabelOf(lines.ElementAtOrDefault(body) ?? "", ["full text"]));
        List<string> head = [.. Blocks(lines, headEnd)];
        int day = head.FindIndex(block => DayOf(block) is not null);
        string? outlet = day > 0 && day + 1 < head.Count && IsCount(head[day - 1]) ? head.Skip(day + 1).FirstOrDefault(IsNoTime) : day > 0 ? head[day - 1] : null;
        return text.Length == 0 ? null : new BulkArticle(text)
        {
            Title = labels.GetValueOrDefault("title") ?? TitleOf(head, day),
            Byline = WithoutBy(labels.GetValueOrDefault("byline") ?? labels.GetValueOrDefault("author")),
            Outlet = labels.GetValueOrDefault("publication title") ?? outlet,
            Address = labels.GetValueOrDefault("url"),
            Published = DayOf(labels.GetValueOrDefault("publication date") ?? "") ?? (day >= 0 ? DayOf(head[day]) : null),
        };
    }

    /// <summary>Line the body begins with: behind a line "Body", at "Full text:", else behind the last label of the head.</summary>
    private static int StartOfBody(IReadOnlyList<string> lines, out int headEnd)
    {
        headEnd = -1;
        int last = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i].Trim();
            if (line == "Body" || LabelOf(line, ["full text"]) is not null)
            {
                headEnd = headEnd < 0 ? i : headEnd;
                return line == "Body" ? i + 1 : i;
            }

            if (IsCount(line) && IndexOfCopyright(lines, i) is var copyright and > 0)
            {
                headEnd = copyright;
                return copyright + 1;
            }

            if (LabelOf(line, Before) is not null)
            {
                headEnd = headEnd < 0 ? i : headEnd;
                last = i;
            }
            else if (last >= 0 && LabelOf(line, Behind) is not null && !line.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }
        }

        headEnd = headEnd < 0 ? Math.Min(lines.Count, 12) : headEnd;
        return last + 1;
    }

    /// <summary>"512 words", as Factiva prints it between headline and day.</summary>
    private static bool IsCount(string line) =>
        line.EndsWith(" words", StringComparison.Ordinal) && char.IsAsciiDigit(line[0]) && line.AsSpan(0, line.Length - " words".Length).IndexOfAnyExceptInRange('+', '9') < 0;

    private static bool IsNoTime(string line) => !char.IsAsciiDigit(line[0]) || !line.Contains(':', StringComparison.Ordinal);

    /// <summary>Day, time, publication, code and language stand before the copyright that ends Factiva's head; -1 when there is none near.</summary>
    private static int IndexOfCopyright(IReadOnlyList<string> lines, int from)
    {
        for (int i = from; i < Math.Min(lines.Count, from + 14); i++)
        {
            if (lines[i].TrimStart() is var line && (line.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) || line.StartsWith("(c)", StringComparison.OrdinalIgnoreCase) || line.StartsWith('©')))
            {
                return i;
            }
        }

        return -1;
    }

    private static int EndOfBody(IReadOnlyList<string> lines, int body)
    {
        // A body may have a line with a colon: only labels behind which no long paragraph comes end it.
        int end = lines.Count;
        for (int i = lines.Count - 1; i > body; i--)
        {
            string line = lines[i].Trim();
            if (LabelOf(line, Behind) is not null || line.StartsWith("Copyright ", StringComparison.Ordinal))
            {
                end = i;
            }
            else if (line.Length > 400)
            {
                break;
            }
        }

        return end;
    }

    private static string Paragraphs(IReadOnlyList<string> lines, int start, int end, string? label)
    {
        var paragraphs = new List<string>();
        string held = "";
        for (int i = start; i < end; i++)
        {
            string line = lines[i].Trim();
            line = i == start && label is not null ? line[(label.Length + 1)..].Trim() : line;
            if (line.Length == 0 && held.Length > 0)
            {
                paragraphs.Add(held);
                held = "";
            }
            else if (line.Length > 0)
            {
                held = held.Length == 0 ? line : $"{held} {line}";
            }
        }

        return string.Join('\n', held.Length > 0 ? [.. paragraphs, held] : paragraphs);
    }

    /// <summary>The lines of the head that say something; a headline wrapped over two lines is one.</summary>
    private static IEnumerable<string> Blocks(IReadOnlyList<string> lines, int end)
    {
        // The databases wrap at 70 to 80 characters.
        const int LeastWrapped = 60;
        string held = "";
        for (int i = 0; i < end; i++)
        {
            string line = lines[i].Trim();
            bool says = line.Length > 0 && !line.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase);
            bool goesOn = says && held.Length >= LeastWrapped && DayOf(line) is null && DayOf(held) is null;
            if (!goesOn && held.Length > 0)
            {
                yield return held;
            }

            held = goesOn ? $"{held} {line}" : says ? line : "";
        }

        if (held.Length > 0)
        {
            yield return held;
        }
    }

    /// <summary>The headline: before publication and day (two blocks and more stand before the day), or the last of the head behind them.</summary>
    private static string? TitleOf(List<string> head, int day) =>
        head.Count == 0 ? null
        : day > 0 && IsCount(head[day - 1]) ? head[0]
        : day >= 2 ? head[0]
        : day >= 0 && day + 1 < head.Count ? head[^1]
        : day < 0 ? head[0]
        : null;

    private static DateOnly? DayOf(string line)
    {
        if (line.Length is < 8 or > 60 || line.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }

        // "May 6, 2031 Tuesday Final Edition", "Tuesday, 6 May 2031": the three words around the month.
        string[] words = line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 2 < words.Length && i < 3; i++)
        {
            string three = $"{words[i]} {words[i + 1]} {words[i + 2]}";
            if ((PublicationDay.Parse(three) ?? FeedDay.Parse(three)) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    private static string? WithoutBy(string? byline) =>
        byline is not null && byline.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? byline[3..].Trim() : byline;

    private static string? LabelOf(string line, string[] labels)
    {
        string trimmed = line.Trim();
        int colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Array.Find(labels, label => trimmed.AsSpan(0, colon).Equals(label, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found
            : null;
    }
}
