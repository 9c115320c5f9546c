using System.Text;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Sources;
using Xunit;

namespace Demarche.Tests.Core.Reading.Sources;

public sealed class TableTests
{
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Rows_become_articles_by_their_columns_names(string separator)
    {
        string table = string.Join(separator, "\uFEFFHeadline", "Date", "Source", "Body", "Rating") + "\r\n"
            + string.Join(separator, "\"Toll, \"\"raised\"\"; again\"", "2031-05-06", "Courier", "\"First line.\r\nSecond\tline.\"", "7") + "\r\n\r\n"
            + string.Join(separator, "Ferries rest", "6 May 2031", "Herald", "They rest.", "") + "\r\n";
        ReadResult[] read = Inputs.Read("export.csv", table);

        Assert.Equal([null, null], read.Select(each => each.Problem));
        Assert.Equal(("Toll, \"raised\"; again", "Courier", "First line.\nSecond\tline."), (read[0].Article.Title, read[0].Article.Outlet, read[0].Article.Text));
        Assert.Equal([new DateOnly(2031, 5, 6), new DateOnly(2031, 5, 6)], read.Select(each => each.Article.Published!.Value));
        Assert.Equal("\"7\"", read[0].Article.Extra["Rating"]);
    }

    [Fact]
    public void The_users_columns_go_first_and_a_table_without_any_says_how_to_name_them()
    {
        FieldMap.TryParse("text=Story", out FieldMap? map);
        const string table = "Slug,Story\na,The ferries rest.\n";
        Assert.Equal("The ferries rest.", Assert.Single(Inputs.Read("t.csv", table, new SourceOptions { Fields = map })).Article.Text);
        Assert.Contains("--map text=COLUMN", Assert.Single(Inputs.Read("t.csv", table)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_addresses_become_links()
    {
        RawArticle cloud = Assert.Single(Inputs.Raw(
            "mc.csv", "id,indexed_date,language,media_name,media_url,publish_date,title,url\n7,2031-06-01,en,Courier,courier.example,2031-05-06,Toll,https://courier.example/7\n"u8.ToArray()));
        Assert.Equal((RawKind.Link, "https://courier.example/7", "Courier", new DateOnly(2031, 5, 6)), (cloud.Kind, cloud.Address, cloud.Outlet, cloud.Given!.Published!.Value));

        RawArticle gdelt = Assert.Single(Inputs.Raw("g.csv", "URL,MobileURL,Date,Title\nhttps://courier.example/8,,2031-05-06 10:00:00,Toll\n"u8.ToArray()));
        Assert.Equal((RawKind.Link, "https://courier.example/8", null), (gdelt.Kind, gdelt.Address, gdelt.Given!.Published));
    }

    [Theory]
    [InlineData("\"never closed,x")]
    [InlineData("a,b,c,d,e")]
    public void A_broken_row_costs_itself(string broken)
    {
        ReadResult[] read = Inputs.Read("t.csv", $"title,text\none,First.\n{broken}\ntwo,Second.\n");
        Assert.Equal(["First.", "Second."], read.Where(each => each.Problem is null).Select(each => each.Article.Text));
        Assert.Single(read, each => each.Problem is not null);
    }

    [Fact]
    public void A_table_on_standard_input_is_known_by_its_header_and_prose_is_not_one()
    {
        Assert.Equal(RawKind.Record, First("title,text,date\na,b,c\n"));
        Assert.Equal(RawKind.Text, First("The title, said the text, is of no date.\nNothing else."));

        static RawKind First(string content) => ArticleFiles.Read([], () => new MemoryStream(Encoding.UTF8.GetBytes(content))).First().Kind;
    }
}
