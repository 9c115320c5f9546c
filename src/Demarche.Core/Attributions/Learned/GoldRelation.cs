using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions.Learned;

/// <summary>A marked attribution in the tokens of a document.</summary>
/// <param name="Cue">The cue; never empty.</param>
/// <param name="Source">Pieces of the source, without cue tokens.</param>
/// <param name="Content">Pieces of the content.</param>
internal sealed record GoldRelation(TokenRange Cue, IReadOnlyList<TokenRange> Source, IReadOnlyList<TokenRange> Content)
{
    /// <summary>The attributions whose cue covers a token, in text order of cues.</summary>
    public static List<GoldRelation> Of(Document document, IEnumerable<AnnotatedAttribution> attributions)
    {
        var relations = new List<GoldRelation>();
        foreach (AnnotatedAttribution attribution in attributions)
        {
            TokenRange cue = document.TokensOf(new TextSpan(attribution.Cue[0].Start, attribution.Cue[^1].End));
            if (cue.Length > 0)
            {
                relations.Add(new GoldRelation(cue, Ranges(document, attribution.Source), Ranges(document, attribution.Content)));
            }
        }

        relations.Sort((a, b) => a.Cue.Start != b.Cue.Start ? a.Cue.Start.CompareTo(b.Cue.Start) : a.Cue.End.CompareTo(b.Cue.End));
        return relations;
    }

    private static List<TokenRange> Ranges(Document document, IEnumerable<TextSpan> spans) =>
        [.. spans.Select(document.TokensOf).Where(range => range.Length > 0)];
}
