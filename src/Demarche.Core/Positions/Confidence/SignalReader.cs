using Demarche.Core.Attributions;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Confidence;

/// <summary>Reads off a position what tells for or against it.</summary>
internal static class SignalReader
{
    /// <summary>Number of signals.</summary>
    public static readonly int Count = Enum.GetValues<Signal>().Length;

    /// <summary>The values, indexed by <see cref="Signal"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="candidate">The position.</param>
    /// <param name="agent">Id of the party that the issue expects to act, or null.</param>
    public static double[] Read(CodedText text, Candidate candidate, string? agent)
    {
        double[] values = new double[Count];
        void Set(Signal signal, double value) => values[(int)signal] = value;
        void Mark(Signal signal, bool holds) => Set(signal, holds ? 1 : 0);
        Set(Signal.Always, 1);
        Mark(Signal.OwnIssue, agent is not null && agent == candidate.Holder.Party);
        Mark(Signal.ToldOfAnother, candidate.Basis == Basis.ToldOfAnother);
        Mark(Signal.ToldByOutsider, candidate.Basis == Basis.ToldByOutsider);
        Mark(Signal.Narrator, candidate.Basis == Basis.Narrator);
        Mark(Signal.NamedAsCondition, candidate.Basis == Basis.NamedAsCondition);
        Mark(Signal.OtherSubject, candidate.Subject is { } s && !s.Has(candidate.Holder.Party));
        Mark(Signal.OwnSubject, candidate.Subject is { } own && own.Has(candidate.Holder.Party));
        Mark(Signal.WrongAgent, candidate.IsWrongAgent);
        Mark(Signal.Direct, candidate.IsOwnWords || candidate.Attribution?.Kind == AttributionKind.Direct);
        Mark(Signal.Opposes, candidate.Sign < 0);
        Mark(Signal.Conditional, candidate.Condition is not null);
        Set(Signal.ClauseLength, Math.Min(4, candidate.Evidence.Length / 10.0));
        Mark(Signal.Question, EndsInQuestion(text.Words, candidate.Evidence));
        Mark(Signal.FirstPerson, (candidate.IsOwnWords || candidate.Attribution is not null) && candidate.Subject is { } we && text.MentionAt(we.Start) is null && we.Has(candidate.Holder.Party));
        Mark(Signal.Joint, candidate.Basis == Basis.JointSpeaker || candidate.Subject?.Mentions.Count > 1);
        Mark(Signal.Blames, candidate.Act == Act.Accuse);
        Mark(Signal.AttitudeTold, candidate.Attribution?.Type == AttributionType.Attitude);
        Mark(Signal.AcrossMark, HasMark(text.Words, candidate.Match.Words));
        Mark(Signal.InAdjunct, IsAdjunct(text.Words, candidate.Match.Words.Start));
        Mark(Signal.Agrees, candidate.Agreement > 0);
        Mark(Signal.Disagrees, candidate.Agreement < 0);
        Mark(Signal.SubjectByTree, candidate.Subject is { IsByTree: true });
        Mark(Signal.OpposesByTurn, candidate.Sign < 0 && !candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Attitude or OperatorGroup.Judgement, Sign: < 0 }));
        Mark(Signal.FollowsOn, candidate.FollowsOn);
        Mark(Signal.OfAnothersWords, candidate.Basis == Basis.OfAnothersWords);
        Set(Signal.Attribution, candidate.Attribution?.Confidence ?? 1);
        ReadPlace(text, candidate, Set);
        ReadTree(text, candidate, Set);
        ReadMatch(candidate, Set);
        ReadOperators(candidate, Set);
        return values;
    }

    private static void ReadPlace(CodedText text, Candidate candidate, Action<Signal, double> set)
    {
        int start = candidate.Sentence.Start;
        set(Signal.Late, start / (double)Math.Max(1, text.Words.Count));
        bool past = false;
        for (int i = start; i < candidate.Sentence.End && !past; i++)
        {
            past = text.Words.Key(i) is "ago" or "earli" or "earlier" or "previous" or "previou" || IsYear(text.Words, i)
                || (text.Words.Key(i) is "year" or "month" or "week" && i > start && text.Words.Key(i - 1) == "last");
        }

        set(Signal.Background, past ? 1 : 0);
    }

    private static bool IsYear(WordText words, int at)
    {
        ReadOnlySpan<char> word = words.Span(at).SliceOf(words.Text);
        return word.Length == 4 && word[0] is '1' or '2' && char.IsDigit(word[1]) && char.IsDigit(word[2]) && char.IsDigit(word[3]) && word[1] is '9' or '0';
    }

    private static void ReadTree(CodedText text, Candidate candidate, Action<Signal, double> set)
    {
        if (text.Tree.IsEmpty || candidate.Match.Hits.Length == 0)
        {
            return;
        }

        int node = text.TopOf(candidate.Match.Hits);
        set(Signal.InCompound, text.Tree.Relation(node) is "compound" or "amod" or "nmod:poss" ? 1 : 0);
        set(Signal.MatterActs, text.Tree.Relation(node) is "nsubj" ? 1 : 0);
        int arcs = 0;
        bool aside = false;
        while (node >= 0 && arcs < 5 && !candidate.Operators.Any(o => node >= o.Start && node < o.End))
        {
            aside |= IsAside(text, node) && candidate.Match.Hits.All(hit => text.Tree.IsUnder(hit, node));
            node = text.Tree.Head(node);
            arcs++;
        }

        set(Signal.Arcs, node < 0 ? 1 : arcs / 5.0);
        set(Signal.InAside, aside && candidate.Match.Reference is null ? 1 : 0);
    }

    /// <summary>"agreed before the talks", "left in the talks": no object, and no phrase that says whom or what it is about ("agreed to the talks").</summary>
    private static bool IsAside(CodedText text, int node)
    {
        string preposition = "";
        foreach (int child in text.Tree.Children(node))
        {
            if (text.OperatorAt(child) is { } verb && verb.Start < child)
            {
                // "walked out of the talks": the particle is the verb's.
                return false;
            }

            preposition = text.Tree.Relation(child) == "case" ? text.Words.Key(child) : preposition;
        }

        return text.Tree.Relation(node) == "obl" && preposition is not ("" or "to" or "on" or "of" or "for" or "with" or "about" or "against");
    }

    private static void ReadMatch(Candidate candidate, Action<Signal, double> set)
    {
        Issues.IssueMatch match = candidate.Match;
        set(Signal.MatchScore, Math.Min(1.5, match.Score));
        set(Signal.WholePhrase, match.Coverage > 0.99 ? 1 : 0);
        set(Signal.BackReference, match.Reference is not null ? 1 : 0);
        set(Signal.PointsClearly, match.Reference?.Clearness ?? 0);
        set(Signal.PointsByVerb, match.Reference?.Kind is References.PointerKind.Nothing or References.PointerKind.Deed ? 1 : 0);
        set(Signal.Synonyms, match.Reference is not null ? 0 : match.Synonyms);
        set(Signal.Shared, match.Shared);
        set(Signal.NearWords, match.Near);
        set(Signal.SameWords, match.Others > 0 ? 1 : 0);
        set(Signal.OtherWords, match.Others < 0 ? 1 : 0);
        set(Signal.Coverage, match.Coverage);
        set(Signal.Context, match.Context / 0.3);
        set(Signal.LoneWord, match.Hits.Length == 1 && match.Context < 0.05 ? 1 : 0);
        set(Signal.SingleWord, match.Hits.Length == 1 ? 1 : 0);
        set(Signal.Spread, Math.Min(2, (match.Words.Length - match.Hits.Length) / 10.0));
        set(Signal.SameVerb, match.Verb > 0 ? 1 : 0);
        set(Signal.MissingVerb, match.Verb < -0.1 ? 1 : 0);
        set(Signal.InversePhrase, match.Sign < 0 ? 1 : 0);
    }

    private static void ReadOperators(Candidate candidate, Action<Signal, double> set)
    {
        int inner = candidate.Operators.Count - candidate.CueOperators;
        int turns = 0;
        int nearest = 25;
        for (int i = 0; i < candidate.Operators.Count; i++)
        {
            OperatorHit hit = candidate.Operators[i];
            turns += hit.Operator.Sign < 0 ? 1 : 0;
            if (i < inner)
            {
                nearest = Math.Min(nearest, Math.Max(candidate.Match.Words.Start - hit.End, hit.Start - candidate.Match.Words.End));
            }

            if (SignalOf(hit.Operator, i >= inner) is { } signal)
            {
                set(signal, 1);
            }
        }

        bool tells = candidate.Operators.Any(o => o.Operator.Group is OperatorGroup.Attitude or OperatorGroup.Judgement or OperatorGroup.Effect || o.Operator.IsObligation);
        bool plans = candidate.Operators.Any(o => o.Operator.Group == OperatorGroup.Modal);
        set(Signal.Fact, !tells && !plans && candidate.Operators.Count > 0 ? 1 : 0);
        set(Signal.Bare, candidate.Operators.Count == 0 ? 1 : 0);
        set(Signal.SaidBare, candidate is { Basis: Basis.Speaker, Operators.Count: 0 } && candidate.Attribution?.Type != AttributionType.Attitude ? 1 : 0);
        bool takes = candidate.Operators.Any(o => o.Operator.Group is OperatorGroup.Attitude or OperatorGroup.Judgement);
        set(Signal.BackWithStance, takes && candidate.Match.Reference is not null ? 1 : 0);
        set(Signal.Turns, Math.Min(3, Math.Max(0, turns - 1)));
        set(Signal.Distance, inner == 0 ? 0 : Math.Max(0, nearest) / 10.0);
    }

    private static Signal? SignalOf(Operator op, bool isCue) => op.Group switch
    {
        OperatorGroup.Attitude => isCue ? Signal.AttitudeCue : Signal.Attitude,
        OperatorGroup.Modal when op.IsObligation => Signal.Obligation,
        OperatorGroup.Change => Signal.Change,
        OperatorGroup.Deed => Signal.Deed,
        OperatorGroup.Judgement or OperatorGroup.Effect => Signal.Judgement,
        OperatorGroup.Negator => Signal.Negated,
        _ => null,
    };

    private static bool HasMark(WordText words, WordRange matter)
    {
        for (int i = matter.Start; i < matter.End; i++)
        {
            if (words.Key(i) is "," or "\"" or "\u201c" or "\u201d")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAdjunct(WordText words, int matter)
    {
        for (int i = Math.Max(0, matter - 3); i < matter; i++)
        {
            if (words.Key(i) is "dure" or "during" or "amid" or "after" or "since" or "befor" or "before" or "despit" or "despite" or "within")
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInQuestion(WordText words, WordRange clause)
    {
        for (int i = clause.End; i < Math.Min(words.Count, clause.End + 12); i++)
        {
            if (!words.IsWord(i))
            {
                if (words.Key(i) is "?")
                {
                    return true;
                }

                if (words.Key(i) is "." or "!" or "\n")
                {
                    return false;
                }
            }
        }

        return false;
    }
}
