using Demarche.Core.Positions.Stances;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Finds the word by which an actor takes a stance.</summary>
internal static class SubjectVerb
{
    /// <summary>Words that may stand between an actor and its verb: auxiliaries, adverbs.</summary>
    private const int VerbReach = 6;

    /// <summary>Words that may stand between a possessive and its noun.</summary>
    private const int NounReach = 3;

    /// <summary>The verb of a mention, or the noun of a possessive one, that starts before <paramref name="before"/>; or null.</summary>
    public static OperatorHit? Of(CodedText text, PartyMention mention, int before)
    {
        int from = mention.Words.End;
        return text.Words.IsPossessive(from - 1) ? NounAfter(text, from, before) : After(text, from, before);
    }

    private static OperatorHit? NounAfter(CodedText text, int from, int before)
    {
        for (int i = from; i < Math.Min(before, from + NounReach); i++)
        {
            if (text.OperatorAt(i) is { Operator.Group: OperatorGroup.Attitude } hit)
            {
                return hit;
            }
        }

        return null;
    }

    /// <summary>The first telling verb; negators and modals are passed over for the verb they belong to, but do when it is none of ours.</summary>
    public static OperatorHit? After(CodedText text, int from, int before)
    {
        OperatorHit? weak = null;
        for (int i = from; i < Math.Min(before, from + VerbReach); i++)
        {
            if (EndsAt(text, i, from, weak is null))
            {
                break;
            }

            // "warned Suderia against lifting it": a preposition is no verb of the one before it.
            // "a crime against the town": behind a noun it is none either; "is firmly against it" is.
            if (text.Words.Key(i) == "against" && text.OperatorAt(i) is { } alone && alone.Start == i && (i == from || IsNoun(text, i - 1)))
            {
                continue;
            }

            // "offers the pilots higher pay": what describes the matter is no verb of those before it.
            if (text.OperatorAt(i) is not { } hit || (!text.Tree.IsEmpty && text.Tree.Relation(text.Tree.Lead(i)) == "amod"))
            {
                continue;
            }

            if (IsSuffered(text, hit))
            {
                return null;
            }

            switch (hit.Operator.Group)
            {
                case OperatorGroup.Modal when hit.Operator.IsObligation:
                case OperatorGroup.Attitude or OperatorGroup.Change or OperatorGroup.Deed:
                    return hit;
                case OperatorGroup.Modal:
                    weak ??= hit;
                    break;
            }
        }

        return weak;
    }

    // "the leader was ousted", "the boats were blocked": done to them, not by them.
    private static bool IsSuffered(CodedText text, OperatorHit verb) =>
        verb.Operator.Group is OperatorGroup.Change or OperatorGroup.Deed && verb.Start > 0
        && text.Words.Key(verb.Start - 1) is "is" or "are" or "was" or "were" or "been" or "be" or "being"
        && text.Words.Span(verb.Start).Of(text.Words.Text) is var form && (form.EndsWith("ed", StringComparison.Ordinal) || form.EndsWith("en", StringComparison.Ordinal));

    /// <summary>"Orsk remained the only lawful leader": what somebody is, said by whoever tells it, is no deed of his. False without a tree.</summary>
    public static bool IsState(CodedText text, OperatorHit verb)
    {
        if (text.Tree.IsEmpty || text.Words.Key(verb.Start) is not ("remain" or "stay"))
        {
            return false;
        }

        foreach (int child in text.Tree.Children(verb.Start))
        {
            if (text.Tree.Relation(child) is "xcomp" or "obj" && (text.Tree.HasChild(child, "det") || text.Tree.HasChild(child, "nmod:poss")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNoun(CodedText text, int at) =>
        !text.Tree.IsEmpty && text.Tree.Relation(text.Tree.Lead(at)) is "obj" or "nsubj" or "nsubj:pass" or "obl" or "nmod" or "compound";

    // "barred Norland | from lifting it": who is kept from it does nothing.
    private static bool EndsAt(CodedText text, int at, int from, bool isFirst) =>
        text.MentionAt(at) is not null || text.Words.Key(at) is "that" or "which" or "of" || (text.Words.Key(at) == "from" && at == from)
        || (text.Words.Key(at) == "to" && isFirst && text.OperatorAt(at)?.Start != at);
}
