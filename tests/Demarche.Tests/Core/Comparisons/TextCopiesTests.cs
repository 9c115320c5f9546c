using Demarche.Core.Comparisons;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

public sealed class TextCopiesTests
{
    [Fact]
    public void Copies_are_found_whatever_case_and_punctuation_and_whichever_comes_first()
    {
        TextCopies copies = TextCopies.Among([("cut", Words(0, 90)), ("whole", Words(0, 150).ToUpperInvariant().Replace(" ", ", ", StringComparison.Ordinal)), ("else", Words(500, 150))]);
        Assert.True(copies.AreCopies("cut", "whole"));
        Assert.False(copies.AreCopies("cut", "else"));
    }

    [Fact]
    public void A_shared_quotation_makes_no_copy()
    {
        string quotation = Words(9000, 40);
        TextCopies copies = TextCopies.Among([("one", $"{Words(0, 100)} {quotation}"), ("two", $"{quotation} {Words(500, 100)}")]);
        Assert.False(copies.AreCopies("one", "two"));
    }

    [Fact]
    public void Articles_not_looked_at_count_each()
    {
        TextCopies copies = TextCopies.Among([("one", Words(0, 100)), ("two", Words(0, 100))]);
        Assert.Equal(2, copies.CountIndependent(["one", "two", "unknown"]));
    }

    [Fact]
    public void Short_texts_are_no_copies() =>
        Assert.False(TextCopies.Among([("one", "The same headline."), ("two", "The same headline.")]).AreCopies("one", "two"));

    private static string Words(int from, int count) =>
        string.Join(' ', Enumerable.Range(from, count).Select(i => $"Word{i}"));
}
