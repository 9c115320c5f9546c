using System.Globalization;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Finds the day or the month in an article's address.</summary>
internal static class AddressDays
{
    /// <summary>Adds the day in the address: /2031/03/05/, /2031-03-05-, /20310305.</summary>
    public static void Add(List<DayMention> found, string? address)
    {
        if (PublicationDay.OfAddress(address) is { } day)
        {
            found.Add(new DayMention(new StatedTime(day, null, null), DateBasis.Url, ["address"]));
        }
    }

    /// <summary>The first day of the month in an address such as /2031/03/title; null when there is none.</summary>
    public static DateOnly? MonthOf(string? address)
    {
        ReadOnlySpan<char> rest = address;
        for (int slash = rest.IndexOf('/'); slash >= 0; slash = rest.IndexOf('/'))
        {
            rest = rest[(slash + 1)..];
            if (rest.Length >= 7 && rest[4] is '/' or '-'
                && int.TryParse(rest[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
                && int.TryParse(rest.Slice(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int month)
                && (rest.Length == 7 || !char.IsAsciiDigit(rest[7]))
                && CalendarDay.IsLikely(year, month, 1))
            {
                return new DateOnly(year, month, 1);
            }
        }

        return null;
    }
}
