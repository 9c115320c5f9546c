using Demarche.Nlp;
using Demarche.Nlp.Tokenizing;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Quotation marks around a token. Templates 70-84.</summary>
internal static class QuoteTemplates
{
    public static void Add(in FeatureWriter writer, TokenFacts facts, int i, TokenRange paragraph)
    {
        QuoteColumns quotes = facts.Quotes;
        uint state = quotes.State[i];
        uint before = TokenFacts.At(quotes.State, i - 1, paragraph);
        uint after = TokenFacts.At(quotes.State, i + 1, paragraph);
        writer.Add(70, state);
        writer.Add(71, state, quotes.SinceOpen[i]);
        writer.Add(72, state, quotes.ToClose[i]);
        writer.Add(73, before, state, after);
        writer.Add(74, TokenFacts.At(quotes.State, i - 2, paragraph), before, state);
        writer.Add(75, state, after, TokenFacts.At(quotes.State, i + 2, paragraph));
        uint share = quotes.ShareAt(i, 0);
        writer.Add(76, state, share);
        writer.Add(77, state, share, quotes.ShareAt(i, -1));
        writer.Add(78, state, share, quotes.ShareAt(i, 1));
        writer.Add(79, state, Openness(facts, i));
        writer.Add(80, state, facts.Lemma[i]);
    }

    /// <summary>Whether the quotation around a token is closed, and whether it goes on from the paragraph before.</summary>
    public static uint Openness(TokenFacts facts, int i)
    {
        int number = facts.Tokens.QuotationOf(i);
        if (number < 0)
        {
            return 0;
        }

        Quotation quotation = facts.Tokens.Document.Quotations[number];
        return 1 + (quotation.IsClosed ? 1u : 0) + (quotation.Continues ? 2u : 0);
    }
}
