using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Carries contents over paragraphs: the taggers read one paragraph at a time, a quotation may run through several.</summary>
internal static class Continuations
{
    /// <summary>Most paragraphs of one quotation; hostile text stays cheap.</summary>
    private const int Longest = 40;

    /// <summary>
    /// Adds to each content that ends with an unclosed quotation those that go on from it, up to one that has a cue of its own; and to the
    /// last quotation of a paragraph the next paragraphs that are nothing but a quotation.
    /// </summary>
    /// <param name="tokens">The text.</param>
    /// <param name="relations">What was found, in text order of the cues; changed in place.</param>
    /// <param name="isClosed">One entry a sentence: whether it is not read.</param>
    public static void Extend(TokenColumns tokens, List<Relation> relations, bool[] isClosed)
    {
        bool[] isTaken = new bool[tokens.Count];
        foreach (Relation relation in relations)
        {
            foreach (TokenRange range in relation.Content)
            {
                isTaken.AsSpan(range.Start, range.Length).Fill(true);
            }
        }

        for (int i = 0; i < relations.Count; i++)
        {
            List<TokenRange> more = After(tokens, relations[i].Content[^1].End, isTaken);
            if (more.Count > 0)
            {
                relations[i] = relations[i] with { Content = [.. relations[i].Content, .. more] };
            }
        }

        AddWholeParagraphs(tokens, relations, isTaken, isClosed);
    }

    /// <summary>Of paragraphs that are one quotation without a cue, 94 of 101 belong to whoever was quoted in the paragraph before (PolNeAR).</summary>
    private static void AddWholeParagraphs(TokenColumns tokens, List<Relation> relations, bool[] isTaken, bool[] isClosed)
    {
        Document document = tokens.Document;
        int[] quoted = LastQuoted(tokens, relations);
        for (int p = 1; p < document.Paragraphs.Length; p++)
        {
            TokenRange paragraph = document.Paragraphs[p];
            int owner = quoted[p - 1];
            if (owner < 0 || relations[owner].Content.Count >= Longest || isClosed[document.SentenceOf(paragraph.Start)] || !IsQuotation(tokens, paragraph, isTaken))
            {
                continue;
            }

            relations[owner] = relations[owner] with { Content = [.. relations[owner].Content, paragraph] };
            quoted[p] = owner;
        }
    }

    /// <summary>Of each paragraph the last relation that quotes in it; -1 for none, -2 where a cue without a quotation comes after it.</summary>
    private static int[] LastQuoted(TokenColumns tokens, List<Relation> relations)
    {
        int[] last = new int[tokens.Document.Paragraphs.Length];
        Array.Fill(last, -1);
        for (int i = 0; i < relations.Count; i++)
        {
            TokenRange piece = relations[i].Content[^1];
            bool isQuoted = tokens.QuotationOf(piece.End - 1) >= 0;
            int paragraph = tokens.Document.ParagraphOf(isQuoted ? piece.End - 1 : relations[i].Cue.Start);
            last[paragraph] = isQuoted ? i : -2;
        }

        return last;
    }

    private static bool IsQuotation(TokenColumns tokens, TokenRange paragraph, bool[] isTaken)
    {
        int quotation = tokens.QuotationOf(paragraph.Start);
        return quotation >= 0 && tokens.Quotation(quotation) == paragraph && tokens[paragraph.End - 1] == WordClass.QuoteClose
            && !isTaken.AsSpan(paragraph.Start, paragraph.Length).Contains(true);
    }

    private static List<TokenRange> After(TokenColumns tokens, int end, bool[] isTaken)
    {
        var more = new List<TokenRange>();
        int last = tokens.QuotationOf(end - 1);
        while (last >= 0 && tokens.Quotation(last).End == end && more.Count < Longest)
        {
            int next = tokens.QuotationOf(end);
            if (next < 0 || !tokens.Document.Quotations[next].Continues || tokens[end] != WordClass.QuoteOpen || isTaken[end])
            {
                break;
            }

            TokenRange range = tokens.Quotation(next);
            isTaken.AsSpan(range.Start, range.Length).Fill(true);
            more.Add(range);
            (last, end) = (next, range.End);
        }

        return more;
    }
}
