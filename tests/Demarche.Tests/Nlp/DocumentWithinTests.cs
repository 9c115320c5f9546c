using Demarche.Nlp;
using Demarche.Nlp.Tokenizing;
using Demarche.Tests.Laws;
using FsCheck.Fluent;
using Xunit;

namespace Demarche.Tests.Nlp;

public sealed class DocumentWithinTests
{
    private static readonly string[] Words = ["Tal", "said", "“", "”", "\"", "'", ".", "\n", "the", "dam", "leaks", "\ud800"];

    [Fact]
    public void Offsets_stay_and_outermost_quotation_marks_count_as_absent()
    {
        const string Text = "Lind said: “The envoy called the toll ‘a bad joke’ on Monday.” She left.";
        Document whole = new Analyzer().Analyze(Text);
        TokenRange quoted = whole.TokensOf(whole.Quotations[0].Span);
        Document part = whole.Within(quoted);
        Assert.Equal(quoted.Length, part.TokenCount);
        Assert.Equal("The", part.Token(1).ToString());
        Assert.Equal(whole.Tokens[quoted.Start + 1], part.Tokens[1]);
        Quotation inner = Assert.Single(part.Quotations);
        Assert.Equal(0, inner.Depth);
        Assert.Equal("a bad joke", inner.Inner.Of(Text));
    }

    [Fact]
    public void Sentences_and_paragraphs_cover_every_token_of_any_part_once()
    {
        Law.Holds(Prop.ForAll(Gen.Elements(Words).ListOf().ToArbitrary(), Gen.Choose(0, 40).Two().ToArbitrary(), (words, ends) =>
        {
            Document whole = new Analyzer().Analyze(string.Join(' ', words));
            int start = Math.Min(Math.Min(ends.Item1, ends.Item2), whole.TokenCount);
            int end = Math.Min(Math.Max(ends.Item1, ends.Item2), whole.TokenCount);
            Document part = whole.Within(new TokenRange(start, end));
            return part.TokenCount == end - start && Covers(part.Sentences, part.TokenCount) && Covers(part.Paragraphs, part.TokenCount)
                && part.Quotations.All(q => q.Span.Start >= part.Tokens[0].Start && q.Span.End <= part.Tokens[^1].End);
        }), cases: 300);
    }

    private static bool Covers(ReadOnlySpan<TokenRange> ranges, int count)
    {
        int next = 0;
        foreach (TokenRange range in ranges)
        {
            if (range.Start != next || range.Length <= 0)
            {
                return false;
            }

            next = range.End;
        }

        return next == count;
    }
}
