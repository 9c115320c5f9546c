using System.Collections.Frozen;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>Finds the words by which a text says that a position is given up: "dropped its demand", "no longer insists".</summary>
internal static class Withdrawal
{
    // "gave up its long-standing public demand": so many words may stand between the verb and what is given up.
    private const int LongestReach = 5;

    // Written by us; forms, because lines of a ledger carry no tags.
    private static readonly FrozenSet<string> GivingUp = SetOf(
        """
        drop drops dropped dropping withdraw withdraws withdrew withdrawn withdrawing abandon abandons abandoned abandoning retract
        retracts retracted retracting rescind rescinds rescinded relinquish relinquishes relinquished renounce renounces renounced
        shelve shelves shelved waive waives waived
        """);

    private static readonly FrozenSet<string> GivingUpWithParticle = SetOf("give gives gave given giving back backs backed backing walk walks walked walking");

    private static readonly FrozenSet<string> Particles = SetOf("up down away off back");

    private static readonly FrozenSet<string> Wanting = SetOf(
        """
        demand demands claim claims call calls proposal proposals offer offers threat threats condition conditions precondition
        preconditions insistence bid plan plans pledge pledges promise promises request requests ultimatum requirement support commitment
        """);

    private static readonly FrozenSet<string> Refusing = SetOf("opposition objection objections refusal rejection resistance veto");

    private static readonly FrozenSet<string> Either = SetOf("position");

    private static readonly FrozenSet<string> Holding = SetOf(
        """
        demand demands demanding insist insists insisting seek seeks seeking oppose opposes opposing opposed reject rejects rejecting
        want wants wanting call calls calling require requires requiring ask asks asking support supports supporting object objects
        """);

    /// <summary>The words that say it, in the line's evidence or before it in the same sentence; null when there are none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="given">What was held: a wish is given up as a demand, a refusal as a rejection.</param>
    public static string? WordsIn(LedgerEntry line, Direction given)
    {
        string[] words = Words(line.Before, line.Evidence);
        FrozenSet<string> stances = given == Direction.Supports ? Wanting : Refusing;
        for (int i = 0; i < words.Length; i++)
        {
            int end = EndAt(words, i, stances);
            if (end > i)
            {
                return string.Join(' ', words[i..end]);
            }
        }

        return null;
    }

    // Index after the last word of the expression that begins at the index, or the index itself.
    private static int EndAt(string[] words, int i, FrozenSet<string> stances)
    {
        if (words[i] == "no" && i + 2 < words.Length && words[i + 1] == "longer")
        {
            return Array.FindIndex(words, i + 2, Math.Min(2, words.Length - i - 2), Holding.Contains) + 1 is > 0 and var held ? held : i;
        }

        bool isPhrasal = GivingUpWithParticle.Contains(words[i]) && i + 1 < words.Length && Particles.Contains(words[i + 1]);
        if (!isPhrasal && !GivingUp.Contains(words[i]))
        {
            return i;
        }

        // "has not dropped its demand", "will never withdraw": nothing is given up.
        bool isDenied = words[Math.Max(0, i - 3)..i].Any(word => word is "not" or "never" or "no" or "won't" or "didn't" or "hasn't" or "must" or "should" or "to" or "if" or "unless");
        int start = i + (isPhrasal ? 2 : 1);
        int reach = Math.Min(LongestReach, words.Length - start);
        int given = isDenied ? -1 : Array.FindIndex(words, start, reach, word => Wanting.Contains(word) || Refusing.Contains(word) || Either.Contains(word));
        return given >= 0 && (stances.Contains(words[given]) || Either.Contains(words[given])) ? given + 1 : i;
    }

    private static string[] Words(string before, string evidence)
    {
        int sentence = before.LastIndexOfAny(['.', '!', '?', '\n']);
        return (before[(sentence + 1)..] + evidence).Replace('’', '\'').ToLowerInvariant()
            .Split([' ', '\n', ',', ';', ':', '"', '“', '”', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static FrozenSet<string> SetOf(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
