using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>What the rules say of a token. Templates 160-179.</summary>
internal static class RuleTemplates
{
    /// <summary>For the tagger of cues: the role in the rules' reading of the paragraph.</summary>
    public static void Add(in FeatureWriter writer, TokenFacts facts, int i, TokenRange paragraph)
    {
        byte[] roles = facts.Rules.Role;
        uint here = roles[i];
        uint before = TokenFacts.At(roles, i - 1, paragraph);
        uint after = TokenFacts.At(roles, i + 1, paragraph);
        writer.Add(160, here);
        writer.Add(161, here, facts.Rules.Strength[i]);
        writer.Add(162, before, here, after);
        writer.Add(163, here, facts.Tag[i]);
        writer.Add(164, here, facts.Habit[i]);
        writer.Add(165, here, facts.Quotes.State[i]);
        writer.Add(166, here, facts.Lemma[i]);
    }

    /// <summary>For the tagger of parts: the role in the rules' reading of the same cue.</summary>
    public static void Add(in FeatureWriter writer, TokenFacts facts, CueSetting setting, int i)
    {
        int slot = i - setting.Window.Start;
        uint strength = setting.RuleStrength;
        uint here = setting.RuleRoles[slot];
        uint before = slot > 0 ? setting.RuleRoles[slot - 1] : 9u;
        uint after = slot + 1 < setting.RuleRoles.Length ? setting.RuleRoles[slot + 1] : 9u;
        writer.Add(170, here, strength);
        writer.Add(171, before, here, after);
        writer.Add(172, (before * 100) + (here * 10) + after, strength, setting.Distance(i));
        writer.Add(173, here, setting.Arcs[slot]);
        writer.Add(174, here, facts.Quotes.State[i]);
        writer.Add(175, here, facts.Tag[i]);
        writer.Add(176, (before * 100) + (here * 10) + after, facts.Tag[i]);
        writer.Add(177, here, facts.Lemma[setting.Head]);
    }
}
