using Demarche.Nlp;
using Demarche.Nlp.Labeling;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Learns one <see cref="AttributionView"/>: habits of words, a tagger of cues, a tagger of their parts.</summary>
internal sealed class ViewTrainer(IReadOnlyList<TrainingArticle> articles, bool usesSyntax, WordVectors? vectors)
{
    /// <summary>Habits of words are counted without the fifth of the articles they are used on, as unseen text will meet them.</summary>
    private const int Folds = 5;

    /// <summary>The texts as the taggers meet them.</summary>
    public TokenFacts[] Facts()
    {
        (uint Key, bool IsHead)[][] words = [.. articles.Select(WordsOf)];
        CueHabits[] habits = [.. Enumerable.Range(0, Folds).Select(fold => HabitsWithout(words, fold))];
        return [.. articles.Select((article, i) => FactsOf(article, habits[i % Folds]))];
    }

    /// <summary>Learns; both taggers at once. What <paramref name="stages"/> has is not learned again.</summary>
    public AttributionView Train(
        TokenFacts[] facts, (LabelerOptions Cues, LabelerOptions Parts) options, TrainingStages stages, Action<string, int, double> progress)
    {
        SequenceLabeler? cues = null;
        SequenceLabeler? parts = null;
        Parallel.Invoke(
            () => cues = Run(stages, "cues", AttributionView.CueScheme, () => TrainCues(facts, options.Cues, (pass, mean) => progress("cues", pass, mean))),
            () => parts = Run(stages, "parts", AttributionView.PartScheme, () => TrainParts(facts, options.Parts, (pass, mean) => progress("parts", pass, mean))));
        return new AttributionView(usesSyntax, HabitsWithout([.. articles.Select(WordsOf)], -1), cues!, parts!, vectors);
    }

    // Read back even when just learned, so that a stopped training gives the same bytes.
    private SequenceLabeler Run(TrainingStages stages, string stage, LabelScheme scheme, Func<SequenceLabeler> train)
    {
        byte[] bytes = stages.Run($"{AttributionView.NameOf(usesSyntax)}-{stage}", () => AttributionView.Bytes(train().Write));
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false));
        return SequenceLabeler.Read(reader, scheme);
    }

    private TokenFacts FactsOf(TrainingArticle article, CueHabits habits) =>
        new(article.Tokens, usesSyntax ? article.Tokens.Document.Syntax : Syntax.None, article.Ruled, habits, vectors);

    private (uint Key, bool IsHead)[] WordsOf(TrainingArticle article)
    {
        TokenFacts facts = FactsOf(article, CueHabits.None);
        (uint Key, bool IsHead)[] words = [.. Enumerable.Range(0, article.Tokens.Count).Select(i => (facts.HabitKey(i), false))];
        foreach (GoldRelation relation in article.Gold)
        {
            words[facts.Tree.TopOf(relation.Cue)].IsHead = true;
        }

        return words;
    }

    private static CueHabits HabitsWithout((uint Key, bool IsHead)[][] words, int fold)
    {
        var counts = new Dictionary<uint, (int Seen, int Heads)>();
        for (int i = 0; i < words.Length; i++)
        {
            foreach ((uint key, bool isHead) in i % Folds == fold ? [] : words[i])
            {
                (int seen, int heads) = counts.GetValueOrDefault(key);
                counts[key] = (seen + 1, heads + (isHead ? 1 : 0));
            }
        }

        return CueHabits.Learn(counts);
    }

    private SequenceLabeler TrainCues(TokenFacts[] facts, LabelerOptions options, Action<int, double> progress)
    {
        var trainer = new SequenceLabelerTrainer(AttributionView.CueScheme, options);
        var features = new FeatureSequence();
        for (int i = 0; i < facts.Length; i++)
        {
            int[] labels = GoldLabels.OfCues(facts[i].Tokens.Count, articles[i].Gold);
            foreach (TokenRange paragraph in facts[i].Tokens.Document.Paragraphs)
            {
                features.Clear();
                ContextTemplates.Fill(facts[i], paragraph, features);
                Span<int> gold = labels.AsSpan(paragraph.Start, paragraph.Length);
                GoldLabels.Repair(gold, AttributionView.CueScheme);
                trainer.Add(features, gold);
            }
        }

        return trainer.Train(progress);
    }

    private SequenceLabeler TrainParts(TokenFacts[] facts, LabelerOptions options, Action<int, double> progress)
    {
        var trainer = new SequenceLabelerTrainer(AttributionView.PartScheme, options);
        for (int i = 0; i < facts.Length; i++)
        {
            Document document = facts[i].Tokens.Document;
            foreach (IGrouping<int, GoldRelation> group in articles[i].Gold.GroupBy(relation => document.ParagraphOf(relation.Cue.Start)))
            {
                AddParagraph(trainer, facts[i], document.Paragraphs[group.Key], [.. group]);
            }
        }

        return trainer.Train(progress);
    }

    private static void AddParagraph(SequenceLabelerTrainer trainer, TokenFacts facts, TokenRange paragraph, GoldRelation[] relations)
    {
        GoldRelation[] whole = [.. relations.Where(relation => relation.Cue.End <= paragraph.End)];
        TokenRange[] cues = [.. whole.Select(relation => relation.Cue)];
        var context = new FeatureSequence();
        var relative = new FeatureSequence();
        var joined = new FeatureSequence();
        ContextTemplates.Fill(facts, paragraph, context);
        foreach (GoldRelation relation in whole)
        {
            var setting = new CueSetting(facts, paragraph, relation.Cue, cues);
            relative.Clear();
            CueTemplates.Fill(facts, setting, relative);
            Join(context, setting.Window.Start - paragraph.Start, relative, joined);
            Span<int> gold = GoldLabels.OfParts(facts.Tokens.Count, relation).AsSpan(setting.Window.Start, setting.Window.Length);
            GoldLabels.Repair(gold, AttributionView.PartScheme);
            trainer.Add(joined, gold);
        }
    }

    private static void Join(FeatureSequence context, int offset, FeatureSequence relative, FeatureSequence joined)
    {
        joined.Clear();
        for (int t = 0; t < relative.Length; t++)
        {
            foreach (uint feature in context[t + offset])
            {
                joined.Add(feature);
            }

            foreach (uint feature in relative[t])
            {
                joined.Add(feature);
            }

            joined.EndToken();
        }
    }
}
