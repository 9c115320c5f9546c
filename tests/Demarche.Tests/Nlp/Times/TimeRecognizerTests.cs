using Demarche.Nlp;
using Xunit;

namespace Demarche.Tests.Nlp.Times;

/// <summary>Published on Tuesday, 21 October 2025. Expected: each expression as <c>text=value</c>.</summary>
public sealed class TimeRecognizerTests
{
    private static readonly DateOnly Published = new(2025, 10, 21);

    [Theory]
    [InlineData("They met on Oct. 20, 2025.", "Oct. 20, 2025=2025-10-20")]
    [InlineData("They met on 21 October 2025.", "21 October 2025=2025-10-21")]
    [InlineData("They met on the 3rd of May, 2024.", "the 3rd of May, 2024=2024-05-03")]
    [InlineData("Signed 2025-10-21, sent 10/3/2025.", "2025-10-21=2025-10-21", "10/3/2025=2025-10-03")]
    [InlineData("In July 1997 and in 1949.", "July 1997=1997-07", "1949=1949")]
    [InlineData("in the fall of 2022", "the fall of 2022=2022-FA")]
    [InlineData("the late 1970s and the 19th century", "the late 1970s=197", "the 19th century=18")]
    [InlineData("the third quarter of 2024", "the third quarter of 2024=2024-Q3")]
    public void Reads_full_dates(string text, params string[] expected) => AssertTimes(text, Published, expected);

    [Theory]
    [InlineData("She said so Monday.", "Monday=2025-10-20")]
    [InlineData("She said so on Tuesday.", "Tuesday=2025-10-21")]
    [InlineData("They will meet on Monday.", "Monday=2025-10-27")]
    [InlineData("They agreed last Tuesday to meet next Friday.", "last Tuesday=2025-10-14", "next Friday=2025-10-24")]
    [InlineData("It was signed on June 2.", "June 2=2025-06-02")]
    [InlineData("It was signed in December.", "December=2024-12")]
    [InlineData("It will be signed in December.", "December=2025-12")]
    [InlineData("on Thursday, Oct. 16", "Thursday, Oct. 16=2025-10-16")]
    [InlineData("The talks were extended to Nov. 16.", "Nov. 16=2025-11-16")]
    [InlineData("She said the harbour opens in December.", "December=2025-12")]
    [InlineData("Few boats sailed in the year ended March 31.", "the year=P1Y", "March 31=2025-03-31")]
    [InlineData("In December, the council opened the harbour.", "December=2024-12")]
    [InlineData("In December, the council will open the harbour.", "December=2025-12")]
    [InlineData("They could sail as early as Friday.", "Friday=2025-10-24")]
    [InlineData("It was not until Friday that they sailed.", "Friday=2025-10-17")]
    [InlineData("on 28 and 29 November", "28=2025-11-28", "29 November=2025-11-29")]
    [InlineData("the winter of nineteen ninety-four and July nineteen ninety-seven", "the winter of nineteen ninety-four=1994-WI", "July nineteen ninety-seven=1997-07")]
    public void Finishes_dates_from_the_day_of_publication(string text, params string[] expected) => AssertTimes(text, Published, expected);

    [Theory]
    [InlineData("yesterday, today and tomorrow morning", "yesterday=2025-10-20", "today=2025-10-21", "tomorrow morning=2025-10-22TMO")]
    [InlineData("last week, this month and next year", "last week=2025-W42", "this month=2025-10", "next year=2026")]
    [InlineData("earlier this month", "earlier this month=2025-10")]
    [InlineData("two weeks ago, a year ago and years ago", "two weeks ago=2025-10-07", "a year ago=2024", "years ago=PAST_REF")]
    [InlineData("Sales fell in the third quarter; a year earlier", "the third quarter=2025-Q3", "a year earlier=2024-Q3")]
    [InlineData("on Oct. 3, 2024, and the following day; that year", "Oct. 3, 2024=2024-10-03", "the following day=2024-10-04", "that year=2024")]
    [InlineData("over the weekend", "the weekend=2025-W42-WE")]
    [InlineData("now, recently, soon", "now=PRESENT_REF", "recently=PAST_REF", "soon=FUTURE_REF")]
    public void Counts_from_the_day_of_publication(string text, params string[] expected) => AssertTimes(text, Published, expected);

    [Theory]
    [InlineData("a truce of 30 days", "30 days=P30D")]
    [InlineData("a 30-day truce after two years", "30-day=P30D", "two years=P2Y")]
    [InlineData("for decades, for several months", "decades=PXY", "several months=PXM")]
    [InlineData("the 30-day truce", "30-day=P30D")]
    [InlineData("over the next two weeks", "the next two weeks=P2W")]
    [InlineData("at least 72 hours", "at least 72 hours=PT72H")]
    [InlineData("every year, daily, twice a week, each July", "every year=P1Y", "daily=P1D", "a week=P1W", "each July=XXXX-07")]
    public void Reads_durations_and_what_recurs(string text, params string[] expected) => AssertTimes(text, Published, expected);

    [Theory]
    [InlineData("at 10:35 a.m. on Monday", "10:35 a.m. on Monday=2025-10-20T10:35")]
    [InlineData("by noon", "noon=2025-10-21T12:00")]
    [InlineData("until 5 p.m. EST, Nov. 6", "5 p.m. EST, Nov. 6=2025-11-06T17:00")]
    [InlineData("at 18:30", "18:30=2025-10-21T18:30")]
    public void Reads_times_of_day(string text, params string[] expected) => AssertTimes(text, Published, expected);

    [Theory]
    [InlineData("She said so on Monday.", "Monday=XXXX-WXX-1")]
    [InlineData("on June 2 last year", "June 2=XXXX-06-02", "last year=XXXX")]
    [InlineData("yesterday, last week", "yesterday=XXXX-XX-XX", "last week=XXXX-WXX")]
    public void Leaves_open_what_hangs_on_an_unknown_day(string text, params string[] expected) => AssertTimes(text, null, expected);

    [Theory]
    [InlineData("He may march to the fall of the wall, a second time.")]
    [InlineData("They met early\nThe end\nat")]
    [InlineData("The six-year-old boy, 52 years old, has $1990 and 2000 people.")]
    public void Leaves_other_words_alone(string text) => AssertTimes(text, Published);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Stays_inside_the_calendar(string published) => AssertCounts(
        "20 centuries ago, last year, next year, tomorrow, 900000 days ago, next week, Easter, the quarter, last May, on June 2, Monday",
        DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static void AssertCounts(string text, DateOnly published) =>
        Assert.Equal(11, new Analyzer().Analyze(text, published).Times.Count);

    private static void AssertTimes(string text, DateOnly? published, params string[] expected) =>
        Assert.Equal(expected, new Analyzer().Analyze(text, published).Times.Select(time => $"{time.Span.Of(text)}={time.Value}"));
}
