using System.Globalization;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Metadata;
using Xunit;

namespace Demarche.Tests.Core.Reading.Metadata;

/// <summary>Days as pages of many countries write them.</summary>
public sealed class WrittenDaysTests
{
    [Theory]
    [InlineData("2031-03-05")]
    [InlineData("2031/3/5")]
    [InlineData("2031. 3. 5.")]
    [InlineData("2031年3月5日")]
    [InlineData("5.3.2031")]
    [InlineData("05.03.31")]
    [InlineData("05-03-2031")]
    [InlineData("05 | 03 | 2031")]
    [InlineData("5 March 2031")]
    [InlineData("5th of March, 2031")]
    [InlineData("March 5, 2031")]
    [InlineData("Mar. 5th 2031")]
    [InlineData("Mar 5 '31")]
    [InlineData("5. März 2031")]
    [InlineData("Mittwoch, 5.März 2031, 14:05 Uhr")]
    [InlineData("le 5 mars 2031")]
    [InlineData("5 de marzo de 2031")]
    [InlineData("5 de março, 2031")]
    [InlineData("5 marca 2031")]
    [InlineData("5 марта 2031")]
    [InlineData("5 Mart 2031")]
    [InlineData("5 maart 2031")]
    [InlineData("5 آذار / مارس 2031")]
    [InlineData("2031 March 5")]
    public void Finds_the_day_of_the_same_5_March(string text)
    {
        IReadOnlyList<WrittenDay> days = WrittenDays.Find("Skarrow, " + text + " – the talks");

        Assert.Equal(new DateOnly(2031, 3, 5), Assert.Single(days).Day);
    }

    [Theory]
    [InlineData("March 2031")]
    [InlineData("5 March")]
    [InlineData("31.2.2031")]
    [InlineData("version 10.4.20311")]
    [InlineData("1.5.3.2.1")]
    [InlineData("call 0800 555 2031")]
    [InlineData("between 1814 and 1815")]
    [InlineData("5 Marching 2031")]
    public void Finds_none_where_no_day_is_written(string text) => Assert.Empty(WrittenDays.Find(text));

    [Theory]
    [InlineData("3/5/2031", true, "2031-03-05")]
    [InlineData("3/5/2031", false, "2031-05-03")]
    [InlineData("13/5/2031", true, "2031-05-13")]
    [InlineData("5/13/2031", false, "2031-05-13")]
    public void Slashes_are_read_in_the_order_of_the_country(string text, bool monthFirst, string day) =>
        Assert.Equal(
            day, Assert.Single(WrittenDays.Find(text, monthFirst)).Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2031-03-05T23:30:00+02:00", "2031-03-05", "23:30", 120)]
    [InlineData("2031-03-05T23:30:00.000Z", "2031-03-05", "23:30", 0)]
    [InlineData("Wed, 05 Mar 2031 08:15:00 -0530", "2031-03-05", "08:15", -330)]
    [InlineData("1930435200", "2031-03-05", "00:00", 0)]
    [InlineData("1930435200000", "2031-03-05", "00:00", 0)]
    public void A_stated_time_keeps_day_clock_and_zone(string value, string day, string clock, int minutes)
    {
        StatedTime? time = StatedTime.Parse(value);

        Assert.Equal(day, time?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(clock, time?.Clock?.ToString("HH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(minutes, time?.Offset?.TotalMinutes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("9999999999999")]
    [InlineData("2031-13-45")]
    [InlineData("123456789012345678901234567890")]
    public void What_is_no_time_is_none(string value) => Assert.Null(StatedTime.Parse(value));

    [Fact]
    public void A_million_figures_are_read_in_no_time()
    {
        string text = string.Concat(Enumerable.Repeat("12 3.4 2031 de ", 100_000));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        WrittenDays.Find(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }
}
