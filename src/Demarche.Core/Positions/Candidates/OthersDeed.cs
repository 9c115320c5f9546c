using Demarche.Core.Attributions;
using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Tells whose a deed is that a speaker tells of another: the doer's own, or what the speaker charges the doer with.</summary>
internal static class OthersDeed
{
    /// <summary>Words from a verb or noun of agreement to the clause that says what is agreed. Set by hand.</summary>
    private const int ClauseReach = 4;

    /// <summary>Whether the cue only makes known what another does: "announced that Norland will lift it", "hailed an accord under which Norland lifts it", "with Norland lifting it".</summary>
    public static bool IsOnlyTold(CodedText text, Subject subject, Voice voice)
    {
        bool takesUp = voice.Cues.All(c => c.Operator is { Sign: > 0, Act: Act.Commit or Act.Accept or Act.Assert or Act.Reaffirm });
        return takesUp && (IsBeside(text, subject) || IsAgreed(text, subject) || voice.Cues.All(c => text.Words.Key(c.Start) is "announc" or "disclos" or "reveal" or "confirm"));
    }

    /// <summary>"with Norland lifting it": what goes on beside is told of the one who does it.</summary>
    public static bool IsBeside(CodedText text, Subject subject)
    {
        int before = subject.Start - 1;
        before -= before > 0 && text.Words.Key(before) == "the" ? 1 : 0;
        return before >= 0 && text.Words.Key(before) == "with" && text.Words.Span(subject.Operator.Start).Of(text.Words.Text).EndsWith("ing", StringComparison.Ordinal);
    }

    /// <summary>"blamed Norland for the | curbs": a barrier named beside a party is no deed that is told of it.</summary>
    public static bool IsNoun(CodedText text, Subject subject) =>
        subject.Operator.Operator.Group == OperatorGroup.Deed && (text.Tree.IsEmpty || IsNoun(text, text.Tree.Lead(subject.Operator.Start)));

    private static bool IsNoun(CodedText text, int word) =>
        text.Tree.Relation(word) is "obj" or "obl" or "nmod" or "compound" or "nsubj" or "nsubj:pass" || text.Tree.HasChild(word, "case") || text.Tree.HasChild(word, "det") || text.Tree.HasChild(word, "cop");

    /// <summary>"a deal that | commits | Norland to lift it": who is bound by what was agreed does it on his own part.</summary>
    public static bool IsBinding(CodedText text, OperatorHit hit, Subject subject) =>
        text.Words.Key(hit.Start) is "commit" or "bind" or "oblig" && subject.Start - hit.End is 0 or 1;

    /// <summary>"They will lift it", quoted: what others not named will do is no deed of the speaker's.</summary>
    public static bool IsOfThem(CodedText text, Candidate candidate)
    {
        bool isDeed = candidate is { Basis: Basis.Speaker or Basis.JointSpeaker, Act: null, Subject: null, CueOperators: 0, Attribution.Kind: AttributionKind.Direct } && !text.Tree.IsEmpty
            && candidate.Operators.All(o => o.Operator is { Group: OperatorGroup.Change } or { Group: OperatorGroup.Modal, IsObligation: false });
        int node = isDeed ? text.TopOf(candidate.Match.Hits) : -1;
        for (int step = 0; step < ClauseTree.DeepestPath && node >= 0; step++)
        {
            if (text.Tree.HasChild(node, "nsubj"))
            {
                return IsOfThemAt(text, node);
            }

            node = text.Tree.Relation(node) is "obj" or "obl" or "xcomp" or "conj" or "compound" ? text.Tree.Head(node) : -1;
        }

        return false;
    }

    private static bool IsOfThemAt(CodedText text, int verb)
    {
        bool isThem = false;
        bool isAhead = false;
        foreach (int child in text.Tree.Children(verb))
        {
            isThem |= text.Tree.Relation(child) == "nsubj" && text.Words.Key(child) is "they" or "he" or "she";
            isAhead |= text.Tree.Relation(child) == "aux" && text.Words.Key(child) is "will" or "ll" or "would";
        }

        return isThem && isAhead;
    }

    /// <summary>"It was Norland that closed the harbour": who brings out by whom a thing was done charges him with it.</summary>
    public static bool IsCharge(CodedText text, Subject subject, Polarity polarity) =>
        subject.Operator.Operator is { Group: OperatorGroup.Change, Sign: > 0 } && subject.IsCleft(text)
        && polarity.Operators.All(o => o.Operator is { Group: OperatorGroup.Change, Sign: > 0 } or { Group: OperatorGroup.Deed });

    /// <summary>"an accord under which Norland will lift it", "in return for which Norland will", "a deal that commits Norland to": what an agreement has another do.</summary>
    private static bool IsAgreed(CodedText text, Subject subject)
    {
        for (int i = subject.Start - 1; i >= Math.Max(0, subject.Start - ClauseReach); i--)
        {
            if (text.Words.Key(i) is "which" or "that" or "whereby" && i > 0)
            {
                int noun = i - 1;
                while (noun > i - ClauseReach && text.Words.Key(noun) is "under" or "in" or "by" or "for" or "return" or "exchang" or "part" or "as" or "of" or ",")
                {
                    noun--;
                }

                return AgreedText.IsAgreement(text.Words.Key(noun)) || (noun < i - 2 && text.Words.Key(i) == "which");
            }
        }

        return false;
    }
}
