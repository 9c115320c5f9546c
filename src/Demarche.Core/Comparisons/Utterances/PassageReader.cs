using Demarche.Core.Attributions;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Cuts what an article attributes into passages: sentences, and the quoted parts of reported sentences.</summary>
/// <param name="words">Splits passages into words.</param>
internal sealed class PassageReader(WordLikeness words)
{
    // Before a full stop that ends a sentence stands a word of this many letters; shorter ones are initials and abbreviations.
    private const int LeastLastWord = 3;

    /// <summary>The passages of <paramref name="article"/> in text order; a quoted part stands beside the sentence it is part of.</summary>
    public IReadOnlyList<Passage> Read(ComparedArticle article)
    {
        var passages = new List<Passage>();
        var seen = new HashSet<TextSpan>();
        // What somebody merely wants or believes is the outlet's finding, unless it is found in quoted words.
        foreach (Attribution attribution in article.Attributions.Where(
            attribution => attribution.Type == AttributionType.Statement || attribution.Kind != AttributionKind.Indirect))
        {
            foreach (TextSpan content in attribution.Content)
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
