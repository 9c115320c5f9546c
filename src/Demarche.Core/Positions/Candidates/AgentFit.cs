using Demarche.Core.Parties;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Who does something to a matter, by the words: tells of issues that the same words name the one that has this party act: "Norland lifts its toll" and "Suderia lifts its toll".</summary>
/// <param name="Doer">The party that does it or whose it is; null when neither is told.</param>
/// <param name="Target">The party that it falls on, or null.</param>
/// <param name="Subject">Whose deed the clause tells where neither says more, or null.</param>
internal sealed record AgentFit(string? Doer, string? Target, Subject? Subject)
{
    /// <summary>Words from the matter to the party it falls on: "tolls on all | Suderian".</summary>
    private const int TargetReach = 4;

    /// <summary>Words from its owner to the matter: "Norland's new harbour | toll".</summary>
    private const int OwnerReach = 4;

    /// <summary>Reads who acts on <paramref name="match"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="match">The matter.</param>
    /// <param name="subject">Whose deed the clause tells, or null.</param>
    /// <param name="speaker">Whom a personal pronoun means, or null.</param>
    /// <param name="isQuoted">Whether the words are the speaker's own.</param>
    public static AgentFit Read(CodedText text, WordRange clause, IssueMatch match, Subject? subject, ActorMatch? speaker, bool isQuoted)
    {
        string? doer = Subjects.Doer.Of(text, match.Hits, speaker, isQuoted);
        string? owner = OwnerOf(text, clause, match, speaker, isQuoted);
        string? target = TargetOf(text, clause, match);
        bool isDeed = subject is not null && subject.Operator.Operator.Group is OperatorGroup.Change or OperatorGroup.Deed or OperatorGroup.Modal;

        // "must lift it or face new tolls", "to avoid new tolls": on whom they fall, not who lays them.
        return Consequence.VerbBefore(text.Words, clause.Start, match) >= 0
            ? new AgentFit(owner, target ?? doer, null)
            : new AgentFit(doer ?? owner, target, isDeed ? subject : null);
    }

    /// <summary>Whether another party does it here than <paramref name="agent"/>, which the issue has act; null when either is not told.</summary>
    public bool? IsWrong(string? agent)
    {
        if (agent is null)
        {
            return null;
        }

        if (Doer is not null)
        {
            return Doer != agent;
        }

        // Nobody lays tolls on oneself.
        return Target == agent ? true : Subject is null ? null : !Subject.Has(agent);
    }

    /// <summary>Indices of the issues that have another party act.</summary>
    public IReadOnlyList<int> RuledOut(IssueLexicon lexicon) => [.. Enumerable.Range(0, lexicon.Codebook.Issues.Count).Where(issue => IsWrong(lexicon.AgentOf(issue)) == true)];

    /// <summary>The party whose the matter is: "Norland's toll", "Norlandic tolls".</summary>
    private static string? OwnerOf(CodedText text, WordRange clause, IssueMatch match, ActorMatch? speaker, bool isQuoted)
    {
        for (int i = match.Words.Start - 1; i >= Math.Max(clause.Start, match.Words.Start - OwnerReach); i--)
        {
            if (PartyAt(text.Words, i) is { } party)
            {
                bool owns = text.Words.IsPossessive(i) || i == match.Words.Start - 1;
                return owns && text.OperatorAt(match.Words.Start - 1) is null ? party : null;
            }

            if (Subjects.Doer.OwnerBy(text, i, speaker, isQuoted) is { } meant)
            {
                return meant;
            }

            if (!text.Words.IsWord(i) || text.OperatorAt(i) is not null)
            {
                break;
            }
        }

        return null;
    }

    private static string? TargetOf(CodedText text, WordRange clause, IssueMatch match)
    {
        bool falls = false;
        for (int i = match.Words.End; i < Math.Min(clause.End, match.Words.End + TargetReach); i++)
        {
            falls |= text.Words.Key(i) is "on" or "against";
            if (falls && PartyAt(text.Words, i) is { } party)
            {
                return party;
            }

            if (!text.Words.IsWord(i) || text.Words.Key(i) is "and" or "by" or "that" or "which")
            {
                break;
            }
        }

        return null;
    }

    /// <summary>The party that a word names, as a name or an adjective.</summary>
    private static string? PartyAt(WordText words, int at)
    {
        string key = words.Key(at);
        int slash = key.IndexOf('/', StringComparison.Ordinal);
        return key.Length > 1 && key[0] == '@' ? (slash < 0 ? key[1..] : key[1..slash]) : null;
    }
}
