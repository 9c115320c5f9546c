using Demarche.Core.Attributions;
using Demarche.Core.Comparisons.Utterances;

namespace Demarche.Core.Comparisons.Coverage;

/// <summary>How much room an outlet gives to a party's words.</summary>
/// <param name="Outlet">The outlet.</param>
/// <param name="Party">Codebook id of the party; null for speakers of none.</param>
/// <param name="Statements">Number of statements.</param>
/// <param name="OwnWords">Characters of them between quotation marks.</param>
/// <param name="Reported">Characters of them in the outlet's words.</param>
/// <param name="ToldByOthers">Statements that a voice of another party puts into its mouth; counted in none of the other figures.</param>
public sealed record SpeechShare(string Outlet, string? Party, int Statements, int OwnWords, int Reported, int ToldByOthers)
{
    /// <summary>The shares in <paramref name="articles"/>, by outlet and party, those without a party last.</summary>
    public static IReadOnlyList<SpeechShare> Of(IEnumerable<ComparedArticle> articles) =>
    [
        .. articles.GroupBy(StoryCoverage.OutletOf, StringComparer.Ordinal).OrderBy(outlet => outlet.Key, StringComparer.Ordinal)
            .SelectMany(outlet => outlet.SelectMany(StatementsOf).GroupBy(statement => statement.Attribution.SpeakerParty, StringComparer.Ordinal)
                .OrderBy(party => party.Key is null).ThenBy(party => party.Key, StringComparer.Ordinal)
                .Select(party => Sum(outlet.Key, party.Key, [.. party]))),
    ];

    private static IEnumerable<Statement> StatementsOf(ComparedArticle article)
    {
        Dictionary<string, Attribution> byId = article.Attributions.DistinctBy(attribution => attribution.Id, StringComparer.Ordinal)
            .ToDictionary(attribution => attribution.Id, StringComparer.Ordinal);
        foreach (Attribution attribution in article.Attributions.Where(attribution => attribution.Type == AttributionType.Statement))
        {
            Attribution? teller = attribution.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null;
            int length = attribution.Content.Sum(span => span.Length);
            int quoted = attribution.Kind == AttributionKind.Direct ? length
                : attribution.Content.Sum(span => QuotedParts.In(article.Text, span).Sum(part => part.Length));
            bool isTold = teller is not null && teller.SpeakerParty != attribution.SpeakerParty;
            yield return new Statement(attribution, Math.Min(quoted, length), length - Math.Min(quoted, length), isTold);
        }
    }

    private static SpeechShare Sum(string outlet, string? party, Statement[] statements)
    {
        Statement[] own = [.. statements.Where(statement => !statement.IsTold)];
        return new SpeechShare(
            outlet,
            party,
            own.Length,
            own.Sum(statement => statement.Quoted),
            own.Sum(statement => statement.Reported),
            statements.Length - own.Length);
    }

    private readonly record struct Statement(Attribution Attribution, int Quoted, int Reported, bool IsTold);
}
