using Demarche.Nlp;
using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>The templates both taggers read: a token with its words, tags, dependencies, quotation marks and likely cues around it.</summary>
internal static class ContextTemplates
{
    /// <summary>Appends a row of features for each token of <paramref name="paragraph"/>.</summary>
    public static void Fill(TokenFacts facts, TokenRange paragraph, FeatureSequence sequence)
    {
        var writer = new FeatureWriter(sequence);
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            WordTemplates.Add(writer, facts, i, paragraph);
            TagTemplates.Add(writer, facts, i, paragraph);
            TreeTemplates.Add(writer, facts, i);
            QuoteTemplates.Add(writer, facts, i, paragraph);
            HabitTemplates.Add(writer, facts, i, paragraph);
            RuleTemplates.Add(writer, facts, i, paragraph);
            ClassTemplates.Add(writer, facts, i, paragraph);
            sequence.EndToken();
        }
    }
}
