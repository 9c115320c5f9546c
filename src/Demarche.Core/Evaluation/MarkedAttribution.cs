using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Evaluation;

/// <summary>An attribution in the words of its text, ready to be compared.</summary>
internal sealed class MarkedAttribution
{
    private const int Source = 0;
    private const int Cue = 1;
    private const int Content = 2;

    // In messages: enough to find the place.
    private const int ShownLength = 70;

    private readonly string _shown;

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="roles">Spans of source, cue and content.</param>
    /// <param name="speaker">The speaker, or null.</param>
    public MarkedAttribution(string text, WordTokens tokens, IReadOnlyList<TextSpan>[] roles, string? speaker)
    {
        Speaker = speaker;
        Spans = [.. roles.Select(spans => Ranges(text, tokens, spans))];
        Words = [.. Spans.Select(ranges => ranges.SelectMany(range => Enumerable.Range(range.Start, range.Length)).ToHashSet())];
        IsSpeech = Words[Cue].Any(word => SpeechCues.Contains(tokens.Slice(text, word)));
        _shown = string.Join(" | ", roles.Select(spans => Shown(text, spans)));
    }

    /// <summary>The speaker, or null.</summary>
    public string? Speaker { get; }

    /// <summary>Word ranges of source, cue and content, none of them empty.</summary>
    public List<TokenRange>[] Spans { get; }

    /// <summary>The words in them.</summary>
    public HashSet<int>[] Words { get; }

    /// <summary>Whether its cue holds a word that mostly heads a cue.</summary>
    public bool IsSpeech { get; }

    /// <summary>Whether cues overlap, and sources too or there is none on either side.</summary>
    public bool IsAkinTo(MarkedAttribution other) =>
        Words[Cue].Overlaps(other.Words[Cue])
        && (Words[Source].Overlaps(other.Words[Source]) || (Words[Source].Count == 0 && other.Words[Source].Count == 0));

    /// <summary>Share of the words of both contents that stand in both, 0-1; 1 when both are empty.</summary>
    public double ContentJaccard(MarkedAttribution other)
    {
        int shared = Words[Content].Count(other.Words[Content].Contains);
        int all = Words[Content].Count + other.Words[Content].Count - shared;
        return all == 0 ? 1 : (double)shared / all;
    }

    /// <summary>Source, cue and content for a message.</summary>
    public override string ToString() => _shown;

    private static List<TokenRange> Ranges(string text, WordTokens tokens, IReadOnlyList<TextSpan> spans) =>
        [.. Merged(text, spans).Select(tokens.Touched).Where(range => range.Length > 0)];

    // A span cut at a line break is one span.
    private static List<TextSpan> Merged(string text, IReadOnlyList<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (TextSpan span in spans.OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            if (merged.Count > 0 && (span.Start <= merged[^1].End || text.AsSpan(merged[^1].End, span.Start - merged[^1].End).IsWhiteSpace()))
            {
                merged[^1] = new TextSpan(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private static string Shown(string text, IReadOnlyList<TextSpan> spans)
    {
        string words = string.Join(" … ", spans.Select(span => span.Of(text)));
        return words.Length <= ShownLength ? words : words[..ShownLength] + "…";
    }
}
