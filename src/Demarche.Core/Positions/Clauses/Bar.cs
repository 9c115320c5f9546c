using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>"no Y without X", "without X there will be no Y": a thing is barred until the other comes.</summary>
internal static class Bar
{
    /// <summary>How far from "without" the word stands that bars the other thing, in words. Set by hand.</summary>
    private const int Reach = 18;

    /// <summary>Place of the word that bars, first before the "without" at <paramref name="at"/>, then behind it; null when there is none or no "without".</summary>
    public static int? Find(WordText words, int at, WordRange sentence)
    {
        // "with or without a vote" waits for none.
        if (words.Key(at) != "without" || (at > 0 && words.Key(at - 1) == "or"))
        {
            return null;
        }

        for (int i = at - 2; i >= Math.Max(sentence.Start, at - Reach) && words.Key(i) is not (";" or "." or "\n"); i--)
        {
            if (IsBar(words.Key(i)))
            {
                return i;
            }
        }

        for (int i = at + 1; i < Math.Min(sentence.End, at + Reach); i++)
        {
            if (IsBar(words.Key(i)) || IsLost(words.Key(i)))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Whether the main clause after "without X" starts at <paramref name="at"/>: with its subject, or with the word that bars it.</summary>
    public static bool OpensMain(WordText words, int at) =>
        IsBar(words.Key(at)) || words.Key(at) == "there" || (IsDeterminer(words.Key(at)) && !Continues(words.Key(at - 1)));

    private static bool IsBar(string key) => key is "no" or "not" or "cannot" or "never" or "impossible";

    // "Without the levy the works are finished": what is lost without a thing has need of it.
    private static bool IsLost(string key) => key is "finish" or "lost" or "doom" or "dead" or "worthless" or "useless" or "pointless" or "meaningless" or "collaps";

    private static bool IsDeterminer(string key) => key is "the" or "any" or "this" or "our" or "its";

    private static bool Continues(string key) =>
        key is "of" or "in" or "on" or "for" or "under" or "by" or "with" or "to" or "over" or "at" or "from" or "between" or "and";
}
