using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

public sealed class TextCopiesTests
{
    private static readonly TextCopies Copies = TextCopies.Of(
        [new CopyPair("d", "c", 0.9), new CopyPair("a", "b", 0.7), new CopyPair("b", "c", 0.6), new CopyPair("x", "y", 1)]);

    [Fact]
    public void Copies_of_copies_are_one_group()
    {
        Assert.Equal([["a", "b", "c", "d"], ["x", "y"]], Copies.Groups());
        Assert.True(Copies.AreCopies("d", "a"));
        Assert.False(Copies.AreCopies("a", "x"));
    }

    [Fact]
    public void Articles_without_copies_count_each() =>
        Assert.Equal(4, Copies.CountIndependent(["a", "d", "x", "alone", "other"]));
}
