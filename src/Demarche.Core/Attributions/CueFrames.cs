using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>
/// What stands around a word that may head a cue. The same steps as <c>frames</c> in <c>eval/lexicon/learn.py</c>,
/// so that use and training agree.
/// </summary>
/// <param name="GroupStart">First token of the verb group: its auxiliaries, adverbs and negation.</param>
/// <param name="Auxiliary">The auxiliary nearest before the word, or <see cref="WordClass.None"/>.</param>
/// <param name="Left">Class before the verb group; <see cref="WordClass.Start"/> at the start of the sentence.</param>
/// <param name="After">Index of the first token after the word that is no adverb, negation or day.</param>
/// <param name="Right">Class of that token; <see cref="WordClass.End"/> at the end of the sentence.</param>
internal readonly record struct CueFrames(int GroupStart, WordClass Auxiliary, WordClass Left, int After, WordClass Right)
{
    private const int LongestGroup = 8;

    /// <summary>Tokens a quotation may be away and still speak for a cue.</summary>
    private const int QuotationReach = 8;

    /// <summary>The frames of the token at <paramref name="head"/> in its sentence.</summary>
    public static CueFrames Of(TokenColumns tokens, int head, TokenRange sentence)
    {
        WordClass auxiliary = WordClass.None;
        int left = head - 1;
        while (left >= sentence.Start && head - left <= LongestGroup && (IsGroup(tokens[left]) || IsMarkInside(tokens, left, sentence.Start)))
        {
            if (auxiliary == WordClass.None && IsAuxiliary(tokens[left]))
            {
                auxiliary = tokens[left];
            }

            left--;
        }

        int right = head + 1;
        if (right + 1 < sentence.End && tokens[right] == WordClass.QuoteClose && tokens[right + 1] is WordClass.To or WordClass.Preposition)
        {
            right++;
        }

        while (right < sentence.End && right - head <= 3 && tokens[right] is WordClass.Adverb or WordClass.Not or WordClass.Time)
        {
            right++;
        }

        return new CueFrames(
            left + 1,
            auxiliary,
            left >= sentence.Start ? tokens[left] : WordClass.Start,
            right,
            right < sentence.End ? tokens[right] : WordClass.End);
    }

    /// <summary>Probability that the token heads a cue; 0-1.</summary>
    public double Probability(TokenColumns tokens, int head, TokenRange sentence, (CueLexicon Lexicon, CueForm Form) entry)
    {
        (CueLexicon lexicon, CueForm form) = entry;
        ReadOnlySpan<char> word = tokens.Word(head);
        int right = CueLexicon.Symbol(Right);
        int left = CueLexicon.Symbol(Left);
        int aux = CueLexicon.Symbol(Auxiliary);
        int after = Right == WordClass.Preposition ? lexicon.Symbol(tokens.Word(After)) : right;
        int ending = lexicon.Symbol(Ending(word));
        float sum = form.Weight
            + lexicon.Weight(CueRow.After, form.Id, after)
            + lexicon.Weight(CueRow.Before, form.Id, aux)
            + lexicon.Weight(CueRow.Left, left)
            + lexicon.Weight(CueRow.Right, right)
            + lexicon.Weight(CueRow.Aux, aux, left)
            + lexicon.Weight(CueRow.Frame, left, right)
            + lexicon.Weight(CueRow.Shape, lexicon.Symbol(char.IsUpper(word[0]) ? "Capital" : "lower"), CueLexicon.Symbol(tokens[head]))
            + lexicon.Weight(CueRow.Ending, ending, left)
            + lexicon.Weight(CueRow.EndAux, ending, aux)
            + lexicon.Weight(CueRow.EndRight, ending, right)
            + QuotationWeight(tokens, head, sentence, lexicon);
        return 1 / (1 + Math.Exp(-sum));
    }

    private static float QuotationWeight(TokenColumns tokens, int head, TokenRange sentence, CueLexicon lexicon)
    {
        float sum = 0;
        for (int i = Math.Max(sentence.Start, head - QuotationReach); i < head; i++)
        {
            if (tokens[i] == WordClass.QuoteClose)
            {
                sum += lexicon.Weight(CueRow.QuoteBefore);
                break;
            }
        }

        for (int i = head + 1; i < Math.Min(sentence.End, head + QuotationReach); i++)
        {
            if (tokens[i] == WordClass.QuoteOpen)
            {
                return sum + lexicon.Weight(CueRow.QuoteAfter);
            }
        }

        return sum;
    }

    private static string Ending(ReadOnlySpan<char> word) =>
        word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) ? "ing"
        : word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) ? "ed"
        : word.EndsWith("s", StringComparison.OrdinalIgnoreCase) ? "s" : "none";

    /// <summary>'remains "open to"', 'is "fully committed" to': a quotation may open inside the group.</summary>
    private static bool IsMarkInside(TokenColumns tokens, int index, int start) =>
        tokens[index] == WordClass.QuoteOpen && index > start && IsAuxiliary(tokens[index - 1]);

    private static bool IsAuxiliary(WordClass c) =>
        c is WordClass.Be or WordClass.Have or WordClass.Do or WordClass.Modal or WordClass.To or WordClass.Clitic;

    private static bool IsGroup(WordClass c) => IsAuxiliary(c) || c is WordClass.Adverb or WordClass.Not;
}
