using Demarche.Core.Attributions;
using Demarche.Core.Positions.Wording;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions;

/// <summary>Cuts a text by sentence and by voice.</summary>
internal static class SegmentReader
{
    /// <summary>The segments of <paramref name="document"/> in text order; furniture is left out.</summary>
    public static List<Segment> Read(
        CodedText text, Document document, IReadOnlyList<Attribution> attributions, IReadOnlyList<Furniture> furniture)
    {
        int[] voices = VoicesOf(text.Words, attributions, furniture);
        var segments = new List<Segment>();
        foreach (TokenRange tokens in document.Sentences)
        {
            WordRange sentence = text.Words.RangeOf(document.SpanOf(tokens));
            int start = sentence.Start;
            for (int i = sentence.Start + 1; i <= sentence.End; i++)
            {
                if (i < sentence.End && voices[i] == voices[start])
                {
                    continue;
                }

                if (voices[start] >= Narrator)
                {
                    Attribution? voice = voices[start] == Narrator ? null : attributions[voices[start]];
                    segments.Add(new Segment(new WordRange(start, i), sentence, voice));
                }

                start = i;
            }
        }

        return segments;
    }

    private const int Narrator = -1;
    private const int NotRead = -2;

    /// <summary>Index of the innermost attribution for each word: shorter contents are laid over longer ones.</summary>
    private static int[] VoicesOf(WordText words, IReadOnlyList<Attribution> attributions, IReadOnlyList<Furniture> furniture)
    {
        int[] voices = new int[words.Count];
        Array.Fill(voices, Narrator);
        // A stable sort: attributions of one length keep text order, later ones win.
        foreach (int index in Enumerable.Range(0, attributions.Count).OrderByDescending(i => attributions[i].Content.Sum(s => s.Length)))
        {
            foreach (TextSpan span in attributions[index].Content)
            {
                Lay(words, voices, span, index);
            }
        }

        foreach (Furniture piece in furniture)
        {
            Lay(words, voices, piece.Span, NotRead);
        }

        return voices;
    }

    private static void Lay(WordText words, int[] voices, TextSpan span, int voice)
    {
        WordRange range = words.RangeOf(span);
        Array.Fill(voices, voice, range.Start, range.Length);
    }
}
