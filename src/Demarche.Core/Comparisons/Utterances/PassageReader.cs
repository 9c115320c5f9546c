using System.Buffers;
using Demarche.Core.Attributions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Cuts what an article attributes into passages: sentences, and the quoted parts of reported sentences.</summary>
/// <param name="words">Splits passages into words.</param>
internal sealed class PassageReader(WordLikeness words)
{
    // Before a full stop that ends a sentence stands a word of this many letters; shorter ones are initials and abbreviations.
    private const int LeastLastWord = 3;

    // Of shorter sentences too many are alike.
    private const int LeastBareWords = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\"\u201C\u201D\u201E\u00AB\u00BB");

    /// <summary>The passages of <paramref name="article"/> in text order; a quoted part stands beside the sentence it is part of.</summary>
    public IReadOnlyList<Passage> Read(ComparedArticle article)
    {
        var passages = new List<Passage>();
        var seen = new HashSet<TextSpan>();
        // What somebody merely wants or believes is the outlet's finding, unless it is found in quoted words.
        foreach (Attribution attribution in article.Attributions.Where(
            attribution => attribution.Type == AttributionType.Statement || attribution.Kind != AttributionKind.Indirect))
        {
            foreach (TextSpan content in attribution.Content.Where(content => !IsInQuotation(article, attribution, content)))
            {
                bool isDirect = attribution.Kind == AttributionKind.Direct;
                foreach (TextSpan sentence in Sentences(article.Text, content))
                {
                    Add(article, attribution, sentence, isDirect);
                    if (!isDirect)
                    {
                        foreach (TextSpan quoted in QuotedParts.In(article.Text, sentence))
                        {
                            Add(article, attribution, quoted, isQuoted: true);
                        }
                    }
                }
            }
        }

        passages.Sort((left, right) => left.Span.CompareTo(right.Span));
        return passages;

        void Add(ComparedArticle of, Attribution attribution, TextSpan span, bool isQuoted)
        {
            TextSpan trimmed = Trim(of.Text, span);
            UtteranceWord[] split = words.Split(of.Text, trimmed);
            if (split.Length > 0 && seen.Add(trimmed))
            {
                passages.Add(new Passage(of, attribution, trimmed, isQuoted, split));
            }
        }
    }

    /// <summary>The sentences that <paramref name="article"/> says itself: nothing quoted, nobody named as their source. A document's are its own words.</summary>
    public IEnumerable<Passage> ReadBare(ComparedArticle article)
    {
        TextSpan[] taken = [.. article.Attributions.SelectMany(line => line.Content.Concat(line.Cue).Concat(line.Source)).Order()];
        foreach (TextSpan sentence in Sentences(article.Text, new TextSpan(0, article.Text.Length)))
        {
            TextSpan trimmed = Trim(article.Text, sentence);
            if (trimmed.Length == 0 || taken.Any(span => span.Overlaps(trimmed)) || article.Text.AsSpan(sentence.Start, sentence.Length).IndexOfAny(Marks) >= 0)
            {
                continue;
            }

            UtteranceWord[] split = words.Split(article.Text, trimmed);
            if (article.Kind == ArticleKind.Document && split.Length > 0)
            {
                yield return new Passage(article, Passage.Own, trimmed, IsQuoted: true, split);
            }
            else if (split.Length >= LeastBareWords && !split.Any(word => IsSpoken(word.Form)))
            {
                yield return new Passage(article, Passage.Bare, trimmed, IsQuoted: false, split);
            }
        }
    }

    // "'He wants us to wait,' Tarrow said": these are Tarrow's words, whomever they tell of.
    private static bool IsInQuotation(ComparedArticle article, Attribution attribution, TextSpan content) => article.Attributions.Any(other =>
        other.Id == attribution.ParentId && other.Kind == AttributionKind.Direct && other.Content.Any(outer => outer.Contains(content)));

    // The commonest ways to name a source: such a sentence is attributed, whether or not that was understood. And who reports does not say "I" or
    // "you": that is a quotation whose marks stand elsewhere.
    private static bool IsSpoken(string form) => form
        is "said" or "says" or "say" or "saying" or "told" or "according" or "stated" or "added" or "announced" or "claimed" or "reported" or "asked"
        or "i" or "i'm" or "i've" or "i'll" or "me" or "my" or "we" or "we're" or "we've" or "we'll" or "us" or "our" or "you" or "your" or "you're";

    private static IEnumerable<TextSpan> Sentences(string text, TextSpan content)
    {
        int start = content.Start;
        for (int i = content.Start; i < content.End; i++)
        {
            if (text[i] is '\n' or ';' || (text[i] is '.' or '!' or '?' && EndsSentence(text, i, content.End)))
            {
                yield return new TextSpan(start, i + 1);
                start = i + 1;
            }
        }

        if (start < content.End)
        {
            yield return new TextSpan(start, content.End);
        }
    }

    private static bool EndsSentence(string text, int stop, int end)
    {
        int letters = 0;
        while (stop - letters - 1 >= 0 && char.IsLetterOrDigit(text[stop - letters - 1]) && letters < LeastLastWord)
        {
            letters++;
        }

        int next = stop + 1;
        while (next < end && (QuotedParts.IsMark(text[next]) || text[next] is ')' or ']'))
        {
            next++;
        }

        return letters >= LeastLastWord && next < end && char.IsWhiteSpace(text[next]);
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        while (start < end && (char.IsWhiteSpace(text[start]) || QuotedParts.IsMark(text[start])))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || QuotedParts.IsMark(text[end - 1])))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
