using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Wording;
using Xunit;

namespace Demarche.Tests.Core.Positions.Clauses;

public sealed class SaidClausesTests
{
    [Fact]
    public void What_was_taken_for_the_object_of_saying_is_the_subject_of_what_is_said()
    {
        (int[] heads, string[] relations) = Mended("Voss said tolls hurt pilots", [1, -1, 1, 2, 3], ["nsubj", "root", "obj", "acl", "obj"]);
        Assert.Equal([1, -1, 3, 1, 3], heads);
        Assert.Equal(["nsubj", "root", "nsubj", "ccomp", "obj"], relations);
    }

    [Fact]
    public void So_too_where_the_verb_hangs_on_saying_itself()
    {
        (int[] heads, string[] relations) = Mended("Voss said tolls hurt pilots", [1, -1, 1, 1, 3], ["nsubj", "root", "obj", "ccomp", "obj"]);
        Assert.Equal([1, -1, 3, 1, 3], heads);
        Assert.Equal("nsubj", relations[2]);
    }

    [Fact]
    public void What_is_done_to_it_makes_it_the_subject_of_a_passive()
    {
        (_, string[] relations) = Mended("Voss said tolls be lifted", [1, -1, 1, 4, 2], ["nsubj", "root", "obj", "aux:pass", "acl"]);
        Assert.Equal("nsubj:pass", relations[2]);
    }

    [Theory]
    [InlineData("Voss raised tolls hurting pilots", "acl", "obj")]
    [InlineData("Voss said words pilots love", "acl", "nsubj")]
    public void Another_verb_and_a_clause_with_a_subject_of_its_own_stay(string words, string third, string last)
    {
        int[] heads = [1, -1, 1, 2, 3];
        string[] relations = ["nsubj", "root", "obj", third, last];
        if (last == "nsubj")
        {
            (heads[3], relations[3], heads[4], relations[4]) = (4, "nsubj", 2, "acl");
        }

        (int[] after, string[] same) = Mended(words, heads, relations);
        Assert.Equal(heads, after);
        Assert.Equal(relations, same);
    }

    [Fact]
    public void A_text_without_trees_stays_empty() => SaidClauses.Mend(new WordText("", new WordKeys()), [], []);

    [Fact]
    public void A_verb_without_a_head_is_left_alone()
    {
        (int[] heads, _) = Mended("tolls hurt", [1, -1], ["obj", "ccomp"]);
        Assert.Equal([1, -1], heads);
    }

    private static (int[] Heads, string[] Relations) Mended(string words, int[] heads, string[] relations)
    {
        (int[] own, string[] names) = ([.. heads], [.. relations]);
        SaidClauses.Mend(new WordText(words, new WordKeys()), own, names);
        return (own, names);
    }
}
