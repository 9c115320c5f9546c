using Demarche.Core.Parties;
using Xunit;

namespace Demarche.Tests.Core.Parties;

public sealed class CodebookReaderTests
{
    private const string Good = """
        dispute: dam
        title: The dam on the Lenne
        parties:
          - id: valdoria
            name: Valdoria
            names: [Valdoria, Halden]
            people:
              - {name: Anna Berg, role: Foreign Minister from May 2021, names: [Berg]}
              - {name: Jon Vik, role: President until 22 February 2014, from: 2013-01-02}
            bodies:
              - {name: Water Authority, names: [the Authority]}
          - id: kaland
            name: Kaland (government to 1 March 2020)
        issues:
          - id: filling
            label: The dam is filled
            terms: [fill the dam]
            inverse: [keep it empty]
            exclusive_with: [halt]
            pax: Water
          - id: halt
            label: Filling stops
            terms: [halt the filling]
            part_of: filling
        """;

    [Fact]
    public void A_good_codebook_is_read_whole()
    {
        CodebookReading reading = CodebookReader.Read(Good);
        Assert.Empty(reading.Problems);
        Codebook codebook = reading.Codebook!;
        Party valdoria = codebook.Parties[0];
        Assert.Equal(["Valdoria", "Halden"], valdoria.Names);
        Assert.Equal("Water Authority", valdoria.Bodies.Single().Name);
        Assert.Equal((new DateOnly(2021, 5, 1), null), (valdoria.People[0].From, valdoria.People[0].Until));
        Assert.Equal((new DateOnly(2013, 1, 2), new DateOnly(2014, 2, 22)), (valdoria.People[1].From, valdoria.People[1].Until));
        Assert.Equal(new DateOnly(2020, 3, 1), codebook.Parties[1].Until);
        Assert.Equal(["halt"], codebook.Issues[0].ExclusiveWith);
        Assert.Equal("filling", codebook.Issues[1].PartOf);
        Assert.Equal("Water", codebook.Issues[0].Pax);
    }

    [Theory]
    [InlineData("pax: Water", "paxx: Water", 20, "did you mean 'pax'?")]
    [InlineData("- id: kaland", "- id: valdoria", 12, "two parties")]
    [InlineData("- id: halt", "- id: filling", 21, "two issues")]
    [InlineData("- id: kaland", "- id: ka land", 12, "ka-land")]
    [InlineData("- id: kaland", "- name: x", 13, "same key")]
    [InlineData("    label: Filling stops\n", "", 21, "has no label")]
    [InlineData("    terms: [halt the filling]\n", "", 21, "has no terms")]
    [InlineData("    name: Kaland (government to 1 March 2020)\n", "", 12, "has no name")]
    [InlineData("inverse: [keep it empty]", "inverse: [Fill the dam]", 18, "both a term and an inverse")]
    [InlineData("terms: [halt the filling]", "terms: [fill the dam]", 23, "also a term of the issue 'filling'")]
    [InlineData("exclusive_with: [halt]", "exclusive_with: [hald]", 19, "did you mean 'halt'?")]
    [InlineData("part_of: filling", "part_of: halt", 24, "names the issue itself")]
    [InlineData("from: 2013-01-02", "from: 2 May", 9, "is not a day")]
    [InlineData("from: 2013-01-02", "from: 2015-01-02", 9, "before it begins")]
    [InlineData("name: Water Authority, names", "name: Water Authority, role: [a], names", 11, "must be a text, not a list")]
    [InlineData("[Valdoria, Halden]", "Valdoria", 6, "should be a list")]
    [InlineData("title: The dam on the Lenne", "title: The dam: again", 2, "quotation marks")]
    [InlineData("    name: Valdoria", "\tname: Valdoria", 5, "a tab")]
    [InlineData("[Valdoria, Halden]", "*names", 6, "references")]
    [InlineData("- id: kaland", "- id: kaland\n    people: [{name: Jon Vik}]", 13, "at the same time")]
    [InlineData("- id: kaland", "- id: kaland\n    names: [Halden]", 12, "stands under the parties")]
    public void Names_the_place_and_the_remedy(string written, string instead, int line, string message)
    {
        Assert.Contains(written, Good, StringComparison.Ordinal);
        CodebookReading reading = CodebookReader.Read(Good.Replace(written, instead, StringComparison.Ordinal));
        CodebookProblem problem = Assert.Single(reading.Problems, problem => problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(line, problem.Line);
        Assert.True(problem.Column > 0);
        Assert.Equal(reading.Codebook is null, reading.Problems.Any(other => other.Severity == ProblemSeverity.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("# only a remark")]
    [InlineData("just words")]
    [InlineData("- a list")]
    [InlineData("{")]
    [InlineData("dispute: \u0000")]
    [InlineData("dispute: x\nparties: 3\nissues: {a: b}")]
    public void What_is_no_codebook_gives_errors_and_no_exception(string yaml)
    {
        CodebookReading reading = CodebookReader.Read(yaml);
        Assert.Null(reading.Codebook);
        Assert.Contains(reading.Problems, problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Deep_nesting_and_huge_texts_are_refused()
    {
        Assert.Null(CodebookReader.Read(new string('[', 100_000)).Codebook);
        Assert.Null(CodebookReader.Read(new string('x', CodebookReader.LargestFile + 1)).Codebook);
    }
}
