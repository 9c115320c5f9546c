using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>A name and a colon in front of what is said: transcripts ("SPEAKER: text") and headlines ("Minister: No talks before May").</summary>
internal static class Speakers
{
    private const int LongestName = 5;

    /// <summary>Share of such lines that annotators marked, in the training part of PolNeAR.</summary>
    private const double TranscriptProbability = 0.9;

    private const double HeadlineProbability = 0.6;

    /// <summary>The relation a line opens with, or null.</summary>
    public static Relation? Find(TokenColumns tokens, TokenRange sentence)
    {
        TokenRange paragraph = tokens.Document.Paragraphs[tokens.Document.ParagraphOf(sentence.Start)];
        if (paragraph.Start != sentence.Start)
        {
            return null;
        }

        int colon = sentence.Start;
        bool isUpper = true;
        while (colon < sentence.End && colon - sentence.Start <= LongestName && (tokens[colon] is WordClass.Name or WordClass.Noun || (isUpper && IsCapitals(tokens.Word(colon)))))
        {
            isUpper &= !tokens.Word(colon).ContainsAnyInRange('a', 'z');
            colon++;
        }

        bool isHeadline = paragraph.Start == 0;
        if (colon == sentence.Start || tokens[colon] != WordClass.Colon || (!isUpper && !isHeadline))
        {
            return null;
        }

        TokenRange content = Contents.Trimmed(tokens, colon + 1, isHeadline ? sentence.End : paragraph.End);
        return content.Length == 0 ? null : new Relation(
            colon,
            new TokenRange(colon, colon + 1),
            new TokenRange(sentence.Start, colon),
            [content],
            AttributionType.Statement,
            isHeadline ? HeadlineProbability : TranscriptProbability);
    }

    // A transcript's surname may look like a verb: "WARD: No.".
    private static bool IsCapitals(ReadOnlySpan<char> word) => word.Length > 1 && word.ContainsAnyInRange('A', 'Z') && !word.ContainsAnyInRange('a', 'z');
}
