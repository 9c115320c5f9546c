using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Word classes around a token. Templates 180-199.</summary>
internal static class ClassTemplates
{
    /// <summary>For both taggers.</summary>
    public static void Add(in FeatureWriter writer, TokenFacts facts, int i, TokenRange paragraph)
    {
        if (facts.Classes is not { } classes)
        {
            return;
        }

        uint coarse = classes.Coarse[i];
        uint middle = classes.Middle[i];
        uint before = TokenFacts.At(classes.Middle, i - 1, paragraph);
        uint after = TokenFacts.At(classes.Middle, i + 1, paragraph);
        writer.Add(180, coarse);
        writer.Add(181, middle);
        writer.Add(182, classes.Fine[i]);
        writer.Add(183, before);
        writer.Add(184, after);
        writer.Add(185, TokenFacts.At(classes.Middle, i - 2, paragraph));
        writer.Add(186, TokenFacts.At(classes.Middle, i + 2, paragraph));
        writer.Add(187, TokenFacts.At(classes.Coarse, i - 1, paragraph), coarse);
        writer.Add(188, coarse, TokenFacts.At(classes.Coarse, i + 1, paragraph));
        writer.Add(189, middle, facts.Tag[i]);
        writer.Add(190, before, middle);
        writer.Add(191, middle, after);
    }

    /// <summary>For the tagger of parts: the class of the cue's head.</summary>
    public static void Add(in FeatureWriter writer, TokenFacts facts, CueSetting setting, int i)
    {
        if (facts.Classes is not { } classes)
        {
            return;
        }

        uint head = classes.Middle[setting.Head];
        writer.Add(196, head, setting.Distance(i));
        writer.Add(197, head, setting.Arcs[i - setting.Window.Start]);
        writer.Add(198, classes.Coarse[i], setting.Arcs[i - setting.Window.Start]);
        writer.Add(199, classes.Coarse[setting.Head], setting.Distance(i), facts.Tag[i]);
    }
}
