using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading;

public sealed class StatedTimeTests
{
    [Theory]
    [InlineData("2031-03-05", "2031-03-05")]
    [InlineData("2031-03-05T08:30", "2031-03-05T08:30")]
    [InlineData("2031-03-05T08:30:15.123+05:45", "2031-03-05T08:30+05:45")]
    [InlineData("Tue, 06 May 2031 14:05:00 -0330", "2031-05-06T14:05-03:30")]
    [InlineData("Tue, 06 May 2031 14:05:00 EDT", "2031-05-06T14:05-04:00")]
    [InlineData("6 May 2031 at 12:05 am", "2031-05-06T00:05")]
    [InlineData("6 May 2031 12:05 PM (GMT+0100)", "2031-05-06T12:05+01:00")]
    [InlineData("20310506", "2031-05-06")]
    [InlineData("1930000000", "2031-02-27T23:06Z")]
    [InlineData("6 May 2031 27:99", "2031-05-06")]
    [InlineData("2031-03-05T08:30+14:45", "2031-03-05T08:30")]
    public void Is_read_as_stated_and_written_as_it_is_read(string stated, string written)
    {
        Assert.Equal(written, StatedTime.Parse(stated)?.ToString());
        Assert.Equal(StatedTime.Parse(stated), StatedTime.Parse(written));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("99999999")]
    public void Nothing_else_states_a_time(string? text) => Assert.Null(StatedTime.Parse(text));
}
