using System.Globalization;
using Demarche.Core.Attributions;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;

namespace Demarche.Core.Positions.Days;

/// <summary>The times an article names, the day of the event it reports, and the parts of it that tell what was before.</summary>
internal sealed class ArticleDays
{
    /// <summary>Words of a report's opening, in which the day of its event stands. Set by hand.</summary>
    private const int Opening = 70;

    /// <summary>Days a report may come after its event; an earlier day named in the opening is background. Set by hand.</summary>
    private const int LatestReport = 3;

    /// <summary>Words of a line that only heads what follows: "Background:", "What came before:". Set by hand.</summary>
    private const int LongestHeading = 4;

    /// <summary>Words of a line that only says when and by whom a text was put out. Set by hand.</summary>
    private const int LongestStamp = 14;

    private readonly CodedText _text;
    private readonly DateOnly? _published;
    private readonly List<NamedTime> _times = [];
    private readonly List<TextSpan> _background;

    public ArticleDays(CodedText text, Document document, DateOnly? published)
    {
        _text = text;
        _published = published;
        foreach (TimeExpression time in document.Times)
        {
            if (time.Value.Length >= 10
                && DateOnly.TryParseExact(time.Value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                _times.Add(new NamedTime(time.Span, day, time.Value[..10]));
            }
            else if (time.Type == "DATE" && (char.IsAsciiDigit(time.Value[0]) || time.Value == "PAST_REF") && !IsToCome(time.Value))
            {
                _times.Add(new NamedTime(time.Span, null, time.Value));
            }
        }

        _background = BackgroundOf(document.Text);
        Event = DayOfEvent(document);
    }

    /// <summary>The day the report is about; null in an article without a day.</summary>
    public DateOnly? Event { get; }

    /// <summary>The day of the dateline, or of a line that says when the text was put out; null where there is none within some days of the publication.</summary>
    public DateOnly? Written { get; private set; }

    /// <summary>The times named in <paramref name="near"/>, in text order; days after the publication are plans and left out.</summary>
    public IEnumerable<NamedTime> Within(TextSpan near) =>
        _times.Where(time => near.Contains(time.Span) && (time.Day is null || _published is null || time.Day <= _published));

    // "in June", "in 2033", told in May: a plan dates nothing.
    private bool IsToCome(string value) =>
        _published is { } published && string.CompareOrdinal(value, published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)[..Math.Min(value.Length, 10)]) > 0
        && value.All(sign => sign == '-' || char.IsAsciiDigit(sign));

    /// <summary>Whether <paramref name="offset"/> stands in a part that is headed as what was before.</summary>
    public bool IsBackground(int offset) => _background.Exists(part => part.Contains(offset));

    /// <summary>
    /// The first day that the opening names, if the report followed it closely; else that of the dateline; else the first such day of the rest; else that
    /// of publication.
    /// </summary>
    /// <remarks>A day inside a quotation is counted from the day of the saying, which is what is looked for. That of a dateline, or of a line such as
    /// "Updated: 14 May 2031, 08:10", is the day of writing.</remarks>
    private DateOnly? DayOfEvent(Document document)
    {
        TextSpan dateline = Dateline.SpanIn(document.Text) ?? default;
        DateOnly? opening = null;
        DateOnly? later = null;
        foreach (NamedTime time in _times)
        {
            if (time.Day is not { } day || _published is not { } published || day > published || published.DayNumber - day.DayNumber > LatestReport
                || IsBackground(time.Span.Start) || document.Quotations.Any(quotation => quotation.Inner.Contains(time.Span)))
            {
                continue;
            }

            if (dateline.Contains(time.Span) || ((day == published || IsHead(document.Text, time.Span)) && IsStamp(document.Text, time.Span)))
            {
                Written ??= day;
            }
            else if (_text.Words.IndexAt(time.Span.Start) < Opening)
            {
                opening ??= day;
            }
            else
            {
                later ??= day;
            }
        }

        // Nothing of a later day stands in a text: what it calls today is the day it was written.
        return (opening == _published ? Written : null) ?? opening ?? Written ?? later ?? _published;
    }

    // The line above a resolution, a communiqué: "Aldermere, 22 May 2031".
    private static bool IsHead(string text, TextSpan time) => !text.AsSpan(0, time.Start).Trim().Contains('\n');

    // A date in figures on a short line that is no sentence.
    private static bool IsStamp(string text, TextSpan time)
    {
        int start = text.LastIndexOf('\n', Math.Max(0, time.Start - 1)) + 1;
        int end = text.IndexOf('\n', time.End);
        ReadOnlySpan<char> line = text.AsSpan(start, (end < 0 ? text.Length : end) - start).Trim();
        return time.SliceOf(text).ContainsAnyInRange('0', '9') && line.Count(' ') < LongestStamp && line.Length > 0 && line[^1] is not ('.' or '!' or '?' or '"' or '\u201d');
    }

    // From a short line that ends in a colon and names what was before, to the next such line of any name.
    private static List<TextSpan> BackgroundOf(string text)
    {
        var parts = new List<TextSpan>();
        int open = -1;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            ReadOnlySpan<char> line = text.AsSpan(start, end - start).Trim();
            if (line.EndsWith(':') && line.Count(' ') < LongestHeading)
            {
                if (open >= 0)
                {
                    parts.Add(new TextSpan(open, start));
                }

                open = NamesBackground(line[..^1]) ? end : -1;
            }

            start = end + 1;
        }

        if (open >= 0)
        {
            parts.Add(new TextSpan(open, text.Length));
        }

        return parts;
    }

    // Written by us: what newsrooms write above a summary of what went before.
    private static bool NamesBackground(ReadOnlySpan<char> heading)
    {
        foreach (string word in (ReadOnlySpan<string>)["background", "previously", "earlier", "before", "context", "history", "backstory"])
        {
            if (heading.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A time an article names.</summary>
/// <param name="Span">Where.</param>
/// <param name="Day">The day, or null for what is longer than a day: a month, a weekend, "recently".</param>
/// <param name="Value">The time as TIMEX3 writes it: "2031-05-14", "2031-05", "PAST_REF".</param>
internal readonly record struct NamedTime(TextSpan Span, DateOnly? Day, string Value);
