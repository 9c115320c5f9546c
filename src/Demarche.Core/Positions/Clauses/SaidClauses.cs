using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>Mends trees in which the subject of what is said without "that" was taken for the object of saying: "said | the levy hurts farmers".</summary>
internal static class SaidClauses
{
    /// <summary>Rewrites <paramref name="heads"/> and <paramref name="relations"/> where a verb that has no thing for its object has one, with a verb behind it that has no subject.</summary>
    /// <param name="words">The words.</param>
    /// <param name="heads">What governs each word, -1 for the root of a sentence; aligned to the words.</param>
    /// <param name="relations">Their relations to it.</param>
    public static void Mend(WordText words, int[] heads, string[] relations)
    {
        int[] objects = new int[heads.Length];
        bool[] passive = new bool[heads.Length];
        bool[] closed = new bool[heads.Length];
        Array.Fill(objects, -1);
        for (int i = 0; i < heads.Length; i++)
        {
            if (heads[i] < 0)
            {
                continue;
            }

            if (relations[i] == "obj" && i > heads[i] && IsSaying(words.Key(heads[i])))
            {
                objects[heads[i]] = i;
            }

            passive[heads[i]] |= relations[i] == "aux:pass";

            // An infinitive and a clause with a subject of its own are whole as they are.
            closed[heads[i]] |= relations[i] is "nsubj" or "nsubj:pass" or "csubj" || (relations[i] == "mark" && words.Key(i) is "to" or "that");
        }

        for (int verb = 0; verb < heads.Length; verb++)
        {
            int saying = relations[verb] switch
            {
                "ccomp" => heads[verb],
                "acl" => heads[heads[verb]],
                _ => -1,
            };
            if (saying < 0 || closed[verb] || objects[saying] is not (>= 0 and var subject) || subject > verb || (relations[verb] == "acl" && heads[verb] != subject))
            {
                continue;
            }

            (heads[subject], relations[subject]) = (verb, passive[verb] ? "nsubj:pass" : "nsubj");
            (heads[verb], relations[verb]) = (saying, "ccomp");
            objects[saying] = -1;
        }
    }

    private static bool IsSaying(string key) => key is "said" or "say" or "add" or "argu" or "insist" or "warn" or "stress" or "think" or "believ" or "conclud";
}
