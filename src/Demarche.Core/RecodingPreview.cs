using System.Runtime.CompilerServices;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Demarche.Core.Reading;

namespace Demarche.Core;

/// <summary>What another codebook or model would make of a ledger's articles, before anything is saved.</summary>
public static class RecodingPreview
{
    /// <summary>Reads every article of <paramref name="ledger"/> with <paramref name="pipeline"/> and tells those whose lines would change, in the ledger's order. Writes nothing.</summary>
    /// <param name="ledger">The ledger; its articles are read one by one while the walk goes on.</param>
    /// <param name="pipeline">Of the other codebook or model.</param>
    /// <param name="threads">How many articles are coded at once, 1 or more.</param>
    /// <param name="read">Told the number of articles read so far, after each; null = nobody asks.</param>
    /// <param name="cancellation">Stops between two articles.</param>
    public static async IAsyncEnumerable<ArticleDifference> DifferencesAsync(
        SqliteLedger ledger, ArticlePipeline pipeline, int threads, IProgress<int>? read = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(pipeline);
        var coder = new InputCoder(pipeline);
        int done = 0;
        IEnumerable<LedgerArticle> articles = [.. ledger.Articles()];
        await foreach (ArticleDifference difference in OrderedWork.MapAsync(articles, article => Of(ledger, article, coder), threads, cancellation))
        {
            read?.Report(++done);
            if (difference.Problem is not null || difference.Lines.Count > 0)
            {
                yield return difference;
            }
        }
    }

    /// <summary>What lies between two codings of one text: lines that come, go, or read otherwise, in place order.</summary>
    /// <param name="before">The lines on record.</param>
    /// <param name="after">Those of the other coding.</param>
    public static IReadOnlyList<LineDifference> Between(IReadOnlyList<LedgerEntry> before, IReadOnlyList<LedgerEntry> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var differences = new List<LineDifference>();
        List<LedgerEntry> open = [.. after];
        var gone = new List<LedgerEntry>();
        // The same line first, then the same party's at the same place, so that a line that only got another issue does not steal one that stayed.
        foreach (LedgerEntry line in before)
        {
            if (Take(open, other => other.Key == line.Key) is not { } same)
            {
                gone.Add(line);
            }
            else if (FieldsBetween(line, same) is { Count: > 0 } fields)
            {
                differences.Add(new LineDifference(line, same, fields));
            }
        }

        foreach (LedgerEntry line in gone)
        {
            bool IsThere(LedgerEntry other) => other.Position.Evidence.Overlaps(line.Position.Evidence) && other.Position.Party == line.Position.Party;
            LedgerEntry? now = Take(open, other => IsThere(other) && other.Position.Issue == line.Position.Issue) ?? Take(open, IsThere);
            differences.Add(new LineDifference(line, now, now is null ? [] : FieldsBetween(line, now)));
        }

        differences.AddRange(open.Select(line => new LineDifference(null, line, [])));
        return
        [
            .. differences.OrderBy(difference => (difference.Before ?? difference.After)!.Position.Evidence)
                .ThenBy(difference => (difference.Before ?? difference.After)!.Key, StringComparer.Ordinal),
        ];
    }

    private static ArticleDifference Of(SqliteLedger ledger, LedgerArticle article, InputCoder coder)
    {
        CodedArticle known = ledger.ReadArticle(article.Key)!;
        CodedArticle coded = coder.Code(known.Article).Coded;
        if (coded.Error is { } problem)
        {
            return new ArticleDifference(article, [], problem);
        }

        // What people decided stands beside the machine's line that goes or changes: the decision stays.
        Dictionary<string, LineState> states = ledger.Positions(new LedgerQuery { ArticleKey = article.Key, IncludeRejected = true })
            .DistinctBy(line => line.Key).ToDictionary(line => line.Key, line => line.State, StringComparer.Ordinal);
        return new ArticleDifference(
            article,
            Between([.. CodedLines.Of(known).Select(line => line with { State = states.GetValueOrDefault(line.Key) })], CodedLines.Of(coded)),
            null);
    }

    private static LedgerEntry? Take(List<LedgerEntry> lines, Predicate<LedgerEntry> wanted)
    {
        int at = lines.FindIndex(wanted);
        if (at < 0)
        {
            return null;
        }

        LedgerEntry found = lines[at];
        lines.RemoveAt(at);
        return found;
    }

    private static List<string> FieldsBetween(LedgerEntry before, LedgerEntry after)
    {
        Position was = before.Position;
        Position now = after.Position;
        (string Name, bool IsSame)[] fields =
        [
            ("party", was.Party == now.Party),
            ("issue", was.Issue == now.Issue),
            ("holder", was.Holder == now.Holder),
            ("stance", was.Stance == now.Stance && was.Direction == now.Direction),
            ("strength", was.Strength == now.Strength),
            ("act", was.Act == now.Act),
            ("condition", before.Condition == after.Condition && was.ConditionIssues.SequenceEqual(now.ConditionIssues, StringComparer.Ordinal)),
            ("addressee", was.Addressee == now.Addressee),
            ("reported by", was.ReportedBy == now.ReportedBy),
            ("date", was.Date == now.Date),
            ("kind", Words.KindOf(was) == Words.KindOf(now)),
            ("evidence", was.Evidence == now.Evidence),
        ];
        return [.. fields.Where(field => !field.IsSame).Select(field => field.Name)];
    }
}

/// <summary>What another coding would change in one article.</summary>
/// <param name="Article">The article.</param>
/// <param name="Lines">Its lines that would come, go, or read otherwise, in place order.</param>
/// <param name="Problem">Why it could not be read anew, for a reader; null when it was. Its lines would then stay.</param>
public sealed record ArticleDifference(LedgerArticle Article, IReadOnlyList<LineDifference> Lines, string? Problem);

/// <summary>A line that another coding would make, drop, or read otherwise.</summary>
/// <param name="Before">The line on record, with what people said about it; null when it would be new.</param>
/// <param name="After">The line as it would be; null when it would go.</param>
/// <param name="Fields">What differs when both are there: "issue", "stance", ...</param>
public sealed record LineDifference(LedgerEntry? Before, LedgerEntry? After, IReadOnlyList<string> Fields);
