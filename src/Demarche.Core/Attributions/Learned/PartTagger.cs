using Demarche.Nlp;
using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Step two: source and content of each cue.</summary>
internal static class PartTagger
{
    /// <summary>Reads the paragraph once for each cue; the scores of the views are averaged.</summary>
    /// <param name="views">The views, their context features filled in.</param>
    /// <param name="paragraph">The cues' paragraph.</param>
    /// <param name="cues">The cues in order.</param>
    public static List<PartScores> Read(ViewOfText[] views, TokenRange paragraph, IReadOnlyList<FoundCue> cues)
    {
        // The context's weights are summed once for all cues.
        float[][] shared = [.. views.Select(view => view.View.Parts.Emissions(view.Context))];
        TokenRange[] ranges = [.. cues.Select(cue => cue.Tokens)];
        var features = new FeatureSequence();
        var readings = new List<PartScores>(cues.Count);
        int labels = AttributionView.PartScheme.Count;
        foreach (FoundCue cue in cues)
        {
            CueSetting? first = null;
            float[] scores = [];
            for (int v = 0; v < views.Length; v++)
            {
                var setting = new CueSetting(views[v].Facts, paragraph, cue.Tokens, ranges);
                features.Clear();
                CueTemplates.Fill(views[v].Facts, setting, features);
                float[] emissions = shared[v].AsSpan((setting.Window.Start - paragraph.Start) * labels, setting.Window.Length * labels).ToArray();
                views[v].View.Parts.AddEmissions(features, emissions);
                first ??= setting;
                scores = Mean.Add(scores, emissions, views.Length);
            }

            readings.Add(new PartScores(first!, cue.Probability, scores));
        }

        return readings;
    }
}

/// <summary>How the second taggers see one cue.</summary>
/// <param name="Setting">The cue and its window.</param>
/// <param name="Probability">That the cue is one; 0-1.</param>
/// <param name="Scores">Window × labels, logarithms.</param>
internal sealed record PartScores(CueSetting Setting, double Probability, float[] Scores);
