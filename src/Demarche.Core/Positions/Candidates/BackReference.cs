using System.Collections.Frozen;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Remembers what the text spoke of last, for clauses that only point back to it: "this is unacceptable", "hailed the move". One article, in text order.</summary>
internal sealed class BackReference
{
    /// <summary>Farthest way back, in words: the sentence before or the one before that.</summary>
    private const int Reach = 60;

    /// <summary>Longest clause that may only point back; a longer one has a matter of its own.</summary>
    private const int LongestClause = 22;

    // What a text calls a matter when it comes back to it. Written by us.
    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(
        [
            "decision", "move", "step", "steps", "approach", "arrangement", "idea", "offer", "plan", "plans", "demand", "demands", "initiative",
            "project", "scheme", "proposal", "proposals", "suggestion", "threat", "threats", "policy", "measure", "measures", "request", "concession",
        ],
        StringComparer.OrdinalIgnoreCase);

    private IssueMatch? _last;
    private int _sign;

    /// <summary>Keeps the best matter of a clause and what the first position read from it does with it.</summary>
    public void Remember(IssueMatch match, ReadOnlySpan<Candidate> read)
    {
        _last = match;
        _sign = match.Sign;
        foreach (Candidate candidate in read)
        {
            if (candidate.Match == match)
            {
                _sign = candidate.Sign;
                return;
            }
        }
    }

    /// <summary>The matter that a pointing word of <paramref name="clause"/> means, or null; only a clause that judges or wants is read so.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="isTold">Whether the cue before it judges or wants: "rejected | the plan".</param>
    public IssueMatch? Find(CodedText text, WordRange clause, bool isTold)
    {
        if (_last is null || clause.Start - _last.Words.End > Reach || clause.Length > LongestClause)
        {
            return null;
        }

        int pointer = -1;
        bool telling = isTold;
        for (int i = clause.Start; i < clause.End; i++)
        {
            if (pointer < 0 && Points(text.Words, i, clause) && !Wants(text, i))
            {
                pointer = i;
            }

            // "must scrap it", "ruled it out".
            telling |= text.OperatorAt(i)?.Operator.Group is OperatorGroup.Attitude or OperatorGroup.Judgement
                || (pointer == i && i > clause.Start && text.OperatorAt(i - 1)?.Operator.Group is OperatorGroup.Change);
        }

        return pointer < 0 || !telling
            ? null
            : _last with { Words = new WordRange(pointer, pointer + 1), Hits = [pointer], Sign = _sign, IsBackReference = true };
    }

    // "a wall it had never asked for": the pronoun means the one who wants.
    private static bool Wants(CodedText text, int at) =>
        !text.Tree.IsEmpty && text.Words.Key(at) == "it" && text.Tree.Relation(at) == "nsubj" && text.Tree.Head(at) is >= 0 and int verb
        && text.OperatorAt(verb)?.Operator.Group is OperatorGroup.Attitude;

    private static bool Points(WordText words, int at, WordRange clause) =>
        words.Key(at) is "it" or "this" or "that" or "thi" or "which" or "someth" or "something"
            ? at == clause.Start || words.Key(at) is not ("that" or "which")
            : words.IsWord(at) && at > clause.Start && words.Key(at - 1) is "the" or "this" or "thi" or "such" or "a"
                && Nouns.Contains(words.Span(at).Of(words.Text));
}
