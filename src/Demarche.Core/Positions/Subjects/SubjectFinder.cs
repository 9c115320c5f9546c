using Demarche.Core.Parties;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Finds the actor whose verb or noun governs a matter: "Norland will not lift ...", "Norland's call for ...".</summary>
internal static class SubjectFinder
{
    /// <summary>Words from the matter to the agent of a passive verb.</summary>
    private const int PassiveReach = 12;

    /// <summary>Words that may stand between two actors of a joint subject: "and", a title.</summary>
    private const int JointReach = 6;

    /// <summary>The nearest subject to the left of <paramref name="matter"/> inside <paramref name="clause"/>, else the agent named after "by", or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">Where to look.</param>
    /// <param name="matter">The words that name the matter.</param>
    /// <param name="speaker">Whom a personal pronoun means: the speaker of the clause; null in the narrator's voice.</param>
    /// <param name="isQuoted">Whether the words are the speaker's own, in which "it" and "they" are others.</param>
    public static Subject? Find(CodedText text, WordRange clause, WordRange matter, ActorMatch? speaker, bool isQuoted = false)
    {
        Subject? owner = null;
        for (int i = matter.Start - 1; i >= clause.Start; i--)
        {
            if (MeansSpeaker(text.Words.Key(i), isQuoted) && SubjectVerb.After(text, i + 1, matter.End) is { } own)
            {
                Subject? said = speaker is null ? null : new Subject([new PartyMention(new WordRange(i, i + 1), speaker)], own, i);
                if (IsOwner(text.Words, i))
                {
                    owner ??= said;
                    continue;
                }

                return said;
            }

            if (Antecedent.Of(text, i, new WordRange(0, text.Words.Count)) is { } named && SubjectVerb.After(text, i + 1, matter.Start) is { } relative)
            {
                return new Subject([named], relative, i);
            }

            if (JointPhrase.StartsAt(text.Words, i) && JointSubject(text, i, matter.End) is { } joint)
            {
                return joint;
            }

            if (text.MentionAt(i) is not { } mention || mention.Words.Start != i)
            {
                continue;
            }

            OperatorHit? verb = IsObject(text, clause, mention) ? null : SubjectVerb.Of(text, mention, matter.End) ?? AgreedText.Binding(text, mention);
            if (verb is { } hit)
            {
                return new Subject(WithPartners(text, clause, mention), hit, i);
            }
        }

        return owner ?? Agent(text, clause, matter);
    }

    /// <summary>"was rejected by Norland": the verb behind the matter, the actor behind its "by".</summary>
    private static Subject? Agent(CodedText text, WordRange clause, WordRange matter)
    {
        OperatorHit? verb = null;
        for (int i = matter.End; i < Math.Min(clause.End, matter.End + PassiveReach); i++)
        {
            if (text.OperatorAt(i) is { } hit && hit.Operator.Group is OperatorGroup.Attitude or OperatorGroup.Judgement or OperatorGroup.Change)
            {
                verb ??= hit;
            }

            bool agent = i > matter.End && (text.Words.Key(i - 1) == "by" || (text.Words.Key(i - 1) == "the" && text.Words.Key(i - 2) == "by"));
            if (verb is { } found && agent && text.MentionAt(i) is { } mention && mention.Words.Start == i && !text.Words.IsPossessive(mention.Words.End - 1))
            {
                return new Subject([mention], found, clause.Start);
            }
        }

        return null;
    }

    private static Subject? JointSubject(CodedText text, int at, int before)
    {
        var words = new WordRange(at, at + JointPhrase.Length);
        return text.Opponents.Count > 0 && SubjectVerb.After(text, words.End, before) is { } verb
            ? new Subject([.. text.Opponents.Select(o => new PartyMention(words, o))], verb, at)
            : null;
    }

    /// <summary>Whether a mention may be who acts: no owner, and no preposition before it.</summary>
    public static bool CanAct(CodedText text, PartyMention mention, int from) =>
        !text.Words.IsPossessive(mention.Words.End - 1) && !IsObject(text, new WordRange(from, mention.Words.End), mention);

    private static bool IsObject(CodedText text, WordRange clause, PartyMention mention)
    {
        int before = mention.Words.Start - 1;
        if (before >= clause.Start && text.Words.Key(before) is "the" or "a")
        {
            before--;
        }

        return before >= clause.Start && !text.Words.IsPossessive(mention.Words.End - 1)
            && text.Words.Key(before) is "of" or "with" or "to" or "from" or "by" or "on" or "in" or "against" or "between" or "at" or "over" or "than";
    }

    private static List<PartyMention> WithPartners(CodedText text, WordRange clause, PartyMention last)
    {
        var all = new List<PartyMention> { last };
        bool joined = false;
        int gap = 0;
        for (int i = last.Words.Start - 1; i >= clause.Start && gap <= JointReach; i--)
        {
            if (text.MentionAt(i) is { } partner)
            {
                if (!joined || partner.Actor.PartyId == all[0].Actor.PartyId)
                {
                    break;
                }

                all.Insert(0, partner);
                (joined, gap, i) = (false, 0, partner.Words.Start);
                continue;
            }

            if (text.OperatorAt(i) is not null)
            {
                break;
            }

            joined |= text.Words.Key(i) is "and";
            gap++;
        }

        return all;
    }

    /// <summary>Whether a pronoun may mean whoever speaks: any where the words are told, "we" and "I" alone where they are quoted.</summary>
    public static bool MeansSpeaker(string key, bool isQuoted) => key is "we" or "i" || (!isQuoted && key is "he" or "she" or "it" or "they");

    /// <summary>Whether the word is "its", which has the key of "it": it means whoever acts in the clause, and the speaker only where nobody else does.</summary>
    public static bool IsOwner(WordText words, int at) => words.Key(at) == "it" && words.Span(at).Length == 3;
}
