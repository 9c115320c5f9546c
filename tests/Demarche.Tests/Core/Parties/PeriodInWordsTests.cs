using System.Globalization;
using Demarche.Core.Parties;
using Xunit;

namespace Demarche.Tests.Core.Parties;

public sealed class PeriodInWordsTests
{
    [Theory]
    [InlineData("Prime Minister from 27 February 2014", "2014-02-27", null)]
    [InlineData("President until 22 February 2014", null, "2014-02-22")]
    [InlineData("leader of the Lake party until February 2014", null, "2014-02-28")]
    [InlineData("envoy (since May 2021, to 2023-06-30)", "2021-05-01", "2023-06-30")]
    [InlineData("mayor from March 3, 2020 to 2022", "2020-03-03", "2022-12-31")]
    [InlineData("ambassador to the Northern Union", null, null)]
    [InlineData("minister until 31 February 2014", null, null)]
    [InlineData("until", null, null)]
    public void Reads_days_months_and_years(string words, string? from, string? until)
    {
        (DateOnly? first, DateOnly? last) = PeriodInWords.Read(words);
        Assert.Equal((Day(from), Day(until)), (first, last));
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
