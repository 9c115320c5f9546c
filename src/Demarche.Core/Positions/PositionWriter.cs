using System.Globalization;
using Demarche.Core.Positions.Acts;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Days;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Nlp.Text;
using Demarche.Nlp.Tokenizing;

namespace Demarche.Core.Positions;

/// <summary>Writes candidates out as positions.</summary>
internal sealed class PositionWriter
{
    private readonly CodedText _text;
    private readonly IssueLexicon _lexicon;
    private readonly DateReader _dates;
    private readonly IReadOnlyList<Quotation> _quotations;

    public PositionWriter(CodedText text, IssueLexicon lexicon, DateReader dates, IReadOnlyList<Quotation> quotations)
    {
        _quotations = quotations;
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
        Dating dating = _dates.Read(candidate);
        Act act = ActReader.Read(_text, _lexicon, candidate, reiterated);
        TextSpan evidence = EvidenceOf(candidate);
        return new Position
        {
            Id = "p" + number.ToString(CultureInfo.InvariantCulture),
            AttributionId = candidate.Attribution?.Id,
            Holder = candidate.Holder.Name,
            Party = candidate.Holder.Party,
            Issue = _lexicon.Codebook.Issues[candidate.Match.Issue].Id,
            Direction = candidate.Sign > 0 ? Direction.Supports : Direction.Opposes,
            Strength = ActReader.StrengthOf(_text, candidate, act),
            Act = act,
            Condition = ConditionOf(candidate),
            ConditionIssues = [.. candidate.ConditionIssues.Select(i => _lexicon.Codebook.Issues[i].Id)],
            Addressee = AddresseeOf(candidate),
            Quantities = QuantityReader.Read(_text.Words, candidate.Evidence),
            IsReiterated = reiterated,
            ReportedBy = candidate.Holder.ReportedBy,
            Date = dating.Day,
            DateBasis = dating.Basis,
            Evidence = evidence,
            Kind = KindReader.Read(_text, _quotations, candidate, evidence),
            Confidence = candidate.Confidence,
            Why = Explanation.Of(_text.Words, candidate),
        };
    }

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
