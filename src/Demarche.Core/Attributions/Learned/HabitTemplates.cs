using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Likely cue heads around a token. Templates 85-99.</summary>
internal static class HabitTemplates
{
    public static void Add(in FeatureWriter writer, TokenFacts facts, int i, TokenRange paragraph)
    {
        HabitColumns habits = facts.Habits;
        uint here = facts.Habit[i];
        uint before = TokenFacts.At(facts.Habit, i - 1, paragraph);
        uint after = TokenFacts.At(facts.Habit, i + 1, paragraph);
        uint state = facts.Quotes.State[i];
        writer.Add(85, here, state);
        writer.Add(86, before, here, after);
        writer.Add(87, TokenFacts.At(facts.Habit, i - 2, paragraph), before);
        writer.Add(88, after, TokenFacts.At(facts.Habit, i + 2, paragraph));
        writer.Add(89, here, facts.Tag[i]);
        AddNearest(writer, facts, (90, i, habits.Left[i]));
        AddNearest(writer, facts, (93, i, habits.Right[i]));
        int sentence = facts.Quotes.Sentence[i];
        uint strongest = habits.Strongest[sentence];
        uint previous = sentence > 0 ? habits.Strongest[sentence - 1] : 9u;
        uint next = sentence + 1 < habits.Strongest.Length ? habits.Strongest[sentence + 1] : 9u;
        writer.Add(96, strongest, state);
        writer.Add(97, strongest, previous, state);
        writer.Add(98, strongest, next, state);
    }

    private static void AddNearest(in FeatureWriter writer, TokenFacts facts, (int Template, int Token, int Nearest) at)
    {
        if (at.Nearest < 0)
        {
            writer.Add(at.Template, 0);
            return;
        }

        uint distance = QuoteColumns.Bucket(Math.Abs(at.Nearest - at.Token));
        writer.Add(at.Template, distance, facts.Habit[at.Nearest]);
        writer.Add(at.Template + 1, facts.Lemma[at.Nearest]);
        writer.Add(at.Template + 2, facts.Lemma[at.Nearest], distance, facts.Coarse[at.Token]);
    }
}
