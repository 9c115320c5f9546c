namespace Demarche.Core.Attributions.Learned;

/// <summary>Dependencies of a token, and the nearest likely cue above it. Templates 40-65; nothing without a parser.</summary>
internal static class TreeTemplates
{
    /// <summary>Steps upwards in search of a likely cue.</summary>
    private const int Highest = 8;

    public static void Add(in FeatureWriter writer, TokenFacts facts, int i)
    {
        TreeColumns tree = facts.Tree;
        if (tree.IsEmpty)
        {
            return;
        }

        int head = tree.Head[i];
        uint relation = tree.Relation[i];
        uint headLemma = head < 0 ? 0 : facts.Lemma[head];
        uint headTag = head < 0 ? 0u : facts.Tag[head];
        uint upper = head < 0 ? 0u : tree.Relation[head];
        ChildArcs children = tree.Children[i];
        writer.Add(40, relation);
        writer.Add(41, relation, headLemma);
        writer.Add(42, relation, headTag);
        writer.Add(43, relation, upper);
        writer.Add(44, relation, upper, headLemma);
        writer.Add(45, relation, facts.Lemma[i]);
        writer.Add(46, tree.Depth[i]);
        writer.Add(47, (uint)children);
        writer.Add(48, (uint)children, facts.Coarse[i]);
        writer.Add(49, (uint)(children & (ChildArcs.Subject | ChildArcs.Clause | ChildArcs.OpenClause | ChildArcs.Object | ChildArcs.Parataxis)), facts.Lemma[i]);
        writer.Add(50, (uint)(children & (ChildArcs.Subject | ChildArcs.PassiveSubject)), facts.Lemma[i]);
        writer.Add(51, (uint)(children & (ChildArcs.Clause | ChildArcs.Parataxis)), facts.Lemma[i], relation);
        int subject = tree.Subject[i];
        writer.Add(52, subject < 0 ? 0u : facts.Tag[subject], facts.Habit[i]);
        writer.Add(53, subject < 0 ? 0 : facts.Lemma[subject], facts.Habit[i]);
        writer.Add(54, head < 0 ? 0u : (uint)tree.Children[head], relation);
        AddAncestor(writer, facts, i);
    }

    private static void AddAncestor(in FeatureWriter writer, TokenFacts facts, int i)
    {
        TreeColumns tree = facts.Tree;
        int below = i;
        int above = tree.Head[i];
        int steps = 1;
        while (above >= 0 && steps < Highest && facts.Habit[above] < HabitColumns.Likely)
        {
            below = above;
            above = tree.Head[above];
            steps++;
        }

        if (above < 0 || facts.Habit[above] < HabitColumns.Likely)
        {
            writer.Add(60, 0);
            return;
        }

        uint arc = tree.Relation[below];
        uint side = (i < above ? 1u : 0u) + (below < above ? 2u : 0u);
        writer.Add(60, arc, side);
        writer.Add(61, arc, side, facts.Lemma[above]);
        writer.Add(62, arc, side, facts.Habit[above]);
        writer.Add(63, arc, side, (uint)steps);
        writer.Add(64, arc, side, facts.Tag[i]);
        writer.Add(65, arc, side, (uint)tree.Children[above]);
    }
}
