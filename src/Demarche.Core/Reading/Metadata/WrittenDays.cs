using System.Collections.Frozen;
using System.Reflection;
using Demarche.Nlp.Text;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Finds the days written in a text, in figures or with the name of the month, in the languages of <c>Months.tsv</c>.</summary>
/// <remarks>Linear in the text: every figure is looked at once, with what stands a few characters around it.</remarks>
internal sealed class WrittenDays
{
    // "March" and its day may be parted by a blank and a mark or two: "5. - March".
    private const int LongestGap = 4;

    // Chinese, Japanese and Korean put no blanks between words and figures.
    private const char FirstUnspaced = '\u2E80';

    private const int LongestMonthName = 14;

    // A page that lists more days than this is a calendar; the first ones decide.
    private const int MostDays = 2000;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months =
        ReadMonths().GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _text;
    private readonly bool _monthFirst;
    private readonly List<WrittenDay> _found = [];

    private WrittenDays(string text, bool monthFirst)
    {
        _text = text;
        _monthFirst = monthFirst;
    }

    /// <summary>The days of <paramref name="text"/>, in order, none overlapping.</summary>
    /// <param name="text">The text.</param>
    /// <param name="monthFirst">Whether 3/5/2031 is the fifth of March, as in the United States.</param>
    public static IReadOnlyList<WrittenDay> Find(string text, bool monthFirst = false)
    {
        var days = new WrittenDays(text, monthFirst);
        days.Run();
        return days._found;
    }

    private void Run()
    {
        int at = 0;
        while (at < _text.Length && _found.Count < MostDays)
        {
            int next = _text.AsSpan(at).IndexOfAnyInRange('0', '9');
            if (next < 0)
            {
                return;
            }

            int start = at + next;
            int end = start;
            int value = Number(ref end);
            bool glued = start > 0 && char.IsLetter(_text[start - 1]) && _text[start - 1] < FirstUnspaced;
            at = !glued && Match(start, end, value) is { } day ? Keep(day) : end;
        }
    }

    private int Keep(WrittenDay day)
    {
        _found.Add(day);
        return day.Span.End;
    }

    private WrittenDay? Match(int start, int end, int value) => (end - start) switch
    {
        4 => YearFirst(start, end, value),
        1 or 2 when value is >= 1 and <= 31 => InFigures(start, end, value) ?? BeforeMonth(start, end, value) ?? AfterMonth(start, end, value),
        _ => null,
    };

    /// <summary>2031-03-05, 2031/3/5, 2031. 3. 5., 2031年3月5日, 2031 March 5.</summary>
    private WrittenDay? YearFirst(int start, int end, int year)
    {
        int at = end;
        SkipBlank(ref at);
        char mark = At(at);
        if (mark is not ('-' or '/' or '.' or '年' or '년'))
        {
            return YearThenName(start, end, year);
        }

        at++;
        SkipBlank(ref at);
        int month = Number(ref at);
        SkipBlank(ref at);
        char second = At(at++);
        SkipBlank(ref at);
        int day = Number(ref at);
        bool same = second == mark || (mark is '年' && second is '月') || (mark is '년' && second is '월');
        return month > 0 && same ? Made(start, at, year, month, day, WrittenForm.YearFirst) : YearThenName(start, end, year);
    }

    private WrittenDay? YearThenName(int start, int end, int year)
    {
        int at = end;
        SkipMarks(ref at);
        int month = MonthName(ref at);
        SkipMarks(ref at);
        return month == 0 ? null : Made(start, at, year, month, Number(ref at), WrittenForm.Named, at);
    }

    /// <summary>5.3.2031, 05/03/31, 5-3-2031, 5. 3. 2031.</summary>
    private WrittenDay? InFigures(int start, int end, int first)
    {
        int at = end;
        SkipBlank(ref at);
        char mark = At(at);
        if (!(mark is '|' or '/' || (at == end && mark is ('.' or '-'))))
        {
            return null;
        }

        at++;
        SkipBlank(ref at);
        int secondStart = at;
        int second = Number(ref at);
        bool isNumber = at > secondStart;
        SkipBlank(ref at);
        if (!isNumber || At(at) != mark)
        {
            return null;
        }

        at++;
        SkipBlank(ref at);
        int yearStart = at;
        int year = Number(ref at);
        bool isShort = at - yearStart == 2 && mark is ('.' or '/');
        if (at - yearStart != 4 && !isShort)
        {
            return null;
        }

        year += isShort ? 2000 : 0;
        bool monthLeads = mark == '/' && (second > 12 || (_monthFirst && first <= 12));
        (int day, int month) = monthLeads ? (second, first) : (first, second);
        WrittenForm form = isShort ? WrittenForm.ShortYear : mark == '/' ? WrittenForm.Slashed : WrittenForm.DayFirst;
        return Made(start, at, year, month, day, form);
    }

    /// <summary>5 March 2031, 5th of March 2031, 5. März 2031, 5 de marzo de 2031.</summary>
    private WrittenDay? BeforeMonth(int start, int end, int day)
    {
        int at = end;
        SkipOrdinal(ref at);
        SkipMarks(ref at);
        SkipParticle(ref at);
        int month = MonthName(ref at);
        return month == 0 ? null : WithYear(start, at, month, day);
    }

    /// <summary>March 5, 2031; Mar. 5th 2031.</summary>
    private WrittenDay? AfterMonth(int start, int end, int day)
    {
        int nameEnd = start;
        while (nameEnd > 0 && start - nameEnd < LongestGap && IsMark(_text[nameEnd - 1]))
        {
            nameEnd--;
        }

        int nameStart = nameEnd;
        while (nameStart > 0 && nameEnd - nameStart <= LongestMonthName && char.IsLetter(_text[nameStart - 1]))
        {
            nameStart--;
        }

        int month = MonthOf(_text.AsSpan(nameStart, nameEnd - nameStart));
        int at = end;
        SkipOrdinal(ref at);
        return month == 0 ? null : WithYear(nameStart, at, month, day);
    }

    private WrittenDay? WithYear(int start, int end, int month, int day)
    {
        int at = end;
        SkipMarks(ref at);

        // Arabic of the Levant gives the month twice: "5 آذار / مارس 2031".
        MonthName(ref at);
        SkipMarks(ref at);
        SkipParticle(ref at);
        bool isShort = At(at) is '\'' or '’';
        at += isShort ? 1 : 0;
        int yearStart = at;
        int year = Number(ref at);
        year += isShort && at - yearStart == 2 ? 2000 : 0;
        return Made(start, at, year, month, day, WrittenForm.Named);
    }

    private WrittenDay? Made(int start, int end, int year, int month, int day, WrittenForm form, int digitsFrom = -1)
    {
        int stop = end;
        if (digitsFrom >= 0)
        {
            Number(ref stop);
        }

        bool valid = CalendarDay.IsLikely(year, month, day) && !char.IsAsciiDigit(At(stop));
        return valid ? new WrittenDay(new TextSpan(start, stop), new DateOnly(year, month, day), form) : null;
    }

    private char At(int index) => index < _text.Length ? _text[index] : '\0';

    /// <summary>The number of at most nine digits at <paramref name="at"/>, which moves behind it; 0 for a longer one.</summary>
    private int Number(ref int at)
    {
        int start = at;
        int value = 0;
        for (; char.IsAsciiDigit(At(at)); at++)
        {
            value = at - start < 9 ? (value * 10) + (_text[at] - '0') : 0;
        }

        return at - start > 9 ? 0 : value;
    }

    private void SkipBlank(ref int at) => at += At(at) is ' ' or '\u00A0' ? 1 : 0;

    private void SkipMarks(ref int at)
    {
        for (int n = 0; n < LongestGap && IsMark(At(at)); n++)
        {
            at++;
        }
    }

    private void SkipOrdinal(ref int at)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(Math.Min(at, _text.Length));
        foreach (string suffix in (ReadOnlySpan<string>)["st", "nd", "rd", "th", "er", "º", "ª", "°", "."])
        {
            if (rest.StartsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                at += suffix.Length;
                return;
            }
        }
    }

    private void SkipParticle(ref int at)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(Math.Min(at, _text.Length));
        foreach (string particle in (ReadOnlySpan<string>)["de ", "del ", "of ", "d'", "d’", "di ", "du "])
        {
            if (rest.StartsWith(particle, StringComparison.OrdinalIgnoreCase))
            {
                at += particle.Length;
                return;
            }
        }
    }

    private int MonthName(ref int at)
    {
        int end = at;
        while (end - at <= LongestMonthName && char.IsLetter(At(end)))
        {
            end++;
        }

        int month = MonthOf(_text.AsSpan(Math.Min(at, _text.Length), end - at));
        at = month == 0 ? at : end;
        return month;
    }

    private static int MonthOf(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > LongestMonthName)
        {
            return 0;
        }

        Span<char> lower = stackalloc char[LongestMonthName];
        name.ToLowerInvariant(lower);
        return Months.TryGetValue(lower[..name.Length], out int month) ? month : 0;
    }

    private static bool IsMark(char c) => c is ' ' or '\u00A0' or '.' or ',' or '-' or '/' or '–' or '،';

    private static FrozenDictionary<string, int> ReadMonths()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Demarche.Core.Reading.Metadata.Months.tsv")
            ?? throw new InvalidOperationException("The names of the months are missing from the build.");
        using var reader = new StreamReader(stream);
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var number, var names])
            {
                foreach (string name in names.Split(' '))
                {
                    months[name] = int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
                }
            }
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>A day as a text writes it.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units.</param>
/// <param name="Day">The day.</param>
/// <param name="Form">How it is written.</param>
internal readonly record struct WrittenDay(TextSpan Span, DateOnly Day, WrittenForm Form);

/// <summary>The ways to write a day.</summary>
internal enum WrittenForm
{
    /// <summary>2031-03-05 and the like.</summary>
    YearFirst,

    /// <summary>5.3.2031 and 5-3-2031.</summary>
    DayFirst,

    /// <summary>5/3/2031, whose order depends on the country.</summary>
    Slashed,

    /// <summary>5.3.31 and 5/3/31.</summary>
    ShortYear,

    /// <summary>With the name of the month.</summary>
    Named,
}
