using Demarche.Nlp;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>Learns an <see cref="AttributionNetwork"/>. The same articles and options give the same weights on any number of processors.</summary>
internal sealed class NetworkTrainer(IReadOnlyList<TrainingArticle> articles, TokenFacts[] facts, WordVectors vectors, NetworkOptions options)
{
    /// <summary>Longer paragraphs are left out; the training articles have a handful.</summary>
    private const int LongestParagraph = 500;

    /// <summary>Batches of paragraphs sorted by length together.</summary>
    private const int PoolOfBatches = 12;

    /// <summary>Learns; a pass that <paramref name="stages"/> has is not made again.</summary>
    public AttributionNetwork Train(TrainingStages stages, Action<int, double> progress)
    {
        NetworkVocabulary vocabulary = NetworkVocabulary.Learn(facts);
        TrainingParagraph[] paragraphs = [.. Paragraphs(vocabulary)];
        var course = new NetworkCourse(options, vocabulary, vectors);
        for (int pass = 1; pass <= options.Passes; pass++)
        {
            byte[] state = stages.Run($"network-{pass}", () => course.ToBytes(Pass(course, paragraphs, pass)));
            progress(pass, -course.GoOnFrom(state) / paragraphs.Length);
        }

        return new AttributionNetwork(vocabulary, vectors, course.Store).Rounded();
    }

    // Sum of the negative log-likelihoods.
    private double Pass(NetworkCourse course, TrainingParagraph[] paragraphs, int pass)
    {
        long all = paragraphs.Sum(p => (long)p.Range.Length);
        long done = (pass - 1) * all;
        double loss = 0;
        foreach (TrainingParagraph[] batch in Batches(paragraphs, new SplitMix64(options.Seed + (ulong)pass)))
        {
            done += batch.Sum(p => p.Range.Length);
            float share = (float)((double)done / (all * options.Passes));
            loss += course.Learn(batch, options.FirstRate + ((options.LastRate - options.FirstRate) * share));
        }

        return loss;
    }

    private TrainingParagraph[][] Batches(TrainingParagraph[] paragraphs, SplitMix64 random)
    {
        int[] order = [.. Enumerable.Range(0, paragraphs.Length)];
        random.Shuffle<int>(order);
        var batches = new List<TrainingParagraph[]>();
        var pool = new List<TrainingParagraph>();
        int tokens = 0;
        foreach (int i in order)
        {
            pool.Add(paragraphs[i]);
            tokens += paragraphs[i].Range.Length;
            if (tokens >= options.BatchTokens * PoolOfBatches)
            {
                batches.AddRange(Cut(pool));
                pool.Clear();
                tokens = 0;
            }
        }

        batches.AddRange(Cut(pool));
        TrainingParagraph[][] shuffled = [.. batches];
        random.Shuffle<TrainingParagraph[]>(shuffled);
        return shuffled;
    }

    private IEnumerable<TrainingParagraph[]> Cut(List<TrainingParagraph> pool)
    {
        var batch = new List<TrainingParagraph>();
        int tokens = 0;
        foreach (TrainingParagraph paragraph in pool.OrderBy(p => p.Range.Length))
        {
            batch.Add(paragraph);
            tokens += paragraph.Range.Length;
            if (tokens >= options.BatchTokens)
            {
                yield return [.. batch];
                batch.Clear();
                tokens = 0;
            }
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }

    private IEnumerable<TrainingParagraph> Paragraphs(NetworkVocabulary vocabulary)
    {
        for (int i = 0; i < facts.Length; i++)
        {
            Document document = facts[i].Tokens.Document;
            var fields = new TokenFields(facts[i], vocabulary, vectors);
            int[] labels = GoldLabels.OfCues(facts[i].Tokens.Count, articles[i].Gold);
            ILookup<int, GoldRelation> relations = articles[i].Gold.ToLookup(relation => document.ParagraphOf(relation.Cue.Start));
            for (int p = 0; p < document.Paragraphs.Length; p++)
            {
                TokenRange paragraph = document.Paragraphs[p];
                if (paragraph.Length > 0 && paragraph.Length <= LongestParagraph)
                {
                    int[] own = labels.AsSpan(paragraph.Start, paragraph.Length).ToArray();
                    GoldLabels.Repair(own, AttributionView.CueScheme);
                    yield return new TrainingParagraph(fields, paragraph, own, [.. CuesOf(facts[i], paragraph, [.. relations[p]])]);
                }
            }
        }
    }

    private static IEnumerable<TrainingCue> CuesOf(TokenFacts facts, TokenRange paragraph, GoldRelation[] relations)
    {
        GoldRelation[] whole = [.. relations.Where(relation => relation.Cue.End <= paragraph.End)];
        TokenRange[] cues = [.. whole.Select(relation => relation.Cue)];
        foreach (GoldRelation relation in whole)
        {
            var setting = new CueSetting(facts, paragraph, relation.Cue, cues);
            int[] labels = GoldLabels.OfParts(facts.Tokens.Count, relation).AsSpan(setting.Window.Start, setting.Window.Length).ToArray();
            GoldLabels.Repair(labels, AttributionView.PartScheme);
            var ids = new List<int>();
            for (int slot = 0; slot < setting.Window.Length; slot++)
            {
                CueFields.Add(facts, setting, slot, ids);
            }

            int from = paragraph.Start;
            yield return new TrainingCue(
                new TokenRange(relation.Cue.Start - from, relation.Cue.End - from),
                new TokenRange(setting.Window.Start - from, setting.Window.End - from),
                [.. ids],
                labels);
        }
    }
}
