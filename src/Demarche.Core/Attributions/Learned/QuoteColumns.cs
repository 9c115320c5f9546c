using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Where each token stands to the quotation marks, and how much of each sentence is quoted.</summary>
internal sealed class QuoteColumns
{
    private const int Outside = 0;
    private const int Opening = 1;
    private const int Within = 2;
    private const int Closing = 3;

    public QuoteColumns(TokenColumns tokens)
    {
        Document document = tokens.Document;
        int count = tokens.Count;
        State = new byte[count];
        SinceOpen = new byte[count];
        ToClose = new byte[count];
        Sentence = new int[count];
        for (int i = 0; i < count; i++)
        {
            int quotation = tokens.QuotationOf(i);
            if (quotation >= 0)
            {
                TokenRange range = tokens.Quotation(quotation);
                State[i] = (byte)(tokens[i] == WordClass.QuoteOpen ? Opening : tokens[i] == WordClass.QuoteClose ? Closing : Within);
                SinceOpen[i] = Bucket(i - range.Start);
                ToClose[i] = Bucket(range.End - 1 - i);
            }
        }

        Share = new byte[document.Sentences.Length];
        for (int s = 0; s < Share.Length; s++)
        {
            TokenRange sentence = document.Sentences[s];
            int quoted = 0;
            for (int i = sentence.Start; i < sentence.End; i++)
            {
                Sentence[i] = s;
                quoted += State[i] != Outside ? 1 : 0;
            }

            Share[s] = ShareOf(quoted, sentence.Length);
        }
    }

    /// <summary>0 outside, 1 opening mark, 2 inside, 3 closing mark.</summary>
    public byte[] State { get; }

    /// <summary>Tokens since the opening mark, in steps.</summary>
    public byte[] SinceOpen { get; }

    /// <summary>Tokens to the closing mark, in steps.</summary>
    public byte[] ToClose { get; }

    /// <summary>Index of each token's sentence.</summary>
    public int[] Sentence { get; }

    /// <summary>How much of each sentence is quoted: 0 nothing, 1 up to half, 2 more, 3 all.</summary>
    public byte[] Share { get; }

    /// <summary>Share of the sentence <paramref name="offset"/> sentences on; 9 when there is none.</summary>
    public byte ShareAt(int token, int offset)
    {
        int sentence = Sentence[token] + offset;
        return sentence < 0 || sentence >= Share.Length ? (byte)9 : Share[sentence];
    }

    /// <summary>A number of tokens in steps: 0 to 3 each, then 4-6, 7-12, 13-25, more.</summary>
    public static byte Bucket(int count) =>
        (byte)(count <= 3 ? Math.Max(0, count) : count <= 6 ? 4 : count <= 12 ? 5 : count <= 25 ? 6 : 7);

    private static byte ShareOf(int quoted, int length) =>
        (byte)(quoted == 0 ? 0 : quoted * 2 <= length ? 1 : quoted < length - 1 ? 2 : 3);
}
