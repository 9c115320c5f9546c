using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Issues;

/// <summary>Reads off an issue's definition what is to be done with a matter that a phrase only names.</summary>
internal static class IssueDefinition
{
    /// <summary>Words of a definition between a verb and the head of its object.</summary>
    private const int LongestObject = 6;

    /// <summary>What the definition does with a bare matter: "the fees are suspended" makes "fees" a matter that is to go.</summary>
    public static int SignIn(CodedText definition, List<string> concepts, string head, bool isBarrier)
    {
        foreach (WordRange clause in ClauseSplitter.Split(definition, new WordRange(0, definition.Words.Count)))
        {
            var places = new List<int>();
            foreach (string concept in concepts)
            {
                for (int i = clause.Start; i < clause.End; i++)
                {
                    if (definition.Concept(i) == concept)
                    {
                        places.Add(i);
                        break;
                    }
                }
            }

            // A name alone is no matter: "Norland leaves the Union" does nothing with "the annexation of Norland".
            bool isHead = places.Exists(i => definition.Concept(i)[0] != '@')
                && places.Exists(i => definition.Concept(i) == head && !IsModifier(definition, i, concepts) && !IsParticle(definition.Words.Key(i)));
            if (2 * places.Count >= concepts.Count && isHead)
            {
                var matter = new WordRange(places.Min(), places.Max() + 1);
                Polarity predicate = WithoutActiveVerb(definition, matter, PolarityReader.Read(definition, new WordRange(matter.Start, clause.End), matter, places));
                return SignOf(predicate, isBarrier) * SignOfVerbBefore(definition, clause.Start, matter.Start, isBarrier);
            }
        }

        return 1;
    }

    /// <summary>Whether the definition acts against the matter: "the coast guard acts against smuggling", "fights smuggling".</summary>
    public static bool IsFought(CodedText definition, List<string> concepts)
    {
        for (int i = 0; i < definition.Words.Count; i++)
        {
            bool isMatter = concepts.Contains(definition.Concept(i)) && definition.Concept(i)[0] != '@';
            for (int before = i - 1; isMatter && before >= Math.Max(0, i - LongestObject) && !PolarityReader.IsAuxiliary(definition.Words.Key(before)); before--)
            {
                if (definition.Words.Key(before) is "against" or "fight" or "combat" or "tackl")
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "step down" is not "brings the board down".
    private static bool IsParticle(string key) => key is "down" or "up" or "out" or "off" or "back" or "over" or "away" or "in";

    /// <summary>"the harbour fee is cut" does nothing with the harbour: another noun of the definition stands right behind it.</summary>
    private static bool IsModifier(CodedText definition, int at, List<string> concepts) =>
        at + 1 < definition.Words.Count && definition.Concept(at + 1) is { Length: > 0 } next && definition.OperatorAt(at + 1) is null && !concepts.Contains(next) && next[0] != '@'
        && !definition.Words.IsPossessive(at);

    /// <summary>"A trustee controls the data" does nothing with the trustee: a word of barring right behind the matter, with an object of its own, is the matter's verb.</summary>
    private static Polarity WithoutActiveVerb(CodedText definition, WordRange matter, Polarity predicate)
    {
        bool hasObject = matter.End + 1 < definition.Words.Count && definition.Words.IsWord(matter.End + 1)
            && (definition.Words.IsCapital(matter.End + 1) || definition.Words.Key(matter.End + 1) is "the" or "a" or "an" or "it" or "their" or "how" or "what" or "all");
        OperatorHit[] kept = [.. predicate.Operators.Where(o => !hasObject || o.Start != matter.End || o.Operator is not ({ Group: OperatorGroup.Deed, Act: null } or { Group: OperatorGroup.Change }))];
        return kept.Length == predicate.Operators.Count ? predicate : new Polarity(kept.Aggregate(1, (sign, o) => sign * o.Operator.Sign), kept);
    }

    /// <summary>"is banned" in the definition and "ban on it" in the phrase are the same barrier: it turns nothing.</summary>
    private static int SignOf(Polarity predicate, bool isBarrier) =>
        isBarrier
            ? predicate.Operators.Where(o => o.Operator is not { Group: OperatorGroup.Deed, Act: null }).Aggregate(1, (sign, o) => sign * o.Operator.Sign)
            : predicate.Sign;

    /// <summary>Sign of the verb whose direct object starts at <paramref name="matter"/>: no preposition stands between.</summary>
    private static int SignOfVerbBefore(CodedText definition, int start, int matter, bool isBarrier)
    {
        for (int i = matter - 1; i >= Math.Max(start, matter - LongestObject); i--)
        {
            // "leave a zone without weapons": what is left behind is brought about.
            bool leaves = definition.Words.Key(i) == "leav" && definition.Words.Key(i + 1) is "a" or "an";
            if (!leaves && definition.OperatorAt(i) is { Operator.Group: OperatorGroup.Change or OperatorGroup.Deed } hit)
            {
                // A barrier that is to be set up is what the phrase names: "restricts fishing" and "fishing limits".
                return isBarrier && hit.Operator.Group == OperatorGroup.Deed ? 1 : hit.Operator.Sign;
            }

            if (definition.OperatorAt(i) is { Operator.Group: OperatorGroup.Negator } without)
            {
                // "talks are held without threats": threats are not wanted.
                return without.Operator.Sign;
            }

            // "those who broke the law are pardoned": the verb before has its own object.
            if (PolarityReader.IsAuxiliary(definition.Words.Key(i)) || definition.Words.Key(i) is "with" or "in" or "by" or "from" or "what" or "that" or "which" or "to" or "on" or "for")
            {
                break;
            }
        }

        return 1;
    }
}
