using Demarche.Core.Attributions;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp.Text;
using Demarche.Nlp.Tokenizing;

namespace Demarche.Core.Positions;

/// <summary>Tells in whose words a position stands: quoted, reported, partly quoted, or those of the text itself.</summary>
internal static class KindReader
{
    /// <summary>How far before a cue its auxiliaries and its owner stand, in words: "has long been", "whose".</summary>
    private const int CueReach = 3;

    /// <summary>
    /// The kind of the words at <paramref name="evidence"/>: by the quotation marks around and in them; null, the narrator's voice, where they tell what
    /// somebody wants, did or has long held and no speech is reported.
    /// </summary>
    public static AttributionKind? Read(CodedText text, IReadOnlyList<Quotation> quotations, Candidate candidate, TextSpan evidence)
    {
        if (candidate.IsOwnWords)
        {
            return AttributionKind.Direct;
        }

        int quoted = QuotedIn(quotations, evidence);
        // The closing mark and what stands outside it end a quotation no less: two characters of play.
        bool all = quoted >= evidence.Length - 2;
        if (quoted > 0)
        {
            return all ? AttributionKind.Direct : AttributionKind.Mixed;
        }

        return candidate.Attribution is { } attribution && !IsNarrated(text, candidate, attribution) ? AttributionKind.Indirect : null;
    }

    private static int QuotedIn(IReadOnlyList<Quotation> quotations, TextSpan evidence)
    {
        int quoted = 0;
        foreach (Quotation quotation in quotations)
        {
            int overlap = Math.Min(quotation.Span.End, evidence.End) - Math.Max(quotation.Span.Start, evidence.Start);
            quoted += quotation.Depth == 0 ? Math.Max(0, overlap) : 0;
        }

        return quoted;
    }

    /// <summary>Whether the attribution tells no speech: a deed, a standing stance, a wish, somebody's demand as a thing.</summary>
    private static bool IsNarrated(CodedText text, Candidate candidate, Attribution attribution)
    {
        if (candidate.CueOperators == 0)
        {
            return false;
        }

        WordRange cue = text.Words.RangeOf(attribution.Cue[0]);
        if (IsOwned(text.Words, cue))
        {
            return true;
        }

        OperatorHit[] cues = [.. candidate.Operators.TakeLast(candidate.CueOperators)];
        if (attribution.ParentId is not null || cues.Any(o => o.Operator.Group == OperatorGroup.Modal))
        {
            // "the minister said both had agreed", "will not agree": somebody tells it.
            return false;
        }

        bool isReady = cues.Any(o => o.Operator.Act == Act.Offer);
        bool isDeed = cues.Any(o => o.Operator.Group == OperatorGroup.Change || o.Operator.Act == Act.Accept) && !OpensClause(text.Words, attribution);
        return isDeed || (attribution.Type == AttributionType.Attitude && !isReady) || IsStanding(text.Words, cue);
    }

    /// <summary>"Norland's demand for", "her call": a demand that is spoken of.</summary>
    private static bool IsOwned(WordText words, WordRange cue)
    {
        for (int i = cue.Start; i > Math.Max(0, cue.Start - CueReach); i--)
        {
            if (words.IsPossessive(i - 1) || words.Key(i - 1) is "their" or "his" or "her" or "whose" || (words.Key(i - 1) == "it" && words.Span(i - 1).Length == 3))
            {
                return true;
            }
        }

        return false;
    }

    private static bool OpensClause(WordText words, Attribution attribution) => words.Key(words.IndexAt(attribution.Content[0].Start)) == "that";

    /// <summary>"has repeatedly demanded", "is pushing for", "which had proposed": how it stands, not what was said.</summary>
    private static bool IsStanding(WordText words, WordRange cue)
    {
        bool isGoingOn = false;
        for (int i = Math.Max(0, cue.Start - CueReach); i < cue.End; i++)
        {
            string word = words.Span(i).Of(words.Text);
            if (word is "repeatedly" or "long" or "always" or "consistently" || (i == cue.Start - 1 && word is "which" or "who"))
            {
                return true;
            }

            if (isGoingOn && i >= cue.Start && word.EndsWith("ing", StringComparison.Ordinal))
            {
                return true;
            }

            isGoingOn |= word is "is" or "are" or "was" or "were" or "been";
        }

        return false;
    }
}
