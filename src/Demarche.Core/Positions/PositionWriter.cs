using System.Globalization;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Days;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions;

/// <summary>Writes candidates out as positions.</summary>
internal sealed class PositionWriter
{
    private readonly CodedText _text;
    private readonly IssueLexicon _lexicon;
    private readonly DateReader _dates;

    public PositionWriter(CodedText text, IssueLexicon lexicon, DateReader dates)
    {
        _text = text;
        _lexicon = lexicon;
        _dates = dates;
    }

    /// <summary>The positions, numbered in the order given.</summary>
    public IReadOnlyList<Position> Write(List<Candidate> candidates)
    {
        var positions = new List<Position>(candidates.Count);
        foreach (Candidate candidate in candidates)
        {
            positions.Add(Write(candidate, positions.Count + 1));
        }

        return positions;
    }

    private Position Write(Candidate candidate, int number)
    {
        bool reiterated = RepetitionReader.IsRepeated(_text, candidate);
        (DateOnly? day, string? basis) = _dates.Read(candidate);
        return new Position
        {
            Id = "p" + number.ToString(CultureInfo.InvariantCulture),
            AttributionId = candidate.Attribution?.Id,
            Holder = candidate.Holder.Name,
            Party = candidate.Holder.Party,
            Issue = _lexicon.Codebook.Issues[candidate.Match.Issue].Id,
            Direction = candidate.Sign > 0 ? Direction.Supports : Direction.Opposes,
            Strength = ActReader.StrengthOf(candidate.Operators),
            Act = ActOf(candidate, reiterated),
            Condition = ConditionOf(candidate),
            ConditionIssues = [.. candidate.ConditionIssues.Select(i => _lexicon.Codebook.Issues[i].Id)],
            Addressee = AddresseeOf(candidate),
            Quantities = QuantityReader.Read(_text.Words, candidate.Evidence),
            IsReiterated = reiterated,
            ReportedBy = candidate.Holder.ReportedBy,
            Date = day,
            DateBasis = basis,
            Evidence = EvidenceOf(candidate),
            Kind = KindReader.Read(_text.Words, candidate),
            Confidence = candidate.Confidence,
            Why = Explanation.Of(_text.Words, candidate),
        };
    }

    // "If you do this, we will do that": what is announced under a plain condition is a threat.
    private Act ActOf(Candidate candidate, bool reiterated)
    {
        // "will not accept it unless": the condition turns the stance, not what is done with these words.
        int sign = candidate.Condition is null ? candidate.Sign : -1;
        Act act = candidate.Act ?? ActReader.ActOf(candidate.Operators, sign, reiterated);
        act = (act, IsOwnDeed(candidate)) switch
        {
            (Act.Commit, false) => reiterated ? Act.Reaffirm : Act.Assert,
            (Act.Assert, true) when DoesIt(candidate) || WillDoIt(candidate) => Act.Commit,
            // "Both sides agreed to ...": what the one put forward the other accepts.
            (Act.Commit, _) when candidate.IsJoint && candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Attitude, Act: Act.Accept }) => Act.Accept,
            // "We must": asked of oneself and others alike.
            (Act.Demand, _) when candidate.Subject is { } subject && _text.Words.Key(subject.Start) == "we" => Act.Call,
            _ => act,
        };
        bool harms = candidate.Sign * candidate.Match.Sign > 0 && act == Act.Commit && IsAnnounced(candidate) && _lexicon.IsHarmful(candidate.Match);
        bool mild = candidate.IsThreat && act == Act.Assert && candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Modal, Act: null }) && !_lexicon.IsHarmful(candidate.Match);
        if (mild && candidate.Operators.Any(o => _text.Words.Key(o.Start) is "could" or "may" or "might"))
        {
            // "we could begin with it if": an opening, no blow.
            return Act.Offer;
        }

        return (candidate.IsThreat && (act is Act.Commit or Act.Assert or Act.Reaffirm)) || harms ? Act.Threaten : act;
    }

    /// <summary>"The firm would appeal": a reported future whose verb is part of the matter.</summary>
    private static bool WillDoIt(Candidate candidate) =>
        candidate.Sign > 0 && (candidate is { Subject.Operator.Operator: { Group: OperatorGroup.Modal, IsObligation: false } }
            || (candidate.Subject?.Has(candidate.Holder.Party) == true && candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Modal, IsObligation: false })))
        && !candidate.Operators.Any(o => o.Operator.Group is OperatorGroup.Judgement or OperatorGroup.Effect or OperatorGroup.Negator);

    /// <summary>Whether the deed is still to come: "will impose", "vowed to", "announced".</summary>
    private static bool IsAnnounced(Candidate candidate) =>
        candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Modal, IsObligation: false } or { Group: OperatorGroup.Attitude, Act: Act.Commit or Act.Threaten });

    /// <summary>Whether the deed is the holder's: its subject ("we will impose"), an infinitive ("to impose"), a word of intent, the cue itself ("signed").</summary>
    private bool IsOwnDeed(Candidate candidate) =>
        candidate.Basis != Basis.Speaker || candidate.Subject?.Has(candidate.Holder.Party) == true
        || _text.Words.Key(candidate.Evidence.Start) == "to"
        || candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Attitude or OperatorGroup.Modal, Act: Act.Commit })
        || candidate.Operators.Skip(candidate.Operators.Count - candidate.CueOperators).Any(o => o.Operator.Act == Act.Commit);

    /// <summary>Whether the narrator tells a deed whose verb is part of the matter: "has banned flights".</summary>
    private static bool DoesIt(Candidate candidate) =>
        candidate is { Basis: Basis.Narrator, Subject.Operator.Operator.Group: OperatorGroup.Change or OperatorGroup.Deed };

    /// <summary>
    /// The candidate's clause; from the source on when the cue itself takes the stance ("Norland rejects | a ban"), since without
    /// it the clause does not say who stands where.
    /// </summary>
    private TextSpan EvidenceOf(Candidate candidate)
    {
        TextSpan clause = _text.Words.SpanOf(candidate.Evidence);
        if (candidate.Attribution is not { Source: [TextSpan source], Cue: [TextSpan cue] } attribution
            || attribution.Content[0].Start != clause.Start
            || source.End > cue.Start
            || cue.End > clause.Start
            || !candidate.Operators.Any(hit => cue.Contains(_text.Words.Span(hit.Start))))
        {
            return clause;
        }

        return clause with { Start = source.Start };
    }

    /// <summary>The condition's words, no further than the content they begin in: what follows a quotation is the reporter's.</summary>
    private TextSpan? ConditionOf(Candidate candidate)
    {
        if (candidate.Condition is not { } words)
        {
            return null;
        }

        TextSpan span = _text.Words.SpanOf(words);
        foreach (TextSpan content in candidate.Attribution?.Content ?? [])
        {
            if (content.Contains(span.Start))
            {
                return span with { End = Math.Min(span.End, content.End) };
            }
        }

        return span;
    }

    /// <summary>The party named before the matter that is to do what is demanded or called for; null for other acts.</summary>
    private string? AddresseeOf(Candidate candidate)
    {
        bool asks = candidate.Operators.Any(o => o.Operator.Act is Act.Demand or Act.Call);
        for (int i = candidate.Evidence.Start; asks && i < candidate.Match.Words.Start; i++)
        {
            if (_text.MentionAt(i) is { } mention && mention.Actor.PartyId != candidate.Holder.Party)
            {
                return mention.Actor.PartyId;
            }
        }

        return null;
    }
}
