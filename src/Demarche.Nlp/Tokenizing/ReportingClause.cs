using System.Collections.Frozen;
using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Recognises a clause such as <c>Ms. Orlova asked</c> after a closing quotation mark: it goes on with the sentence of the quotation.</summary>
internal static class ReportingClause
{
    // A name with its title and a short apposition; longer subjects begin a sentence of their own more often than not.
    private const int LongestSubject = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = """
        said says say saying asked asks ask told tells tell wrote writes added adds replied replies answered answers shouted cried
        exclaimed wondered demanded declared remarked tweeted posted continued yelled screamed whispered quipped joked pleaded urged warned
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether one begins at the token <paramref name="start"/>: capitalised words that open no sentence, then a reporting verb.</summary>
    public static bool StartsAt(string text, ReadOnlySpan<TextSpan> tokens, int start, int end) =>
        VerbOf(text, tokens, start, end) >= 0;

    /// <summary>Whether one begins at the token <paramref name="start"/> and ends with its verb: <c>Ms. Orlova said.</c></summary>
    public static bool IsWholeAt(string text, ReadOnlySpan<TextSpan> tokens, int start, int end)
    {
        int verb = VerbOf(text, tokens, start, end);
        return verb >= 0 && (verb + 1 == end || text[tokens[verb + 1].Start] == '.');
    }

    private static int VerbOf(string text, ReadOnlySpan<TextSpan> tokens, int start, int end)
    {
        int last = Math.Min(end, start + LongestSubject + 1);
        for (int index = start; index < last; index++)
        {
            ReadOnlySpan<char> token = tokens[index].SliceOf(text);
            if (index > start && Verbs.Contains(token))
            {
                return index;
            }

            if (!Characters.IsUpperAt(text, tokens[index].Start) || SentenceStarters.Contains(token))
            {
                return -1;
            }
        }

        return -1;
    }
}
