using Demarche.Nlp;
using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Label sequences of marked attributions, for both taggers.</summary>
internal static class GoldLabels
{
    /// <summary>Labels of <see cref="AttributionView.CueScheme"/>, one a token of the document; cues win over sources, sources over content.</summary>
    public static int[] OfCues(int tokenCount, IReadOnlyList<GoldRelation> relations)
    {
        int[] labels = new int[tokenCount];
        foreach (GoldRelation relation in relations)
        {
            Mark(labels, relation.Content, 2);
        }

        foreach (GoldRelation relation in relations)
        {
            Mark(labels, relation.Source, 0);
        }

        foreach (GoldRelation relation in relations)
        {
            Mark(labels, [relation.Cue], 1);
        }

        return labels;
    }

    /// <summary>Labels of <see cref="AttributionView.PartScheme"/>, one a token of the document, for one relation.</summary>
    public static int[] OfParts(int tokenCount, GoldRelation relation)
    {
        int[] labels = new int[tokenCount];
        Mark(labels, relation.Content, 1);
        Mark(labels, relation.Source, 0);
        labels.AsSpan(relation.Cue.Start, relation.Cue.Length).Clear();
        return labels;
    }

    /// <summary>A stretch of the document's labels, made a sequence the scheme allows: what goes on without a beginning begins.</summary>
    public static void Repair(Span<int> labels, LabelScheme scheme)
    {
        for (int t = 0; t < labels.Length; t++)
        {
            bool isAllowed = t == 0 ? scheme.MayStart(labels[t]) : LabelScheme.MayFollow(labels[t - 1], labels[t]);
            labels[t] = isAllowed ? labels[t] : LabelScheme.Begin(LabelScheme.RoleOf(labels[t]));
        }
    }

    private static void Mark(int[] labels, IReadOnlyList<TokenRange> ranges, int role)
    {
        foreach (TokenRange range in ranges)
        {
            labels.AsSpan(range.Start, range.Length).Fill(LabelScheme.Inside(role));
            labels[range.Start] = LabelScheme.Begin(role);
        }
    }
}
