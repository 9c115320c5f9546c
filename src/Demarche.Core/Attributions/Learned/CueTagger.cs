using Demarche.Core.Attributions.Learned.Network;
using Demarche.Nlp;
using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Step one: the cues of a paragraph.</summary>
internal static class CueTagger
{
    private const int CueRole = 1;

    /// <summary>Least probability that a token belongs to a cue. Swept on PolNeAR's development part: 0.4 to 0.5 are a tie in F1, the lower one finds more.</summary>
    public const float Least = 0.45f;

    /// <summary>Probabilities of <see cref="AttributionView.CueScheme"/> in <paramref name="paragraph"/>, tokens × labels: the mean of views and network.</summary>
    /// <param name="views">The views, their context features filled in.</param>
    /// <param name="network">The network at work on the text, if there is one.</param>
    /// <param name="paragraph">Where the tokens stand in the document.</param>
    /// <param name="networkShare">Weight of the network; 0-1.</param>
    public static float[] Marginals(ViewOfText[] views, NetworkReader? network, TokenRange paragraph, float networkShare)
    {
        float[] marginals = [];
        foreach (ViewOfText view in views)
        {
            marginals = Mean.Add(marginals, view.View.Cues.Marginals(view.Context), views.Length);
        }

        int labels = AttributionView.CueScheme.Count;
        return network is null
            ? marginals
            : Mean.Of(marginals, network.CueMarginals.AsSpan(paragraph.Start * labels, paragraph.Length * labels), networkShare);
    }

    /// <summary>The cues of a paragraph in order.</summary>
    /// <param name="marginals">Tokens × labels.</param>
    /// <param name="paragraph">Where the tokens stand in the document.</param>
    /// <param name="least">Least probability of a token; 0-1.</param>
    public static List<FoundCue> Find(float[] marginals, TokenRange paragraph, float least)
    {
        int labels = AttributionView.CueScheme.Count;
        var found = new List<FoundCue>();
        int start = -1;
        double sum = 0;
        for (int t = 0; t <= paragraph.Length; t++)
        {
            float begin = t < paragraph.Length ? marginals[(t * labels) + LabelScheme.Begin(CueRole)] : 0;
            float inside = t < paragraph.Length ? marginals[(t * labels) + LabelScheme.Inside(CueRole)] : 0;
            bool isCue = begin + inside > least;
            if (start >= 0 && (!isCue || begin > inside))
            {
                found.Add(new FoundCue(new TokenRange(paragraph.Start + start, paragraph.Start + t), sum / (t - start)));
                start = -1;
            }

            if (isCue && start < 0)
            {
                start = t;
                sum = 0;
            }

            sum += begin + inside;
        }

        return found;
    }
}
