using Demarche.Nlp.Labeling;

namespace Demarche.Nlp.Entities;

/// <summary>The best sequence of entity labels under their scores, among those in which a name is begun before it goes on.</summary>
internal static class EntityDecoder
{
    private static readonly float[] Transitions = SequenceLabeler.Allowed(EntityGold.Scheme, new float[EntityGold.Scheme.Count * EntityGold.Scheme.Count]);

    private static readonly float[] Start = [.. Enumerable.Range(0, EntityGold.Scheme.Count).Select(l => EntityGold.Scheme.MayStart(l) ? 0 : Chain.Forbidden)];

    /// <summary>Writes the label of each word.</summary>
    public static void Decode(ReadOnlySpan<float> scores, Span<int> labels) => Chain.Viterbi(scores, Transitions, Start, labels);
}
