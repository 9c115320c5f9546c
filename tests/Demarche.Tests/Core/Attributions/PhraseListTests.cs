using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Nlp;
using Xunit;

namespace Demarche.Tests.Core.Attributions;

/// <summary>Lists inside sentences, by the parts of speech of the shipped language model.</summary>
public sealed class PhraseListTests
{
    private static readonly Lazy<Analyzer> Analyzer = new(() => new Analyzer(ReadingModels.ReadLanguage(Path.Combine(Repository.Root!, "models", "en"), hasNetwork: false)));

    [Theory]
    [InlineData("The mayor called for a bridge, a new school and lower fares.", ", a new school and lower fares", true)]
    [InlineData("The mayor called for a bridge; a new school; and lower fares.", "; a new school; and lower fares", true)]
    [InlineData("The mayor agreed to build a bridge, to open a school and not to raise fares.", ", to open a school and not to raise fares", true)]
    [InlineData("The mayor promised lower fares, opening the bridge and a new school.", ", opening the bridge and a new school", false)]
    public void Reaches_from_the_first_comma_to_the_end_of_the_last_member(string text, string rest, bool isEven)
    {
        Document document = Analyzer.Value.Analyze(text);
        PhraseList list = Assert.Single(PhraseList.Find(document));
        Assert.Equal(rest, document.SpanOf(new TokenRange(list.Borders[0], list.End)).Of(text));
        Assert.Equal(isEven, list.IsEven);
    }

    [Theory]
    [InlineData("The mayor called for a bridge, the council said and left.")]
    [InlineData("The mayor rejected the bridge, left the hall and went home.")]
    [InlineData("The mayor praised the bridge, the longest in the country.")]
    [InlineData("The mayor came, and the council left.")]
    public void Clauses_and_asides_are_no_members(string text) => Assert.Empty(PhraseList.Find(Analyzer.Value.Analyze(text)));

    [Fact]
    public void Without_parts_of_speech_there_are_none() => Assert.Empty(PhraseList.Find(new Analyzer().Analyze("He wants a bridge, a school and a tram.")));

    [Fact]
    public void A_list_longer_than_a_person_writes_is_none()
    {
        string members = string.Concat(Enumerable.Repeat(", a bridge", 400));
        Assert.DoesNotContain(PhraseList.Find(Analyzer.Value.Analyze($"He wants a school{members} and a tram.")), list => list.Borders.Count > 13);
    }
}
