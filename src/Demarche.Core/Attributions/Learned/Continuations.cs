using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Carries contents over paragraphs: the taggers read one paragraph at a time, a quotation may run through several.</summary>
internal static class Continuations
{
    /// <summary>Most paragraphs of one quotation; hostile text stays cheap.</summary>
    private const int Longest = 40;

    /// <summary>Adds to each content that ends with an unclosed quotation those that go on from it, up to one that has a cue of its own.</summary>
    public static void Extend(TokenColumns tokens, List<Relation> relations)
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
