using Demarche.Core.Parties;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Suggestions;

/// <summary>Cuts the matters out of what is said: "the port must end its night levy on trawlers" speaks of "night levy on trawlers".</summary>
internal static class MatterPhrases
{
    // A name of more words is a title of something, not a phrase for a codebook.
    private const int MostWords = 6;

    /// <summary>The noun phrases of some tokens, with what hangs on them by one preposition; names of parties and persons are none.</summary>
    /// <param name="document">A text with parts of speech.</param>
    /// <param name="tokens">Where to look.</param>
    /// <param name="names">Names of actors in the text, none of which stands in a phrase.</param>
    /// <returns>Where each phrase stands and its head noun ("levy" of "night levy on trawlers"), in text order; none overlap.</returns>
    public static IEnumerable<(TextSpan Phrase, TextSpan Head)> In(Document document, TokenRange tokens, IReadOnlyList<ActorMention> names)
    {
        for (int at = tokens.Start; at < tokens.End;)
        {
            // "%" counts as a noun.
            int end = char.IsLetter(document.Token(at)[0]) ? NounsEnd(document, at, tokens.End, names) : at;
            if (end == at)
            {
                at++;
                continue;
            }

            int tail = TailEnd(document, end, tokens.End, names);
            tail = tail - at <= MostWords ? tail : end;
            yield return (document.SpanOf(new TokenRange(at, tail)), document.Tokens[end - 1]);
            at = tail;
        }
    }

    private static int TailEnd(Document document, int end, int ceiling, IReadOnlyList<ActorMention> names)
    {
        if (end + 1 >= ceiling || document.Token(end) is not ("of" or "on" or "for" or "in" or "to" or "from" or "with" or "against" or "between"))
        {
            return end;
        }

        int start = end + 1;
        while (start < ceiling && document.Syntax.Upos(start) == "DET")
        {
            start++;
        }

        int tail = start < ceiling ? NounsEnd(document, start, ceiling, names) : start;
        return tail > start ? tail : end;
    }

    /// <summary>Index after the last noun of a run of adjectives and nouns; the start when there is no common noun in it.</summary>
    private static int NounsEnd(Document document, int start, int ceiling, IReadOnlyList<ActorMention> names)
    {
        int end = start;
        bool isMatter = false;
        for (int i = start; i < ceiling && i - start < MostWords && !IsName(document.Tokens[i], names) && document.SentenceOf(i) == document.SentenceOf(start); i++)
        {
            string part = document.Syntax.Upos(i);
            if (part is "NOUN" or "PROPN")
            {
                end = i + 1;
                isMatter |= part == "NOUN";
            }
            else if (part != "ADJ" && document.Syntax.Relation(i) is not ("amod" or "compound"))
            {
                break;
            }
        }

        return isMatter ? end : start;
    }

    private static bool IsName(TextSpan token, IReadOnlyList<ActorMention> names)
    {
        int low = 0;
        int high = names.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = names[middle].Span.End <= token.Start ? (middle + 1, high) : (low, middle);
        }

        return low < names.Count && names[low].Span.Start < token.End;
    }
}
