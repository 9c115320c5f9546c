using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>What the second tagger made of one cue.</summary>
/// <param name="Setting">The cue and its window; slots count from the window's start.</param>
/// <param name="Probability">That the cue is one; 0-1.</param>
/// <param name="Labels">One label a slot.</param>
/// <param name="Marginals">Slots × labels.</param>
internal sealed record PartReading(CueSetting Setting, double Probability, int[] Labels, float[] Marginals)
{
    private const int SourceRole = 0;
    private const int ContentRole = 1;

    private static readonly int LabelCount = AttributionView.PartScheme.Count;

    public bool IsSource(int slot) => LabelScheme.RoleOf(Labels[slot]) == SourceRole && Labels[slot] != LabelScheme.Outside;

    public bool IsContent(int slot) => LabelScheme.RoleOf(Labels[slot]) == ContentRole;

    /// <summary>Probability that the slot belongs to the source.</summary>
    public float SourceAt(int slot) => RoleAt(slot, SourceRole);

    /// <summary>Probability that the slot belongs to the content.</summary>
    public float ContentAt(int slot) => RoleAt(slot, ContentRole);

    private float RoleAt(int slot, int role) =>
        Marginals[(slot * LabelCount) + LabelScheme.Begin(role)] + Marginals[(slot * LabelCount) + LabelScheme.Inside(role)];
}
