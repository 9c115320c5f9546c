using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Acts;

/// <summary>Tells what is demanded of others from what is only thought right, and from a plan of one's own.</summary>
internal static class DemandReader
{
    /// <summary>Words before "should" in which its subject stands: "the guards at the gates | should".</summary>
    private const int SubjectReach = 4;

    /// <summary>The act of a word of demanding or calling.</summary>
    public static Act Read(CodedText text, IssueLexicon lexicon, Candidate candidate, OperatorHit hit, Act act, int sign)
    {
        WordText words = text.Words;
        if (hit.Operator.Group == OperatorGroup.Attitude)
        {
            // "wants to add", "is asking to build": a plan of one's own. "insisted that it would go ahead": a view held firmly, nobody is asked.
            // "asks the court to": a claim. "will apply for a review", "would ask the court to": a step of one's own.
            return words.Key(hit.Start) is "apply" or "appli" or "campaign" or "ask" && IsAnnounced(words, hit.Start) ? Act.Commit
                : sign > 0 && IsPlan(words, hit, candidate) ? Act.Propose
                : act == Act.Call && IsOfCourt(words, hit.End) ? Act.Demand
                : words.Key(hit.Start) == "insist" && IsPlainStatement(words, hit, candidate) ? Act.Assert
                : act;
        }

        if (act == Act.Call && hit.Operator.IsObligation)
        {
            return OfShould(text, lexicon, candidate, hit);
        }

        // "We must": asked of oneself and others alike.
        return act == Act.Demand && hit.Operator.Group == OperatorGroup.Modal && candidate.Subject is { } subject && words.Key(subject.Start) == "we" ? Act.Call : act;
    }

    /// <summary>"should": asked of the one whose deed it is, and a view where no side is to do it.</summary>
    private static Act OfShould(CodedText text, IssueLexicon lexicon, Candidate candidate, OperatorHit hit)
    {
        WordText words = text.Words;
        bool isPassive = hit.End < words.Count && words.Key(hit.End) == "be";
        if (isPassive && hit.End + 1 < words.Count && words.Key(hit.End + 1) is "a" or "an" or "the")
        {
            // "the goal should be a treaty": a view of it.
            return Act.Assert;
        }

        bool isSides = false;
        bool isOurs = false;
        for (int i = hit.Start - 1; i >= Math.Max(candidate.Evidence.Start, hit.Start - SubjectReach); i--)
        {
            isSides |= text.MentionAt(i) is { } mention && mention.Actor.PartyId != candidate.Holder.Party;
            isSides |= JointPhrase.StartsAt(words, i) || words.Key(i) is "it" or "they" or "he" or "she" or "you";
            isOurs |= words.Key(i) == "we";
        }

        if (isSides && lexicon.AgentOf(candidate.Match.Issue) is { } agent && agent != candidate.Holder.Party)
        {
            return Act.Demand;
        }

        return isOurs || (!isSides && !isPassive) ? Act.Assert : Act.Call;
    }

    /// <summary>"has asked | a court to", "petitioned | the tribunal".</summary>
    private static bool IsOfCourt(WordText words, int at)
    {
        bool isCourt = false;
        for (int i = at; i < Math.Min(words.Count, at + SubjectReach) && words.Key(i) is not ("to" or "for" or ","); i++)
        {
            isCourt |= words.Key(i) is "court" or "tribun" or "judge" or "judg";
        }

        return isCourt;
    }

    private static bool IsAnnounced(WordText words, int verb)
    {
        int at = verb - 1;
        at -= at > 0 && words.Key(at) == "keep" ? 1 : 0;
        return at >= 0 && words.Key(at) is "will" or "would" or "ll" or "shall";
    }

    private static bool IsPlan(WordText words, OperatorHit hit, Candidate candidate) =>
        hit.Operator.Act is Act.Demand or Act.Call && words.Key(hit.Start) is "want" or "ask" && hit.End + 1 < candidate.Evidence.End && words.Key(hit.End) == "to"
        && IsBaseVerb(words, hit.End + 1) && words.Key(hit.End + 1) is not ("see" or "be" or "have" or "know");

    /// <summary>Whether a whole statement follows, "insisted that it would go ahead": a view held firmly, nobody is asked.</summary>
    public static bool IsPlainStatement(WordText words, OperatorHit hit, Candidate candidate)
    {
        bool finite = false;
        for (int i = hit.End; i < candidate.Evidence.End; i++)
        {
            finite |= words.Key(i) is "will" or "would" or "is" or "are" or "was" or "were" or "had" or "did";
        }

        return finite && words.Key(hit.End) != "on" && !candidate.Operators.Any(o => o.Operator.IsObligation || o.Operator.Group == OperatorGroup.Judgement);
    }

    private static bool IsBaseVerb(WordText words, int at)
    {
        string word = words.Span(at).Of(words.Text);
        return char.IsLower(word[0]) && !word.EndsWith('s') && !word.EndsWith("ing", StringComparison.Ordinal) && !word.EndsWith("tion", StringComparison.Ordinal);
    }
}
