namespace Demarche.Core.Ledger;

/// <summary>Which corrections still hold when some were taken back.</summary>
public static class CorrectionHistory
{
    /// <summary>Keys of the corrections that a later one takes back. What takes back may be taken back in turn.</summary>
    /// <param name="corrections">All, oldest first.</param>
    public static IReadOnlySet<string> TakenBack(IEnumerable<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        var takenBack = new HashSet<string>(StringComparer.Ordinal);
        foreach (Correction correction in corrections.Reverse())
        {
            if (correction is { Kind: CorrectionKind.Undo, Target: { } target } && !takenBack.Contains(correction.Key))
            {
                takenBack.Add(target);
            }
        }

        return takenBack;
    }

    /// <summary>The corrections that nothing took back, oldest first, without the takings back themselves.</summary>
    public static IReadOnlyList<Correction> InForce(IReadOnlyList<Correction> corrections)
    {
        IReadOnlySet<string> takenBack = TakenBack(corrections);
        return [.. corrections.Where(correction => correction.Kind != CorrectionKind.Undo && !takenBack.Contains(correction.Key))];
    }
}
