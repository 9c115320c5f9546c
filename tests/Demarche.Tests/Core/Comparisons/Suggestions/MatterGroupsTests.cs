using Demarche.Core.Comparisons.Suggestions;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Suggestions;

public class MatterGroupsTests
{
    [Fact]
    public void Matters_that_share_their_telling_words_are_one_group_named_by_what_is_written_most()
    {
        MatterGroup group = Assert.Single(Groups(
            (0, "a", "night levy", ["night", "levy"], "levy"),
            (1, "b", "night levy", ["night", "levy"], "levy"),
            (2, "c", "levy on trawlers at night", ["levy", "trawler", "night"], "levy")).Best(9));

        Assert.Equal("night levy", group.Label);
        Assert.Equal(["night levy", "levy on trawlers at night"], group.Phrases);
        Assert.Equal([0, 1, 2], group.Statements);
    }

    [Fact]
    public void What_one_article_alone_tells_is_no_group()
    {
        Assert.Empty(Groups((0, "a", "levy", ["levy"], "levy"), (1, "a", "levy", ["levy"], "levy")).Best(9));
    }

    [Fact]
    public void A_matter_that_is_wanted_stands_before_one_that_is_only_mentioned()
    {
        var groups = new MatterGroups(_ => 1);
        foreach (string article in (string[])["a", "b", "c"])
        {
            groups.Add(new Matter(0, "harvest", ["harvest"], "harvest", IsWanted: false), article);
        }

        groups.Add(new Matter(1, "quota", ["quota"], "quota", IsWanted: true), "a");
        groups.Add(new Matter(2, "quota", ["quota"], "quota", IsWanted: true), "b");

        Assert.Equal(["quota", "harvest"], groups.Best(9).Select(group => group.Label));
        Assert.Equal("quota", Assert.Single(groups.Best(1)).Label);
    }

    [Fact]
    public void Words_of_every_article_weigh_less_than_rare_ones()
    {
        var groups = new MatterGroups(concept => concept == "plan" ? 0.1 : 1);
        for (int statement = 0; statement < 4; statement++)
        {
            groups.Add(new Matter(statement, "plan", ["plan"], "plan", IsWanted: true), $"article {statement}");
        }

        groups.Add(new Matter(4, "dredging", ["dredg"], "dredg", IsWanted: true), "article 1");
        groups.Add(new Matter(5, "dredging", ["dredg"], "dredg", IsWanted: true), "article 2");

        Assert.Equal(["dredging", "plan"], groups.Best(9).Select(group => group.Label));
    }

    private static MatterGroups Groups(params (int Statement, string Article, string Phrase, string[] Concepts, string Head)[] matters)
    {
        var groups = new MatterGroups(_ => 1);
        foreach ((int statement, string article, string phrase, string[] concepts, string head) in matters)
        {
            groups.Add(new Matter(statement, phrase, concepts, head, IsWanted: true), article);
        }

        return groups;
    }
}
