using System.Collections.Frozen;
using Demarche.Nlp.Stemming;

namespace Demarche.Core.Comparisons;

/// <summary>Cuts what is demanded out of a sentence: "Norland called for an end to the toll on Monday" gives "end to the toll".</summary>
internal static class DemandPhrases
{
    // A demand that goes on longer is told by its first words.
    private const int LongestPhrase = 7;

    // Written by us: words after which stands what somebody wants or refuses.
    private static readonly FrozenSet<string> Triggers = SetOf(
        """
        demand demands demanded demanding urge urges urged urging propose proposes proposed proposing reject rejects rejected rejecting
        refuse refuses refused refusing oppose opposes opposed opposing support supports supported supporting insist insists insisted
        insisting want wants wanted seek seeks sought seeking must should require requires required call calls called calling offer offers
        offered pledge pledges pledged promise promises promised agree agrees agreed threaten threatens threatened
        """);

    // Between the trigger and the demand.
    private static readonly FrozenSet<string> Links = SetOf("for on upon to that of with a an the its their his her be not any all an immediate immediately more further");

    // Where the demand ends.
    private static readonly FrozenSet<string> Ends = SetOf(
        """
        and or but which who whom that because as until unless if when while after before since though although by from at he she they it we
        said says saying told on monday tuesday wednesday thursday friday saturday sunday yesterday today last this next is are was were
        would will could may might must should has have had
        """);

    private static readonly FrozenSet<string> Light = SetOf(
        "a an the of to in on for with its their his her be not no any all some more further this that these those immediate immediately");

    /// <summary>The phrases of a sentence, each as written and with the stems of its telling words, in order.</summary>
    public static IEnumerable<(string Phrase, string[] Stems)> In(string sentence)
    {
        (string Word, bool EndsClause)[] words = [.. Words(sentence)];
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].EndsClause || !Triggers.Contains(words[i].Word.ToLowerInvariant()))
            {
                continue;
            }

            int start = i + 1;
            while (start < words.Length && Links.Contains(words[start].Word.ToLowerInvariant()) && !words[start].EndsClause)
            {
                start++;
            }

            int end = start;
            while (end < words.Length && end - start < LongestPhrase && !Ends.Contains(words[end].Word.ToLowerInvariant()))
            {
                if (words[end++].EndsClause)
                {
                    break;
                }
            }

            string[] phrase = [.. words[start..end].Select(word => word.Word)];
            string[] stems = [.. phrase.Select(word => word.ToLowerInvariant()).Where(word => !Light.Contains(word)).Select(word => EnglishStemmer.Stem(word)).Distinct(StringComparer.Ordinal)];

            // One word says too little of an outcome.
            if (stems.Length > 1)
            {
                yield return (string.Join(' ', phrase).TrimEnd('’', '\''), stems);
            }
        }
    }

    private static IEnumerable<(string Word, bool EndsClause)> Words(string sentence)
    {
        foreach (string piece in sentence.Split([' ', '\n', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            string word = piece.Trim('"', '“', '”', '‘', '(', ')', '[', ']', ',', '.', ';', ':', '!', '?', '—', '–', '…');
            if (word.Length > 0)
            {
                yield return (word, piece[^1] is ',' or '.' or ';' or ':' or '!' or '?' or '—' or '–' or '”' or '"' or ')');
            }
        }
    }

    private static FrozenSet<string> SetOf(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
