using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>
/// Finds what in an article is a party's own words without being attributed: what two sides have agreed, the answers of an interview, or the whole
/// text, when a party publishes it. Safe to share between threads.
/// </summary>
internal sealed class OwnWordsReader
{
    private readonly TextIssuers _issuers;
    private readonly AgreedTexts _agreed;
    private readonly InterviewAnswers _answers;

    /// <summary>A reader that knows the actors of a codebook.</summary>
    public OwnWordsReader(ActorDirectory actors)
    {
        _issuers = new TextIssuers(actors);
        _agreed = new AgreedTexts(actors);
        _answers = new InterviewAnswers(actors);
    }

    /// <summary>The stretches of <paramref name="article"/> that are somebody's own words, in text order, none overlapping; empty for a report.</summary>
    /// <param name="article">The article, for its outlet and headline.</param>
    /// <param name="document">Its analysed text.</param>
    /// <param name="day">Day for which offices are read, or null.</param>
    public IReadOnlyList<OwnWords> Read(Article article, Document document, DateOnly? day)
    {
        TextSpan[] paragraphs = ParagraphsOf(document);
        if (_agreed.Find(document, paragraphs, day) is { } agreed)
        {
            return [agreed];
        }

        IReadOnlyList<OwnWords> answers = _answers.Find(article, document, paragraphs, day);
        return answers.Count > 0 ? answers
            : _issuers.Of(article, document, paragraphs, day) is { } issuer ? [new OwnWords(Body(document.Text, paragraphs, 0), issuer)]
            : [];
    }

    /// <summary>From the paragraph at <paramref name="first"/> to the notes below the text, or to its end.</summary>
    internal static TextSpan Body(string text, TextSpan[] paragraphs, int first)
    {
        int end = first;
        while (end < paragraphs.Length && !IsNote(paragraphs[end].SliceOf(text)))
        {
            end++;
        }

        return end == first ? default : new TextSpan(paragraphs[first].Start, paragraphs[end - 1].End);
    }

    // "Notes to editors", "Media contact: ...": what stands below is about the text and not of it.
    private static bool IsNote(ReadOnlySpan<char> paragraph) =>
        paragraph.StartsWith("note to editors", StringComparison.OrdinalIgnoreCase) || paragraph.StartsWith("notes to editors", StringComparison.OrdinalIgnoreCase)
        || paragraph.StartsWith("note for editors", StringComparison.OrdinalIgnoreCase) || paragraph.StartsWith("notes for editors", StringComparison.OrdinalIgnoreCase)
        || paragraph.StartsWith("contact", StringComparison.OrdinalIgnoreCase) || paragraph.StartsWith("media contact", StringComparison.OrdinalIgnoreCase)
        || paragraph.StartsWith("press contact", StringComparison.OrdinalIgnoreCase) || paragraph.StartsWith("for further information", StringComparison.OrdinalIgnoreCase);

    private static TextSpan[] ParagraphsOf(Document document)
    {
        var spans = new TextSpan[document.Paragraphs.Length];
        for (int i = 0; i < spans.Length; i++)
        {
            spans[i] = document.SpanOf(document.Paragraphs[i]);
        }

        return spans;
    }
}
