using System.Collections.Frozen;

namespace Demarche.Core.Reading.Furnishings;

/// <summary>Tells from one line alone that it is furniture, and which kind.</summary>
internal static class LineRules
{
    // Prompts and credits are short; a longer line is a paragraph that happens to begin like one.
    private const int LongestPrompt = 220;
    private const int LongestByline = 100;

    // Above the text stand outlet, headline, subtitle, byline, day; below it the credits and a button or two.
    private const int BylineLines = 6;
    private const int CreditLines = 6;

    private static readonly FrozenDictionary<string, string> WholeLines = Phrases.WholeLines;

    /// <summary>The kind of furniture, or null when the line may be news.</summary>
    /// <param name="line">The line.</param>
    /// <param name="index">Its place among the lines that are not blank.</param>
    /// <param name="count">How many there are.</param>
    public static string? ReasonOf(TextLine line, int index, int count)
    {
        if (WholeLines.TryGetValue(line.Words.TrimEnd(':'), out string? reason))
        {
            return reason;
        }

        return IsDivider(line) ? "divider"
            : PhraseReason(line)
            ?? (IsTimeStamp(line) ? "time stamp" : null)
            ?? (IsPhotoCredit(line) ? "photo credit" : null)
            ?? (IsByline(line, index, count) ? "byline" : null)
            ?? (IsAddress(line) ? "link" : null);
    }

    private static bool IsDivider(TextLine line) => !line.Shown.Any(char.IsLetterOrDigit) && line.Length < LongestPrompt;

    private static string? PhraseReason(TextLine line)
    {
        foreach (Phrase phrase in Phrases.Openings)
        {
            if (line.Length <= phrase.LongestLine
                && Opens(line, phrase.Words)
                && (phrase.Needs.Length == 0 || line.HasAny(phrase.Needs)))
            {
                return phrase.Reason;
            }
        }

        if (line.Length > LongestPrompt || line.HasQuotation || line.HasAny(Phrases.Reporting))
        {
            return null;
        }

        foreach (Phrase phrase in Phrases.Anywhere)
        {
            if (line.Length <= phrase.LongestLine && line.Has(phrase.Words))
            {
                return phrase.Reason;
            }
        }

        return null;
    }

    /// <summary>Whether the line begins with the words; opening brackets, dashes and stars in front do not count.</summary>
    private static bool Opens(TextLine line, string words)
    {
        ReadOnlySpan<char> rest = line.Words.AsSpan().TrimStart("([-–—•*>» ");
        return rest.StartsWith(words, StringComparison.Ordinal)
            && (rest.Length == words.Length || !char.IsLetterOrDigit(words[^1]) || !char.IsLetterOrDigit(rest[words.Length]));
    }

    /// <summary>A time of day alone, or a day alone: "5:07 p.m.", "14:05 GMT", "Published 3 May 2024".</summary>
    private static bool IsTimeStamp(TextLine line)
    {
        if (line.Length > 60 || !line.Words.Any(char.IsAsciiDigit))
        {
            return false;
        }

        return PublicationDay.OfLine(line.Shown.AsSpan().TrimEnd('.')) is not null || IsClock(line.Words);
    }

    private static bool IsClock(string words)
    {
        ReadOnlySpan<char> rest = words.AsSpan().TrimStart("0123456789");
        int digits = words.Length - rest.Length;
        if (digits is < 1 or > 2 || rest.Length < 3 || rest[0] is not (':' or '.')
            || !char.IsAsciiDigit(rest[1]) || !char.IsAsciiDigit(rest[2]))
        {
            return false;
        }

        ReadOnlySpan<char> zone = rest[3..].Trim(" ().,");
        return zone.Length <= 8 && zone.IndexOfAnyExceptInRange('a', 'z') is var odd && (odd < 0 || zone[odd] is '.' or ' ');
    }

    /// <summary>A short line that names an agency or a lens: "Jane Doe/Reuters", "(AP Photo)", "Photo: Getty Images".</summary>
    private static bool IsPhotoCredit(TextLine line)
    {
        if (line.HasQuotation || line.Length > LongestPrompt)
        {
            return false;
        }

        // A credit ends with the agency and has nothing that a sentence needs; a caption ends with the credit in brackets.
        ReadOnlySpan<char> tail = line.Words.AsSpan().TrimEnd(")].: ");
        bool agency = Array.Exists(Phrases.PhotoAgencies, tail.ToString().EndsWith);
        bool slashed = line.Words.Contains('/', StringComparison.Ordinal) || line.Words.Contains('©', StringComparison.Ordinal);
        int words = line.Words.Count(' ') + 1;
        bool caption = line.Words.EndsWith(')') && slashed;
        return agency && (words <= 3 || (slashed && words <= 8) || caption);
    }

    /// <summary>"By Jane Doe" above the text, or who else reported below it.</summary>
    private static bool IsByline(TextLine line, int index, int count)
    {
        bool above = index < BylineLines && line.Words.StartsWith("by ", StringComparison.Ordinal);
        bool below = index > 0 && index >= count - CreditLines && line.Length <= LongestPrompt;
        return (above && line.Length <= LongestByline && NamesLine.Is(line.Shown[3..])) || (below && IsReportingCredit(line));
    }

    private static bool IsReportingCredit(TextLine line)
    {
        foreach (string credit in Phrases.ReportingCredits)
        {
            int at = line.Words.IndexOf(credit, StringComparison.Ordinal);
            if (at > 0 && NamesLine.Is(line.Shown[..at]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Nothing but an address. A handle alone may be the source of what stands above it.</summary>
    private static bool IsAddress(TextLine line) =>
        !line.Words.Contains(' ', StringComparison.Ordinal)
        && (line.Words.StartsWith("http", StringComparison.Ordinal)
            || line.Words.StartsWith("www.", StringComparison.Ordinal)
            || line.Words.StartsWith("pic.twitter.com/", StringComparison.Ordinal));
}
