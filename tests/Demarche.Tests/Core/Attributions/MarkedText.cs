using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Tests.Core.Attributions;

/// <summary>Texts in which [source|cue] marks an attribution.</summary>
internal static class MarkedText
{
    /// <summary>The attributions of <paramref name="marked"/> with their speakers.</summary>
    public static IReadOnlyList<Attribution> Resolve(string marked, ActorDirectory? actors, DateOnly? published = null, string? outlet = null)
    {
        var attributions = new List<Attribution>();
        var text = new System.Text.StringBuilder();
        int at = 0;
        while (at < marked.Length)
        {
            if (marked[at] != '[')
            {
                text.Append(marked[at++]);
                continue;
            }

            int bar = marked.IndexOf('|', at);
            int end = marked.IndexOf(']', at);
            var source = new TextSpan(text.Length, text.Length + bar - at - 1);
            text.Append(marked.AsSpan(at + 1, bar - at - 1)).Append(' ');
            var cue = new TextSpan(text.Length, text.Length + end - bar - 1);
            text.Append(marked.AsSpan(bar + 1, end - bar - 1));
            attributions.Add(new Attribution
            {
                Id = $"a{attributions.Count + 1}",
                Kind = AttributionKind.Indirect,
                Source = [source],
                Cue = [cue],
                Content = [cue],
            });
            at = end + 1;
        }

        return new SpeakerResolver(actors).Resolve(new Analyzer().Analyze(text.ToString(), published), attributions, published, outlet);
    }
}
