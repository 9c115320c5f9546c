using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading;

public sealed class FurnitureFinderTests
{
    [Theory]
    [InlineData("Advertisement", "advertisement")]
    [InlineData("READ MORE: The ferry that never came", "related link")]
    [InlineData("Follow Ann Lee on Twitter @annlee.", "follow line")]
    [InlineData("Sign up for our newsletter", "newsletter")]
    [InlineData("© 2031 Ostmark Post. All rights reserved.", "copyright")]
    [InlineData("By Ann Lee and Bo Ek", "byline")]
    [InlineData("(Reporting by Ann Lee; Editing by Bo Ek)", "byline")]
    [InlineData("Lee reported from Port Town.", "byline")]
    [InlineData("Dockers at the gate on Monday. (Ann Lee/Getty Images)", "photo credit")]
    [InlineData("5:07 p.m.", "time stamp")]
    [InlineData("Published 6 May 2031 14:05 GMT", "time stamp")]
    [InlineData("Ann Lee is the author of The Long Strike.", "byline")]
    [InlineData("Bo Ek is a member of this newspaper's Board of Contributors.", "author note")]
    [InlineData("Because of an editing error, the name of the mill was wrong yesterday.", "editorial note")]
    [InlineData("Leave a comment", "comment prompt")]
    [InlineData("* * *", "divider")]
    public void Knows_furniture_by_its_line(string line, string reason)
    {
        string text = $"Headline\n{line}\nThe union said that it would strike.\nIt did.\n";

        Furniture furniture = Assert.Single(FurnitureFinder.Find(text));

        Assert.Equal(line, furniture.Span.Of(text));
        Assert.Equal(reason, furniture.Reason);
    }

    [Theory]
    [InlineData("By Monday the union had agreed to talk.")]
    [InlineData("The minister, who is the author of the plan, said it would work.")]
    [InlineData("Follow the money, the prosecutor told the court.")]
    [InlineData("Also on Thursday, the minister rejected the offer.")]
    [InlineData("Explosions were reported from Port Town.")]
    [InlineData("“We need your support. Please donate to the strike fund, readers,” the leader wrote in the union's journal.")]
    [InlineData("The union asked members to support journalists, and said their help was welcome.")]
    [InlineData("For more than ten years the two sides have met here.")]
    [InlineData("The minister told Reuters that the offer stands.")]
    [InlineData("\"Our work is not done and we need your help,\" the president told voters.")]
    [InlineData("At 5:07 p.m. the gates were shut.")]
    [InlineData("x < y and y > z, the engineer wrote.")]
    public void Never_marks_news(string line) =>
        Assert.Empty(FurnitureFinder.Find($"Headline\nThe union said that it would strike.\n{line}\nIt did.\n{line}"));

    [Fact]
    public void An_appeal_is_marked_from_its_heading_to_its_last_button()
    {
        const string news = "The union said that it would strike.\nThe owners refused to comment.\n";
        const string appeal = """
            A note from the Post:
            Dear readers,
            We have been told to stop, and our printers have been fined.
            Our newsroom depends on people like you. Please support us with three crowns a month.
            Thank you for reading.
            Your gift keeps our journalism free.
            Yes
            Not now?
            Remind me later
            """;
        string text = news + appeal;

        Furniture furniture = Assert.Single(FurnitureFinder.Find(text), found => found.Reason == "appeal");

        Assert.Equal(news.Length, furniture.Span.Start);
        Assert.Contains("journalism free.", furniture.Span.Of(text), StringComparison.Ordinal);
    }

    [Fact]
    public void An_appeal_in_the_third_person_at_the_end_is_one_too()
    {
        const string appeal = "The Post lives from its readers. If this was of use to you, please support it at post.example/support.";
        string text = "The union said that it would strike.\nThe owners refused to comment.\nTalks go on.\n" + appeal;

        Assert.Equal(appeal, Assert.Single(FurnitureFinder.Find(text)).Span.Of(text));
    }

    [Fact]
    public void Tags_left_in_a_line_are_marked_alone()
    {
        const string text = "The union wrote: <tweet id=\"1\">We stay out</tweet> and left it at that.";

        Assert.Equal(["<tweet id=\"1\">", "</tweet>"], FurnitureFinder.Find(text).Select(found => found.Span.Of(text)));
    }
}
