using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons;

/// <summary>Which lines a person should look at first: those the machine is least sure of and that matter most.</summary>
public static class ReviewOrder
{
    // What fills a cell of the matrix is what readers see first; a change is what they are told.
    private const double WeightInMatrix = 2;
    private const double WeightInChange = 1;

    // A sure line is looked at last, but still in order of importance.
    private const double LeastUncertainty = 0.02;

    /// <summary>The open lines of <paramref name="entries"/>, most worth a look first.</summary>
    /// <param name="entries">All lines, for what they make of the matrix and the changes.</param>
    /// <param name="isOpen">Whether a line is still to be looked at.</param>
    public static IReadOnlyList<ReviewItem> Of(IReadOnlyList<LedgerEntry> entries, Func<LedgerEntry, bool> isOpen)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(isOpen);
        HashSet<LedgerEntry> inMatrix = new(
            PositionMatrix.AtDay(entries).Cells.SelectMany(cell => (cell.Latest ?? cell.LatestTold)!.Lines), ReferenceEqualityComparer.Instance);
        HashSet<LedgerEntry> inChange = new(
            ChangeDetector.Detect(entries).Where(change => change.IsMove).SelectMany(change => change.To.Lines.Concat(change.From?.Lines ?? [])),
            ReferenceEqualityComparer.Instance);
        return
        [
            .. entries.Where(isOpen)
                .Select(entry => new ReviewItem(
                    entry,
                    Math.Max(LeastUncertainty, 1 - Math.Abs((2 * entry.Position.Confidence) - 1)),
                    1 + (inMatrix.Contains(entry) ? WeightInMatrix : 0) + (inChange.Contains(entry) ? WeightInChange : 0)))
                .OrderByDescending(item => item.Uncertainty * item.Importance)
                .ThenBy(item => item.Entry.Key, StringComparer.Ordinal),
        ];
    }
}

/// <summary>A line to look at.</summary>
/// <param name="Entry">The line.</param>
/// <param name="Uncertainty">1 for a confidence of a half, towards 0 for a sure line.</param>
/// <param name="Importance">1 for any line, more for one that fills a cell of the matrix or makes a change.</param>
public sealed record ReviewItem(LedgerEntry Entry, double Uncertainty, double Importance);
