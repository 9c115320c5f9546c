using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>The templates that see a token from a cue. Templates 100-149.</summary>
internal static class CueTemplates
{
    /// <summary>Appends a row of features for each token of the setting's window.</summary>
    public static void Fill(TokenFacts facts, CueSetting setting, FeatureSequence sequence)
    {
        var writer = new FeatureWriter(sequence);
        for (int i = setting.Window.Start; i < setting.Window.End; i++)
        {
            AddDistance(writer, facts, setting, i);
            AddArcs(writer, facts, setting, i);
            AddBetween(writer, facts, setting, i);
            AddCueContext(writer, facts, setting, i);
            AddEdges(writer, facts, setting, i);
            RuleTemplates.Add(writer, facts, setting, i);
            ClassTemplates.Add(writer, facts, setting, i);
            sequence.EndToken();
        }
    }

    private static uint SideOf(CueSetting setting, int i) => i < setting.Cue.Start ? 1u : i >= setting.Cue.End ? 2u : 0u;

    private static void AddDistance(in FeatureWriter writer, TokenFacts facts, CueSetting setting, int i)
    {
        uint distance = setting.Distance(i);
        writer.Add(100, distance);
        writer.Add(101, distance, facts.Lemma[setting.Head]);
        writer.Add(102, distance, facts.Tag[i]);
        writer.Add(103, distance, facts.Tag[setting.Head]);
        writer.Add(104, distance, facts.Habit[setting.Head], facts.Quotes.State[i]);
        writer.Add(105, distance, (uint)Math.Min(setting.Cue.Length, 4));
        writer.Add(106, distance, facts.Lemma[i]);
    }

    private static void AddArcs(in FeatureWriter writer, TokenFacts facts, CueSetting setting, int i)
    {
        int slot = i - setting.Window.Start;
        uint arc = setting.Arcs[slot];
        uint before = slot > 0 ? setting.Arcs[slot - 1] : uint.MaxValue;
        uint after = slot + 1 < setting.Arcs.Length ? setting.Arcs[slot + 1] : uint.MaxValue;
        writer.Add(110, arc);
        writer.Add(111, arc, facts.Lemma[setting.Head]);
        writer.Add(112, arc, facts.Tag[i]);
        writer.Add(113, arc, facts.Tag[setting.Head]);
        writer.Add(114, arc, facts.Quotes.State[i]);
        writer.Add(115, arc, before);
        writer.Add(116, arc, after);
        writer.Add(117, before, arc, after);
        writer.Add(118, arc, (uint)facts.Tree.Children[setting.Head]);
        writer.Add(119, arc, facts.Tree.Relation[i]);
        writer.Add(120, arc, facts.Lemma[i]);
        writer.Add(121, arc, setting.Distance(i));
    }

    private static void AddBetween(in FeatureWriter writer, TokenFacts facts, CueSetting setting, int i)
    {
        int slot = i - setting.Window.Start;
        uint side = SideOf(setting, i);
        uint state = facts.Quotes.State[i];
        uint commas = setting.Commas[slot];
        uint marks = setting.Marks[slot];
        uint cues = setting.OtherCues[slot];
        writer.Add(125, commas, side);
        writer.Add(126, commas, side, setting.Arcs[slot]);
        writer.Add(127, marks, side, state);
        writer.Add(128, marks, side, facts.Lemma[setting.Head]);
        writer.Add(129, cues, side, state);
        writer.Add(130, cues, side, setting.Arcs[slot]);
        writer.Add(131, cues, setting.Distance(i), setting.IsOtherCue[slot] ? 1u : 0);
        writer.Add(132, (commas * 4) + marks, side, facts.Tag[i]);
    }

    private static void AddCueContext(in FeatureWriter writer, TokenFacts facts, CueSetting setting, int i)
    {
        uint distance = setting.Distance(i);
        uint left = ClassAt(facts, setting, setting.Cue.Start - 1);
        uint right = ClassAt(facts, setting, setting.Cue.End);
        uint last = facts.Lemma[setting.Cue.End - 1];
        writer.Add(135, distance, TokenFacts.At(facts.Lemma, setting.Cue.Start - 1, setting.Paragraph));
        writer.Add(136, distance, TokenFacts.At(facts.Lemma, setting.Cue.End, setting.Paragraph));
        writer.Add(137, SideOf(setting, i), (left << 8) | right, facts.Quotes.State[i]);
        writer.Add(138, distance, (left << 8) | right);
        writer.Add(139, SideOf(setting, i), last, facts.Quotes.State[i]);
        writer.Add(140, SideOf(setting, i), facts.Lemma[setting.Head], facts.Lemma[i]);
    }

    private static void AddEdges(in FeatureWriter writer, TokenFacts facts, CueSetting setting, int i)
    {
        uint side = SideOf(setting, i);
        uint before = TokenFacts.At(facts.Tag, i - 1, setting.Paragraph);
        uint after = TokenFacts.At(facts.Tag, i + 1, setting.Paragraph);
        int offset = Math.Clamp(facts.Quotes.Sentence[i] - facts.Quotes.Sentence[setting.Head], -3, 3) + 3;
        writer.Add(143, side, before, facts.Tag[i]);
        writer.Add(144, side, facts.Tag[i], after);
        writer.Add(145, (uint)offset, facts.Quotes.State[i]);
        writer.Add(146, (uint)offset, facts.Quotes.State[i], facts.Quotes.ShareAt(i, 0));
        writer.Add(147, side, TokenFacts.At(facts.Lemma, i - 1, setting.Paragraph));
        int gap = i < setting.Cue.Start ? setting.Cue.Start - i : i - setting.Cue.End + 1;
        if (gap is > 0 and <= 4)
        {
            writer.Add(148, side, PathOf(facts, Math.Min(i, setting.Cue.End), gap));
        }
    }

    /// <summary>The tags of <paramref name="length"/> tokens as one number.</summary>
    private static uint PathOf(TokenFacts facts, int start, int length)
    {
        uint path = 0;
        for (int i = start; i < start + length; i++)
        {
            path = (path << 8) | facts.Tag[i];
        }

        return path;
    }

    private static uint ClassAt(TokenFacts facts, CueSetting setting, int i) =>
        i < setting.Paragraph.Start ? (uint)WordClass.Start : i >= setting.Paragraph.End ? (uint)WordClass.End : (uint)facts.Tokens[i];
}
