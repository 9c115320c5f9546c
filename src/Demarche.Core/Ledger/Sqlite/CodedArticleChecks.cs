using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Demarche.Nlp.Text;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Refuses what must not reach the ledger: a line that cannot show its characters.</summary>
internal static class CodedArticleChecks
{
    /// <summary>Throws when a line of <paramref name="coded"/> points outside its text or has no evidence.</summary>
    /// <exception cref="ArgumentException">Names the article and the line.</exception>
    public static void Check(CodedArticle coded)
    {
        string id = coded.Article.Id;
        if (coded.Error is not null)
        {
            throw new ArgumentException($"{id}: an article that failed is not kept: {coded.Error}", nameof(coded));
        }

        int length = coded.Article.Text.Length;
        Require(coded.Article.Furniture.All(f => SpanText.IsInside(f.Span, length)), id, "a stretch of furniture");
        Require(coded.Times.All(t => SpanText.IsInside(t.Span, length)), id, "a time expression");
        foreach (Attribution attribution in coded.Attributions)
        {
            Check(attribution, id, length);
        }

        foreach (Position position in coded.Positions)
        {
            Check(position, id, length);
        }
    }

    /// <summary>Throws when <paramref name="position"/> points outside a text of <paramref name="length"/> code units.</summary>
    public static void Check(Position position, string article, int length)
    {
        Require(!position.Evidence.IsEmpty && SpanText.IsInside(position.Evidence, length), article, position.Id);
        Require(
            position.Condition is not { } condition || (!condition.IsEmpty && SpanText.IsInside(condition, length)),
            article,
            position.Id);
        Require(position.Quantities.All(q => SpanText.IsInside(q.Span, length)), article, position.Id);
        if (position.Strength is < 1 or > 4)
        {
            throw new ArgumentException($"{article}: {position.Id} has strength {position.Strength}; it is 1 to 4.");
        }
    }

    private static void Check(Attribution attribution, string article, int length)
    {
        Require(attribution.Content.Count > 0, article, attribution.Id);
        foreach (TextSpan span in attribution.Source.Concat(attribution.Cue).Concat(attribution.Content))
        {
            Require(SpanText.IsInside(span, length), article, attribution.Id);
        }
    }

    private static void Require(bool holds, string article, string line)
    {
        if (!holds)
        {
            throw new ArgumentException($"{article}: {line} does not point at characters of the text.");
        }
    }
}
