using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>Mends what parsers of news often get wrong, where the words themselves leave no doubt; each arc is moved at most once.</summary>
internal static class TreeMending
{
    /// <summary>Changes <paramref name="heads"/> and <paramref name="relations"/> in place; both are indexed by word, -1 is the head of a root.</summary>
    /// <param name="words">The words.</param>
    /// <param name="heads">Index of the word that governs each.</param>
    /// <param name="relations">Its relation to it.</param>
    /// <param name="operators">The words of stance, in text order.</param>
    public static void Mend(WordText words, int[] heads, string[] relations, IReadOnlyList<OperatorHit> operators)
    {
        Coordinate(words, heads, relations);
        Name(heads, relations);
        foreach (OperatorHit hit in operators)
        {
            if (hit.Operator.Group == OperatorGroup.Attitude)
            {
                Complete(words, heads, relations, hit);
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
