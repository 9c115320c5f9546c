using Demarche.Nlp;
using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Reads the relations of a document with a trained model. Safe to share between threads.</summary>
internal sealed class LearnedReader(AttributionModel model)
{
    /// <summary>Cues read in one paragraph; the longest of the training articles has fewer than a hundred. Text made to be slow stops here.</summary>
    private const int MostCues = 1000;

    /// <summary>Least probability that a token belongs to a cue; 0-1.</summary>
    public float LeastCue { get; init; } = CueTagger.Least;

    /// <summary>Whether the document has what the model was trained on.</summary>
    public bool CanRead(Document document) => !model.UsesSyntax || !document.Syntax.IsEmpty;

    /// <summary>The relations in text order of their cues; probability is calibrated.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="ruled">What the rules found.</param>
    /// <param name="isClosed">One entry a sentence: whether it is not read.</param>
    public List<Relation> Read(TokenColumns tokens, List<Relation> ruled, bool[] isClosed)
    {
        ViewOfText[] views = [.. model.Views.Select(view => new ViewOfText(view, view.FactsOf(tokens, ruled), new FeatureSequence()))];
        var found = new List<Relation>();
        foreach (TokenRange paragraph in tokens.Document.Paragraphs)
        {
            foreach (ViewOfText view in views)
            {
                view.Context.Clear();
                ContextTemplates.Fill(view.Facts, paragraph, view.Context);
            }

            List<FoundCue> cues = CueTagger.Find(views, paragraph, LeastCue);
            cues.RemoveAll(cue => isClosed[views[0].Facts.Quotes.Sentence[cue.Tokens.Start]]);
            if (cues.Count > MostCues)
            {
                cues.RemoveRange(MostCues, cues.Count - MostCues);
            }

            if (cues.Count > 0)
            {
                found.AddRange(Linker.Link(tokens, PartTagger.Read(views, paragraph, cues), model.Calibration));
            }
        }

        Continuations.Extend(tokens, found);
        return found;
    }
}
