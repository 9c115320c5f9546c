using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>Gives verbs the subject that is theirs by the words, where the tree has none or another: clefts, bare verbs behind a "will", who is bound to do something.</summary>
internal static class SubjectMending
{
    /// <summary>Words from the "it was" of a cleft to the pronoun: "it was not us but Norland that". Set by hand.</summary>
    private const int LongestCleft = 8;

    /// <summary>Words from a "will" to its verb. Set by hand.</summary>
    private const int ModalReach = 3;

    /// <summary>Changes <paramref name="heads"/> and <paramref name="relations"/> in place, both indexed by word.</summary>
    /// <param name="words">The words, of which those of a party carry its key.</param>
    /// <param name="heads">Index of the word that governs each, -1 for a root.</param>
    /// <param name="relations">Its relation to it.</param>
    /// <param name="acts">Which words do something.</param>
    public static void Mend(WordText words, int[] heads, string[] relations, bool[] acts)
    {
        for (int i = 1; i < heads.Length; i++)
        {
            if (relations[i].Length == 0)
            {
                continue;
            }

            if (words.Key(i) is "that" or "who" or "which" && (IsParty(words, i - 1) || (i > 1 && IsParty(words, i - 2) && words.IsWord(i - 1))))
            {
                Unfold(words, heads, relations, i);
            }
            else if (IsParty(words, i) && !IsParty(words, i - 1))
            {
                Bind(words, heads, relations, acts, i);
            }
            else if (acts[i])
            {
                Follow(words, heads, relations, i);
            }
        }
    }

    /// <summary>Index of the "it" of a cleft whose pronoun stands at <paramref name="pronoun"/>, or -1: "it was Norland | that", "it is not us but Norland | who".</summary>
    public static int CleftBefore(WordText words, int pronoun)
    {
        for (int i = pronoun - 2; i > 0 && i >= pronoun - LongestCleft; i--)
        {
            if (IsBe(words, i))
            {
                return words.Key(i - 1) == "it" && words.Span(i - 1).Length == 2 ? i - 1 : -1;
            }

            bool isInside = IsParty(words, i) || words.Key(i) is "the" or "not" or "but" or "and" or "us" or "we" or "they" or "them" or "you" or "or" or "nor" or "it" or "himself" or "itself" || words.IsCapital(i);
            if (!isInside)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"It was Norland that closed it" is read as "Norland closed it".</summary>
    private static void Unfold(WordText words, int[] heads, string[] relations, int pronoun)
    {
        int it = CleftBefore(words, pronoun);
        int verb = heads[pronoun];
        if (it < 0 || verb <= pronoun || relations[pronoun] is not ("nsubj" or "nsubj:pass" or "obj"))
        {
            return;
        }

        int top = TopWithin(heads, it, pronoun, verb);
        if (top >= 0 && heads[verb] >= it && heads[verb] < pronoun)
        {
            (heads[verb], relations[verb]) = (heads[top], relations[top]);
        }

        int first = it + 2;
        int name = LastAbove(heads, first, pronoun);
        bool isContrast = false;
        for (int i = first; i < pronoun; i++)
        {
            isContrast |= words.Key(i) == "but";
        }

        for (int i = it; i <= pronoun; i++)
        {
            bool isFrame = i <= it + 1 || i == pronoun || (isContrast && i < name && words.Key(i) is "not" or "but" or "us" or "we" or "them");
            if (isFrame)
            {
                (heads[i], relations[i]) = (verb, i == pronoun ? "mark" : "expl");
            }
            else if (i != name && (heads[i] < it || heads[i] >= pronoun))
            {
                heads[i] = words.Key(i) == "not" ? verb : name;
            }
        }

        (heads[name], relations[name]) = (verb, "nsubj");
        Reopen(heads, relations, it, pronoun, verb);
    }

    /// <summary>"recalled | that it was Norland that": what opens the clause opens the verb's.</summary>
    private static void Reopen(int[] heads, string[] relations, int it, int pronoun, int verb)
    {
        for (int i = Math.Max(0, it - 3); i < it; i++)
        {
            heads[i] = relations[i] is "mark" or "cc" && heads[i] >= it && heads[i] < pronoun ? verb : heads[i];
        }
    }

    /// <summary>The word that governs the last of a range from inside it.</summary>
    private static int LastAbove(int[] heads, int start, int end)
    {
        int word = end - 1;
        for (int step = 0; step < ClauseTree.DeepestPath && heads[word] >= start && heads[word] < end; step++)
        {
            word = heads[word];
        }

        return word;
    }

    /// <summary>The word from "it" to the pronoun that is governed from outside, by another than the verb; -1 when there is none.</summary>
    private static int TopWithin(int[] heads, int it, int pronoun, int verb)
    {
        for (int i = it; i < pronoun; i++)
        {
            if (heads[i] != verb && (heads[i] < it || heads[i] >= pronoun))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"commits Norland to lift it", "will see Norland lift it", "under the accord, Norland is to lift it": the one named does it.</summary>
    private static void Bind(WordText words, int[] heads, string[] relations, bool[] acts, int party)
    {
        int end = party + 1;
        while (end < heads.Length && IsParty(words, end))
        {
            end++;
        }

        int before = party - (words.Key(party - 1) == "the" ? 2 : 1);
        if (before < 1 || end >= heads.Length || words.IsPossessive(end - 1))
        {
            return;
        }

        int name = LastAbove(heads, party, end);
        if (words.Key(end) == "to" && relations[end] == "mark")
        {
            Oblige(words, heads, relations, before, name, heads[end]);
        }
        else if (acts[end] && words.Key(before) == "see" && words.Key(before - 1) is "will" or "would" or "to" && relations[end] is "compound" or "amod" && heads[end] > end)
        {
            // "see Norland restart grain purchases", taken for one long noun.
            int noun = heads[end];
            (heads[end], relations[end]) = (before, "ccomp");
            (heads[noun], relations[noun]) = (end, "obj");
            (heads[name], relations[name]) = (end, "nsubj");
        }
        else if (relations[name] == "flat" && words.Key(before) == "," && relations[end] is "cop" or "aux" && heads[end] > end)
        {
            (heads[name], relations[name]) = (heads[end], "nsubj");
        }
    }

    /// <summary>"commits | Norland to lift it", "provides for | Norland to lift it".</summary>
    private static void Oblige(WordText words, int[] heads, string[] relations, int before, int name, int verb)
    {
        bool isFor = words.Key(before) == "for" && words.Key(before - 1) is "provid" or "arrang";
        if (isFor)
        {
            (heads[before], relations[before]) = (verb, "mark");
        }

        if (isFor || words.Key(before) is "commit" or "bind" or "oblig")
        {
            (heads[name], relations[name]) = (verb, "nsubj");
        }
    }

    /// <summary>"which Norland will buy, | keep | and store": a bare verb goes on with the nearest that has a "will" or "to", not with one farther off.</summary>
    private static void Follow(WordText words, int[] heads, string[] relations, int bare)
    {
        int far = heads[bare];
        bool isList = far >= 0 && far < bare && relations[bare] is "conj" or "parataxis" or "ccomp" or "advcl" && words.Key(bare - 1) is "," or "and" or "or" && IsBare(words, bare) && !HasOwn(heads, relations, bare);
        for (int i = bare - 1; isList && i >= Math.Max(0, far - ModalReach); i--)
        {
            bool isModal = relations[i] == "aux" && words.Key(i) is "will" or "would" or "shall" or "can" or "could" or "must" or "should" or "may" && heads[i] >= far && heads[i] < bare;
            if (isModal && IsUnder(heads, heads[i], far) && relations[heads[i]] != "conj")
            {
                (heads[bare], relations[bare]) = (heads[i], "conj");
                break;
            }
        }

        if (isList)
        {
            Take(heads, relations, bare);
        }
    }

    /// <summary>"will lift it and | buy | grain": the noun right behind a verb is its object and hangs on no verb before it.</summary>
    private static void Take(int[] heads, string[] relations, int verb)
    {
        int noun = verb + 1;
        for (int step = 0; step < LongestCleft && noun < heads.Length && heads[noun] > noun; step++)
        {
            noun = heads[noun];
        }

        if (noun < heads.Length && relations[noun] is "nmod:unmarked" or "obl:unmarked" && heads[noun] >= 0 && heads[noun] < verb)
        {
            (heads[noun], relations[noun]) = (verb, "obj");
        }
    }

    private static bool HasOwn(int[] heads, string[] relations, int verb)
    {
        for (int i = Math.Max(0, verb - ClauseTree.DeepestPath); i < verb; i++)
        {
            if (heads[i] == verb && relations[i] is "nsubj" or "nsubj:pass" or "aux" or "mark" or "aux:pass" or "cop")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnder(int[] heads, int word, int top)
    {
        int at = word;
        for (int step = 0; step < ClauseTree.DeepestPath && at > top; step++)
        {
            at = heads[at];
        }

        return at == top;
    }

    private static bool IsBare(WordText words, int at)
    {
        string word = words.Span(at).Of(words.Text);
        return !word.EndsWith("ing", StringComparison.Ordinal) && !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith('s');
    }

    private static bool IsBe(WordText words, int at) => words.Span(at).SliceOf(words.Text) is "is" or "was" or "'s" or "\u2019s";

    private static bool IsParty(WordText words, int at) => words.Key(at) is ['@', _, ..];
}
