using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>
/// What comes if something is not done: "must lift it or face higher duties", "must lift it to avoid higher duties". A threat of whoever would
/// deal the blow, and no wish of anybody else.
/// </summary>
internal static class Consequence
{
    /// <summary>Words from "face" or "avoid" to the words that name the blow: "avoid a new round of". Set by hand.</summary>
    private const int Reach = 6;

    /// <summary>The candidate as what it comes to for its holder.</summary>
    public static Candidate Read(CodedText text, IssueLexicon lexicon, Candidate candidate)
    {
        WordText words = text.Words;
        int verb = VerbBefore(words, candidate.Sentence.Start, candidate.Match);
        if (verb < 0 || !lexicon.IsHarmful(candidate.Match) || candidate.Match.Sign < 0 || lexicon.AgentOf(candidate.Match.Issue) is not { } agent)
        {
            return candidate;
        }

        bool isFaced = Otherwise.IsFacing(words.Key(verb));
        if (agent != candidate.Holder.Party)
        {
            return isFaced && candidate.Sign > 0 ? candidate with { Sign = -1, Act = Act.Warn } : candidate;
        }

        int start = Demanded(text, candidate, verb, isFaced);
        return start < 0 || start >= verb - 1
            ? candidate
            : candidate with
            {
                Sign = 1,
                Act = Act.Threaten,
                IsThreat = true,
                Condition = new WordRange(start, verb - 1),
            };
    }

    /// <summary>"or | face", "to | avoid" before the matter; -1 when there is none.</summary>
    /// <param name="words">The words.</param>
    /// <param name="first">The first word looked at.</param>
    /// <param name="match">The matter.</param>
    public static int VerbBefore(WordText words, int first, IssueMatch match)
    {
        for (int i = match.Words.Start - 1; i > Math.Max(first, match.Words.Start - Reach); i--)
        {
            bool faces = Otherwise.IsFaced(words, i - 1) || (i > 1 && Otherwise.IsFaced(words, i - 2));
            if ((faces && Otherwise.IsFacing(words.Key(i))) || (words.Key(i - 1) == "to" && words.Key(i) is "avoid" or "avert" or "escap" or "forestal" or "evad"))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the words begin that ask another for what keeps the blow off: "a pact | must be signed", "Norland | has until Friday to"; -1 when nothing is asked of others.</summary>
    /// <param name="text">The text.</param>
    /// <param name="candidate">The position on the blow.</param>
    /// <param name="verb">The word that says it comes or is kept off.</param>
    /// <param name="isAsked">Whether what stands before is asked in any case: "end it or face".</param>
    private static int Demanded(CodedText text, Candidate candidate, int verb, bool isAsked)
    {
        int first = candidate.Attribution is { Content: [var said, ..] } ? Math.Max(candidate.Sentence.Start, text.Words.RangeOf(said).Start) : candidate.Sentence.Start;
        int start = -1;
        bool namesOther = false;
        for (int i = verb - 1; i >= first && text.Words.Key(i) is not (";" or ":" or "that" or "which"); i--)
        {
            Operator? op = text.OperatorAt(i)?.Operator;
            bool isOwn = i > first && (text.Words.Key(i - 1) is "we" or "i" || text.MentionAt(i - 1)?.Actor.PartyId == candidate.Holder.Party);
            bool asks = (op is { IsObligation: true } && !isOwn) || (namesOther && op is { Act: Act.Demand }) || text.Words.Key(i) is "until" or "deadlin" || (namesOther && text.Words.Key(i) is "tell" or "told");
            namesOther |= text.MentionAt(i) is { } mention && mention.Actor.PartyId != candidate.Holder.Party;
            start = start >= 0 || asks || (isAsked && i < verb - 1) ? i : start;
        }

        return start;
    }
}
