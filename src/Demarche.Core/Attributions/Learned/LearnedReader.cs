using Demarche.Core.Attributions.Learned.Network;
using Demarche.Nlp;
using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Reads the relations of a document with a trained model. Safe to share between threads.</summary>
internal sealed class LearnedReader(AttributionModel model)
{
    /// <summary>Cues read in one paragraph; the longest of the training articles has fewer than a hundred. Text made to be slow stops here.</summary>
    private const int MostCues = 200;

    /// <summary>Least probability that a token belongs to a cue; 0-1.</summary>
    public float LeastCue { get; init; } = CueTagger.Least;

    /// <summary>Whether the document has what the model was trained on.</summary>
    public bool CanRead(Document document) => !model.UsesSyntax || !document.Syntax.IsEmpty;

    /// <summary>The relations in text order of their cues; probability is calibrated.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="ruled">What the rules found.</param>
    /// <param name="isClosed">One entry a sentence: whether it is not read.</param>
    /// <param name="leastHabit">Least step, 0 to 5, that a word must have in <see cref="CueHabits"/> for a text to be read in which the rules found nothing.</param>
    public List<Relation> Read(TokenColumns tokens, List<Relation> ruled, bool[] isClosed, byte leastHabit = 0)
    {
        ViewOfText[] views = [.. model.Views.Select(view => new ViewOfText(view, view.FactsOf(tokens, ruled), new FeatureSequence()))];
        if (ruled.Count == 0 && !views[0].Facts.Habit.Any(step => step >= leastHabit))
        {
            return [];
        }

        NetworkReader? network = model.Network is null ? null : new NetworkReader(model.Network, views[0].Facts);
        List<PartScores>[] paragraphs = [.. Scores(tokens.Document, views, network, isClosed)];
        float[][]? second = network?.PartScores([.. paragraphs.SelectMany(cues => cues).Select(cue => cue.Setting)]).ToArray();
        var found = new List<Relation>();
        int next = 0;
        foreach (List<PartScores> cues in paragraphs)
        {
            var readings = new List<PartReading>(cues.Count);
            foreach (PartScores cue in cues)
            {
                float[] scores = second is null ? cue.Scores : Mean.Of(cue.Scores, second[next], model.NetworkShare);
                readings.Add(new PartReading(cue.Setting, cue.Probability, model.PartChain.Decode(scores), model.PartChain.Marginals(scores)));
                next++;
            }

            found.AddRange(Linker.Link(tokens, readings, model.Calibration));
        }

        Continuations.Extend(tokens, found, isClosed);
        return found;
    }

    // One list a paragraph, that of its cues.
    private IEnumerable<List<PartScores>> Scores(Document document, ViewOfText[] views, NetworkReader? network, bool[] isClosed)
    {
        for (int p = 0; p < document.Paragraphs.Length; p++)
        {
            TokenRange paragraph = document.Paragraphs[p];
            foreach (ViewOfText view in views)
            {
                view.Context.Clear();
                ContextTemplates.Fill(view.Facts, paragraph, view.Context);
            }

            List<FoundCue> cues = CueTagger.Find(CueTagger.Marginals(views, network, paragraph, model.NetworkShare), paragraph, LeastCue);
            cues.RemoveAll(cue => isClosed[views[0].Facts.Quotes.Sentence[cue.Tokens.Start]]);
            if (cues.Count > MostCues)
            {
                cues.RemoveRange(MostCues, cues.Count - MostCues);
            }

            yield return cues.Count == 0 ? [] : PartTagger.Read(views, paragraph, cues);
        }
    }
}
