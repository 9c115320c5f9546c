using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Finds the stretches in quotation marks: curly, straight, low-high, guillemets, double and single, nested and damaged ones.</summary>
/// <remarks>Each paragraph is read by itself, so no damaged mark reaches further than its paragraph. Time is linear in the tokens.</remarks>
public sealed class QuotationFinder
{
    /// <summary>The quotations of <paramref name="text"/>, in text order, a nested one after the one that holds it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, in text order.</param>
    /// <param name="paragraphs">Its paragraphs, covering every token.</param>
    public IReadOnlyList<Quotation> Find(string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<TokenRange> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new QuotationReader(text, tokens);
        QuoteFamily unclosed = QuoteFamily.None;
        foreach (TokenRange paragraph in paragraphs)
        {
            unclosed = reader.Read(paragraph, unclosed);
        }

        return WithDepths(reader.Found);
    }

    private static Quotation[] WithDepths(List<Quotation> found)
    {
        found.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        var ends = new Stack<int>();
        var result = new Quotation[found.Count];
        for (int index = 0; index < result.Length; index++)
        {
            while (ends.Count > 0 && ends.Peek() <= found[index].Span.Start)
            {
                ends.Pop();
            }

            result[index] = found[index] with { Depth = ends.Count };
            ends.Push(found[index].Span.End);
        }

        return result;
    }
}
