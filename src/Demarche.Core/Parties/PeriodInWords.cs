using System.Globalization;

namespace Demarche.Core.Parties;

/// <summary>Reads a period out of words: "President until 22 February 2014", "envoy (from May 2021)", "authorities since 2019".</summary>
internal static class PeriodInWords
{
    private static readonly string[] Opening = ["from", "since", "after", "starting"];
    private static readonly string[] Closing = ["until", "till", "to", "through", "before"];

    // English whatever the machine's culture is.
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];

    /// <summary>First and last day the words name, each null when they name none. A month or year alone counts whole.</summary>
    public static (DateOnly? From, DateOnly? Until) Read(string text)
    {
        string[] words = text.Split([' ', ',', '(', ')', ';'], StringSplitOptions.RemoveEmptyEntries);
        DateOnly? from = null;
        DateOnly? until = null;
        for (int i = 0; i + 1 < words.Length; i++)
        {
            string word = words[i].ToLowerInvariant();
            if (Opening.Contains(word) && Date(words.AsSpan(i + 1), out DateOnly first, out _))
            {
                from ??= first;
            }
            else if (Closing.Contains(word) && Date(words.AsSpan(i + 1), out _, out DateOnly last))
            {
                until ??= last;
            }
        }

        return (from, until);
    }

    private static bool Date(ReadOnlySpan<string> words, out DateOnly first, out DateOnly last)
    {
        if (DateOnly.TryParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
        {
            last = first;
            return true;
        }

        int month = MonthOf(words[0]);
        if (month == 0 && words.Length > 2 && DayNumber(words[0]) is { } day && MonthOf(words[1]) is > 0 and var named && Year(words[2]) is { } year)
        {
            return Single(year, named, day, out first, out last);
        }

        if (month > 0 && words.Length > 2 && DayNumber(words[1]) is { } number && Year(words[2]) is { } after)
        {
            return Single(after, month, number, out first, out last);
        }

        if (month > 0 && words.Length > 1 && Year(words[1]) is { } of)
        {
            first = new DateOnly(of, month, 1);
            last = first.AddMonths(1).AddDays(-1);
            return true;
        }

        int? whole = Year(words[0]);
        first = new DateOnly(whole ?? 1, 1, 1);
        last = new DateOnly(whole ?? 1, 12, 31);
        return whole is not null;
    }

    private static bool Single(int year, int month, int day, out DateOnly first, out DateOnly last)
    {
        bool exists = day >= 1 && day <= DateTime.DaysInMonth(year, month);
        first = last = exists ? new DateOnly(year, month, day) : default;
        return exists;
    }

    // "February" and "Feb", never "Ma".
    private static int MonthOf(string word) =>
        word.Length < 3 ? 0 : 1 + Array.FindIndex(Months, month => month.StartsWith(word.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));

    private static int? DayNumber(string word) =>
        int.TryParse(word.TrimEnd('s', 't', 'n', 'd', 'r', 'h'), NumberStyles.None, CultureInfo.InvariantCulture, out int day) && day <= 31 ? day : null;

    private static int? Year(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year >= 1000 ? year : null;
}
