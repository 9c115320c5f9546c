using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>Mends what parsers of news often get wrong, where the words themselves leave no doubt; each arc is moved at most once.</summary>
internal static class TreeMending
{
    /// <summary>Words of "statement by the minister", before the preposition. Set by hand.</summary>
    private const int LongestTelling = 8;

    /// <summary>Changes <paramref name="heads"/> and <paramref name="relations"/> in place; both are indexed by word, -1 is the head of a root.</summary>
    /// <param name="words">The words.</param>
    /// <param name="heads">Index of the word that governs each.</param>
    /// <param name="relations">Its relation to it.</param>
    /// <param name="operators">The words of stance, in text order.</param>
    public static void Mend(WordText words, int[] heads, string[] relations, IReadOnlyList<OperatorHit> operators)
    {
        Coordinate(words, heads, relations);
        Name(heads, relations);
        Compound(words, heads, relations);
        bool[] acts = new bool[heads.Length];
        foreach (OperatorHit hit in operators)
        {
            if (hit.Operator.Group == OperatorGroup.Attitude)
            {
                Complete(words, heads, relations, hit);
            }

            if (hit.Operator.Group is OperatorGroup.Attitude or OperatorGroup.Change or OperatorGroup.Deed)
            {
                Array.Fill(acts, true, hit.Start, hit.End - hit.Start);
            }
        }

        Attach(words, heads, relations, acts);
        Tell(words, heads, relations);
        SubjectMending.Mend(words, heads, relations, acts);
        foreach (OperatorHit hit in operators)
        {
            if (hit.Operator.Group == OperatorGroup.Judgement)
            {
                Judge(words, heads, relations, hit);
            }
        }
    }

    /// <summary>"called the decision to shelve it | a mistake": the verdict is on the object of calling, not on what the infinitive inside names.</summary>
    private static void Judge(WordText words, int[] heads, string[] relations, OperatorHit verdict)
    {
        int word = LeadOf(heads, verdict);
        int verb = word >= 0 && relations[word] is "obl:unmarked" or "obj" or "xcomp" or "appos" ? heads[word] : -1;
        for (int step = 0; step < ClauseTree.DeepestPath && verb >= 0; step++)
        {
            if (verb < word && IsNaming(words.Key(verb)))
            {
                (heads[word], relations[word]) = (verb, "xcomp");
                return;
            }

            verb = relations[verb] is "acl" or "advcl" or "obj" or "xcomp" ? heads[verb] : -1;
        }
    }

    private static bool IsNaming(string key) => key is "call" or "consid" or "deem" or "brand" or "label" or "dub" or "declar" or "find" or "found" or "term" or "think";

    /// <summary>"insisted on an end | to the toll", "no interest in | a cut": what follows a noun that does something to it is its object and not the verb's.</summary>
    private static void Attach(WordText words, int[] heads, string[] relations, bool[] acts)
    {
        for (int preposition = 1; preposition < heads.Length; preposition++)
        {
            int noun = relations[preposition] == "case" ? heads[preposition] : -1;
            if (noun <= preposition || relations[noun] != "obl" || words.Key(preposition) is not ("to" or "of" or "in" or "on" or "from" or "for" or "against" or "over"))
            {
                continue;
            }

            int verb = heads[noun];
            int before = preposition - 1;

            // "words on the need | for a ceasefire": the noun right before it, whatever that hangs on.
            bool isNear = acts[before] && relations[before] == "nmod" && words.Key(preposition) == "for";
            for (int step = 0; step < ClauseTree.DeepestPath && before >= 0 && heads[before] != verb && !isNear; step++)
            {
                before = heads[before];
            }

            if (verb >= 0 && before > verb && before < preposition && acts[before] && (isNear || relations[before] is "obj" or "obl" or "xcomp"))
            {
                heads[noun] = before;
                relations[noun] = "nmod";
            }
        }
    }

    /// <summary>"a statement by Norland | on the need to lift it": what it is about hangs on what was told, not on the verb before it.</summary>
    private static void Tell(WordText words, int[] heads, string[] relations)
    {
        for (int preposition = 2; preposition < heads.Length; preposition++)
        {
            int noun = relations[preposition] == "case" && words.Key(preposition) is "on" or "about" or "of" ? heads[preposition] : -1;
            if (noun <= preposition || relations[noun] is not ("obl" or "nmod") || heads[noun] < 0 || heads[noun] >= preposition)
            {
                continue;
            }

            int told = preposition - 1;
            while (told > heads[noun] && told > preposition - LongestTelling && !TextNouns.Is(words.Key(told)) && words.Key(told) is not ("," or "on" or "about"))
            {
                told--;
            }

            if (told > heads[noun] && TextNouns.Is(words.Key(told)))
            {
                int teller = told + 1 < preposition && words.Key(told + 1) is "by" or "from" ? heads[told + 1] : -1;
                (heads[noun], relations[noun]) = (told, "nmod");
                if (teller > told && teller < preposition)
                {
                    (heads[teller], relations[teller]) = (told, "nmod");
                }
            }
        }
    }

    /// <summary>"could not pay | and was in favour": what an "and" joins to a word before it is coordinated with that.</summary>
    private static void Coordinate(WordText words, int[] heads, string[] relations)
    {
        for (int i = 0; i < heads.Length; i++)
        {
            int second = relations[i] == "cc" ? heads[i] : -1;
            if (second > i && heads[second] >= 0 && heads[second] < i && words.Key(i) is "and" or "but" or "or" && relations[second] is "xcomp" or "advcl" or "advcl:relcl" or "acl" or "acl:relcl" or "dep")
            {
                relations[second] = "conj";
            }
        }
    }

    /// <summary>"Norland, which owns no dredger, will stay": nobody is called upon by name in a statement that has no other subject.</summary>
    private static void Name(int[] heads, string[] relations)
    {
        for (int i = 0; i < heads.Length; i++)
        {
            if (relations[i] == "vocative" && heads[i] > i && !HasSubject(heads, relations, heads[i]))
            {
                relations[i] = "nsubj";
            }
        }
    }

    /// <summary>"its new rock | salt | curbs", taken for a noun with an object of its own: the last noun is what is spoken of.</summary>
    private static void Compound(WordText words, int[] heads, string[] relations)
    {
        for (int last = 1; last < heads.Length; last++)
        {
            int first = last - 1;
            if (relations[last] != "obj" || heads[last] != first || relations[first] != "obj" || IsGerund(words, first) || IsPronoun(words, last))
            {
                continue;
            }

            (heads[last], relations[last]) = (heads[first], relations[first]);
            (heads[first], relations[first]) = (last, "compound");
            for (int i = Math.Max(0, first - LongestTelling); i < first; i++)
            {
                heads[i] = heads[i] == first ? last : heads[i];
            }
        }
    }

    private static bool HasSubject(int[] heads, string[] relations, int verb)
    {
        for (int i = Math.Max(0, verb - ClauseTree.DeepestPath); i < Math.Min(heads.Length, verb + ClauseTree.DeepestPath); i++)
        {
            if (heads[i] == verb && relations[i] is "nsubj" or "nsubj:pass" or "csubj" or "expl")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"welcomed the refusal | to lift it", "but ruled out | lifting it": an infinitive or gerund right behind a word of wanting completes it.</summary>
    private static void Complete(WordText words, int[] heads, string[] relations, OperatorHit hit)
    {
        int to = hit.End < heads.Length && words.Key(hit.End) == "to" && relations[hit.End] == "mark" ? hit.End : -1;
        int verb = to >= 0 ? heads[to] : hit.End < heads.Length && IsGerund(words, hit.End) ? hit.End : -1;
        if (verb < hit.End || relations[verb] is not ("advcl" or "xcomp" or "acl" or "ccomp") || heads[verb] < 0 || (heads[verb] >= hit.Start && heads[verb] < hit.End))
        {
            return;
        }

        int lead = LeadOf(heads, hit);
        if (lead >= 0 && heads[verb] < hit.Start && !IsUnder(heads, lead, verb))
        {
            heads[verb] = lead;
            relations[verb] = "xcomp";
        }
    }

    private static bool IsPronoun(WordText words, int at) =>
        words.Span(at).Of(words.Text) is var word && (word is "it" or "them" or "him" or "her" or "us" or "me" or "you" or "this" or "that" or "these" or "those" || word.EndsWith("self", StringComparison.Ordinal) || word.EndsWith("selves", StringComparison.Ordinal));

    private static bool IsGerund(WordText words, int at) => words.IsWord(at) && words.Span(at).Of(words.Text).EndsWith("ing", StringComparison.Ordinal);

    /// <summary>The word of an operator that the others of it hang on: the one governed from outside.</summary>
    private static int LeadOf(int[] heads, OperatorHit hit)
    {
        for (int i = hit.Start; i < hit.End; i++)
        {
            if (heads[i] < hit.Start || heads[i] >= hit.End)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsUnder(int[] heads, int word, int top)
    {
        int at = word;
        for (int step = 0; step < ClauseTree.DeepestPath && at >= 0; step++)
        {
            if (at == top)
            {
                return true;
            }

            at = heads[at];
        }

        return false;
    }
}
