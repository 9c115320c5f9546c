using Demarche.Core.Positions;
using Demarche.Nlp.Text;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Takes corrections in: finds the line meant, notes where it stands, and keeps what was said.</summary>
internal sealed class CorrectionDesk(SqliteConnection connection)
{
    /// <summary>Keeps <paramref name="correction"/>, made <paramref name="now"/>.</summary>
    /// <returns>The correction with its key, day and article.</returns>
    /// <exception cref="ArgumentException">It names no line of the ledger, or does not say what its kind needs.</exception>
    public Correction Take(Correction correction, DateTimeOffset now)
    {
        using var revisions = new RevisionRows(connection);
        StoredCorrection stored = correction.Kind switch
        {
            CorrectionKind.Merge or CorrectionKind.Split => new StoredCorrection(CheckMerge(correction), null),
            CorrectionKind.Undo => new StoredCorrection(CheckUndo(correction), null),
            CorrectionKind.Add => Added(correction, revisions),
            _ => OnLine(correction, revisions),
        };
        Correction made = stored.Correction with { At = now.ToUniversalTime() };
        made = made with
        {
            Key = ContentId.Of(
                "correction", made.Kind.ToColumn(), made.Target, made.ArticleKey, made.Author, made.At.ToColumn(),
                CorrectionRows.PayloadOf(made)),
        };
        CorrectionRows.Add(connection, stored with { Correction = made });
        return made;
    }

    private static Correction CheckMerge(Correction correction)
    {
        if (correction.Merge is not { From.Length: > 0, Into.Length: > 0 } merge || merge.From == merge.Into)
        {
            throw new ArgumentException("A merge or split names two different actors.", nameof(correction));
        }

        return correction with { Target = null, ArticleKey = null };
    }

    private Correction CheckUndo(Correction correction)
    {
        if (!CorrectionRows.All(connection).Any(stored => stored.Correction.Key == correction.Target))
        {
            throw new ArgumentException($"The ledger has no correction {correction.Target}.", nameof(correction));
        }

        return correction with { ArticleKey = null };
    }

    private static StoredCorrection Added(Correction correction, RevisionRows revisions)
    {
        if (correction is not { Added: { } position, ArticleKey: { } articleKey })
        {
            throw new ArgumentException("An added line needs its article and the position.", nameof(correction));
        }

        IReadOnlyList<long> rows = revisions.RevisionsOf(articleKey);
        if (rows.Count == 0)
        {
            throw new ArgumentException($"The ledger has no article {articleKey}.", nameof(correction));
        }

        StoredRevision revision = revisions.Get(rows[^1]);
        CodedArticleChecks.Check(position, revision.Article.Id, revision.Text.Length);
        return new StoredCorrection(
            correction with { Target = null },
            PositionAnchor(revision, position.Issue, position.Holder, position.Party, position.Evidence));
    }

    private StoredCorrection OnLine(Correction correction, RevisionRows revisions)
    {
        if (correction.Kind == CorrectionKind.Edit && correction.Edit is null)
        {
            throw new ArgumentException("An edit says what it changes.", nameof(correction));
        }

        string target = correction.Target ?? throw new ArgumentException("The correction names no line.", nameof(correction));
        bool isKept = correction.Kind is CorrectionKind.Accept or CorrectionKind.Edit;
        if (PositionOf(target, correction.ArticleKey, revisions) is { } position)
        {
            return new StoredCorrection(
                correction with { ArticleKey = position.Line.Article.Key, Seen = isKept ? new SeenLine(position.Line.Position, position.Line.ReporterParty) : null },
                position.Anchor);
        }

        (string Article, Anchor Anchor) found = AnchorOfAttribution(target, correction.ArticleKey, revisions)
            ?? AnchorOfEarlier(target)
            ?? throw new ArgumentException($"The ledger has no line {target}.", nameof(correction));
        return new StoredCorrection(correction with { ArticleKey = found.Article }, found.Anchor);
    }

    // The same text in two articles gives lines with the same keys: the article that is meant comes first.
    private (LedgerEntry Line, Anchor Anchor)? PositionOf(string target, string? article, RevisionRows revisions)
    {
        using var statement = new Statement(
            connection,
            """
            SELECT p.id, p.revision_id
            FROM position p JOIN revision r ON r.id = p.revision_id JOIN article a ON a.id = r.article_id
            WHERE p.key = $key ORDER BY a.key = $article DESC, r.is_current DESC LIMIT 1
            """,
            "key", "article");
        using SqliteDataReader row = statement.Query(target, article);
        using var positions = new PositionRows(connection, revisions);
        if (!row.Read() || positions.Find(row.GetInt64(0), []) is not { } line)
        {
            return null;
        }

        Position position = line.Position;
        return (line, PositionAnchor(revisions.Get(row.GetInt64(1)), position.Issue, position.Holder, position.Party, position.Evidence));
    }

    private static Anchor PositionAnchor(StoredRevision revision, string issue, string holder, string? party, TextSpan span)
    {
        Excerpt around = Excerpt.Around(revision.Text, span);
        return new Anchor(revision.Article.Digest, true, issue, holder, party, span, span.Of(revision.Text), around.Before, around.After);
    }

    private (string Article, Anchor Anchor)? AnchorOfAttribution(string target, string? article, RevisionRows revisions)
    {
        using var statement = new Statement(
            connection,
            """
            SELECT t.id FROM attribution t JOIN revision r ON r.id = t.revision_id JOIN article a ON a.id = r.article_id
            WHERE t.key = $key ORDER BY a.key = $article DESC, r.is_current DESC LIMIT 1
            """,
            "key", "article");
        if (statement.Scalar(target, article) is not long id)
        {
            return null;
        }

        using var attributions = new AttributionRows(connection, revisions);
        LedgerAttribution line = attributions.Get(id);
        return (
            line.Article.Key,
            new Anchor(
                line.Article.Digest, false, null, line.Attribution.Speaker, line.Attribution.SpeakerParty,
                line.Attribution.Content[0], line.Content, "", ""));
    }

    // A line that a person added, or one that stays on the record although the machine of today does not find it.
    private (string Article, Anchor Anchor)? AnchorOfEarlier(string target) =>
        CorrectionRows.All(connection).FirstOrDefault(stored =>
            (stored.Correction is { Added: not null } && stored.Correction.Key == target)
            || (stored.Correction is { Seen: not null } && stored.Correction.Target == target))
            is { Anchor: { } anchor, Correction.ArticleKey: { } article }
            ? (article, anchor)
            : null;
}
