using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Of issues that the same words name, tells the one whose definition has the right party act: "Norland lifts its toll" and "Suderia lifts its toll".</summary>
internal static class AgentFit
{
    /// <summary>Words from the matter to the party it falls on: "tolls on all | Suderian".</summary>
    private const int TargetReach = 4;

    /// <summary>Words from its owner to the matter: "Norland's new harbour | toll".</summary>
    private const int OwnerReach = 4;

    /// <summary>Whether another party does it here than the issue has act; null when either is not told.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="match">The matter.</param>
    /// <param name="subject">Whose deed the clause tells, or null.</param>
    /// <param name="agent">The party that the issue has act, or null.</param>
    public static bool? IsWrong(CodedText text, WordRange clause, IssueMatch match, Subject? subject, string? agent)
    {
        if (agent is null)
        {
            return null;
        }

        if (OwnerOf(text, clause, match) is { } owner)
        {
            return owner != agent;
        }

        // Nobody lays tolls on oneself.
        if (TargetOf(text, clause, match) == agent)
        {
            return true;
        }

        bool acts = subject is not null && subject.Operator.Operator.Group is OperatorGroup.Change or OperatorGroup.Deed or OperatorGroup.Modal;
        return acts ? !subject!.Has(agent) : null;
    }

    /// <summary>The party whose the matter is: "Norland's toll", "Norlandic tolls".</summary>
    private static string? OwnerOf(CodedText text, WordRange clause, IssueMatch match)
    {
        for (int i = match.Words.Start - 1; i >= Math.Max(clause.Start, match.Words.Start - OwnerReach); i--)
        {
            if (PartyAt(text.Words, i) is { } party)
            {
                bool owns = text.Words.IsPossessive(i) || i == match.Words.Start - 1;
                return owns && text.OperatorAt(match.Words.Start - 1) is null ? party : null;
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
