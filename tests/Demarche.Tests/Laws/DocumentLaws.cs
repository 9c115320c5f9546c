using System.Globalization;
using System.Text;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Demarche.Nlp.Tokenizing;
using FsCheck.Fluent;
using Xunit;

namespace Demarche.Tests.Laws;

/// <summary>What holds for the analysis of any text whatever.</summary>
public sealed class DocumentLaws
{
    private static readonly Analyzer Analyzer = new();

    private static void Holds(Action<Document> law)
    {
        void Check(string? text) => law(Analyzer.Analyze(text ?? "", new DateOnly(2025, 10, 21)));
        Law.Holds(Prop.ForAll(RandomText.OfNews, Check), cases: 1000);
        Law.Holds(Prop.ForAll<string>(Check));
    }

    [Fact]
    public void Text_is_rebuilt_from_tokens_and_the_invisible_between_them() => Holds(document =>
    {
        var rebuilt = new StringBuilder();
        foreach (TextSpan token in document.Tokens)
        {
            Assert.True(token.Length > 0);
            rebuilt.Append(Gap(document.Text, rebuilt.Length, token.Start)).Append(token.SliceOf(document.Text));
        }

        rebuilt.Append(Gap(document.Text, rebuilt.Length, document.Text.Length));
        Assert.Equal(document.Text, rebuilt.ToString());
    });

    [Fact]
    public void No_surrogate_pair_is_cut() => Holds(document =>
    {
        foreach (TextSpan token in document.Tokens)
        {
            Assert.False(IsInsidePair(document.Text, token.Start) || IsInsidePair(document.Text, token.End));
        }
    });

    [Fact]
    public void Sentences_and_paragraphs_cover_every_token_once() => Holds(document =>
    {
        AssertCovers(document.TokenCount, document.Sentences);
        AssertCovers(document.TokenCount, document.Paragraphs);
        foreach (TokenRange sentence in document.Sentences)
        {
            Assert.Equal(document.ParagraphOf(sentence.Start), document.ParagraphOf(sentence.End - 1));
            Assert.DoesNotContain('\n', document.SpanOf(sentence).Of(document.Text));
        }
    });

    [Fact]
    public void Quotations_nest() => Holds(document =>
    {
        var holding = new Stack<Quotation>();
        foreach (Quotation quotation in document.Quotations)
        {
            while (holding.Count > 0 && holding.Peek().Span.End <= quotation.Span.Start)
            {
                holding.Pop();
            }

            Assert.Equal(holding.Count, quotation.Depth);
            Assert.True(holding.Count == 0 || holding.Peek().Inner.Contains(quotation.Span));
            Assert.True(quotation.Span.Contains(quotation.Inner) && !quotation.Inner.IsEmpty);
            Assert.DoesNotContain('\n', quotation.Span.Of(document.Text));
            holding.Push(quotation);
        }
    });

    [Fact]
    public void Times_stand_in_order_on_whole_tokens() => Holds(document =>
    {
        int last = 0;
        foreach (TextSpan span in document.Times.Select(static time => time.Span))
        {
            Assert.True(span.Start >= last && span.End <= document.Text.Length);
            Assert.Equal(span, document.SpanOf(document.TokensOf(span)));
            last = span.End;
        }
    });

    private static string Gap(string text, int start, int end)
    {
        string gap = text[start..end];
        Assert.All(gap, static c => Assert.True(char.IsWhiteSpace(c)
            || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format));
        return gap;
    }

    private static bool IsInsidePair(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static void AssertCovers(int tokens, ReadOnlySpan<TokenRange> ranges)
    {
        int next = 0;
        foreach (TokenRange range in ranges)
        {
            Assert.Equal(next, range.Start);
            Assert.True(range.Length > 0);
            next = range.End;
        }

        Assert.Equal(tokens, next);
    }
}
