using Demarche.Core.Attributions;
using Demarche.Core.Ledger.Sqlite;
using Demarche.Core.Positions;
using Demarche.Core.Reading;

namespace Demarche.Core.Ledger;

/// <summary>The lines of an article as a ledger would give them, without a ledger: for what is read and compared on the spot.</summary>
public static class CodedLines
{
    /// <summary>The positions of <paramref name="coded"/>, in its order, as lines of a first revision that no ledger keeps.</summary>
    public static IReadOnlyList<LedgerEntry> Of(CodedArticle coded)
    {
        ArgumentNullException.ThrowIfNull(coded);
        Article article = coded.Article;
        string digest = ContentId.DigestOf(article.Text);
        var revision = new StoredRevision(
            new LedgerArticle
            {
                Key = ContentId.OfArticle(article),
                Id = article.Id,
                Url = article.Url,
                Outlet = article.Outlet,
                Title = article.Title,
                Byline = article.Byline,
                Published = article.Published,
                PublishedBasis = article.PublishedBasis,
                Language = article.Language,
                Digest = digest,
                Revision = 1,
                IsCurrent = true,
                AddedAt = DateTimeOffset.UnixEpoch,
                Model = coded.Model,
            },
            article.Text);
        return
        [
            .. coded.Positions.Select(position => Entries.Of(position, revision) with
            {
                Key = ContentId.OfPosition(digest, position),
                ReporterParty = ReporterParty(coded, position),
            }),
        ];
    }

    /// <summary>Codebook id of the party that conveys <paramref name="position"/> speaks for, as the article's attributions tell it; null when unknown.</summary>
    internal static string? ReporterParty(CodedArticle coded, Position position)
    {
        if (position.ReportedBy is null)
        {
            return null;
        }

        foreach (Attribution attribution in coded.Attributions)
        {
            if (attribution.SpeakerParty is not null && attribution.Speaker == position.ReportedBy)
            {
                return attribution.SpeakerParty;
            }
        }

        return null;
    }
}
