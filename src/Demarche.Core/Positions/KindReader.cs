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
        // A transcript and a text of the holder's own need no marks.
        int quoted = QuotedIn(quotations, evidence);
        if (candidate.IsOwnWords || (quoted == 0 && !candidate.FollowsOn && (candidate.Attribution?.Kind == AttributionKind.Direct || IsTurn(text.Words, candidate))))
        {
            return AttributionKind.Direct;
        }

        if (quoted == 0 && candidate.FollowsOn)
        {
            return AttributionKind.Indirect;
        }

        // The closing mark and what stands outside it end a quotation no less: two characters of play.
        bool all = quoted >= evidence.Length - 2;
        if (quoted > 0)
        {
            return all || IsAllIn(text.Words, quotations, candidate) ? AttributionKind.Direct : AttributionKind.Mixed;
        }

        return candidate.Attribution is { } attribution && !IsNarrated(text, candidate, attribution) ? AttributionKind.Indirect : null;
    }

    /// <summary>Whether who acts, what is said and what it is said of all stand between quotation marks, whatever the clause holds before them.</summary>
    private static bool IsAllIn(WordText words, IReadOnlyList<Quotation> quotations, Candidate candidate)
    {
        TextSpan matter = words.SpanOf(candidate.Match.Words);
        return quotations.Any(q => q.Depth == 0 && q.Span.Contains(matter.Start) && q.Span.End >= matter.End
            && candidate.Subject is { } subject && q.Span.Contains(words.Span(subject.Start).Start)
            && candidate.Operators.All(o => q.Span.Contains(words.Span(o.Start).Start)) && candidate.CueOperators == 0);
    }

    /// <summary>"ORSK: We will not pay": a speaker's turn, or "I" and "we", which nobody but the speaker says.</summary>
    private static bool IsTurn(WordText words, Candidate candidate)
    {
        if (candidate.Attribution is not { } attribution)
        {
            return false;
        }

        bool isTurn = attribution is { Cue: [var cue], ParentId: null } && words.Key(words.RangeOf(cue).Start) == ":" && words.IsCapital(words.IndexAt(attribution.Content[0].Start));
        for (int i = candidate.Evidence.Start; !isTurn && i < candidate.Evidence.End; i++)
        {
            isTurn = words.Key(i) is "we" or "i" or "our" or "my" or "us" && words.Span(i).Of(words.Text) is not "US";
        }

        return isTurn;
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
        if (IsOwned(text.Words, cue, attribution))
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
        return isDeed || (!isReady && attribution.Type == AttributionType.Attitude) || IsStanding(text.Words, cue) || Stands(text.Words, cue, cues, attribution) || AnnouncesThing(text, cue, attribution);
    }

    /// <summary>"Norland's demand for", "made her call for": a demand that is spoken of.</summary>
    private static bool IsOwned(WordText words, WordRange cue, Attribution attribution)
    {
        for (int i = cue.Start + 1; i < cue.End; i++)
        {
            if (IsOwner(words.Key(i)))
            {
                return true;
            }
        }

        int at = cue.Start - 1;
        WordRange source = attribution.Source.Count > 0 ? words.RangeOf(attribution.Source[^1]) : new WordRange(at, cue.Start);
        // "Norland's persistent demand": the owner is the last word of the source, adjectives apart.
        while (at > cue.Start - CueReach && at > 0 && !source.Contains(at))
        {
            at--;
        }

        return at >= 0 && (words.IsPossessive(at) || IsOwner(words.Key(at)) || (words.Key(at) == "it" && words.Span(at).Length == 3));
    }

    private static bool IsOwner(string key) => key is "their" or "his" or "her" or "whose";

    /// <summary>"announced new duties": what is announced is a thing done, no clause of speech; only a tree shows it.</summary>
    private static bool AnnouncesThing(CodedText text, WordRange cue, Attribution attribution)
    {
        WordRange content = text.Words.RangeOf(attribution.Content[0]);
        bool announces = false;
        for (int i = cue.Start; i < cue.End; i++)
        {
            announces |= text.Words.Key(i) == "announc";
        }

        for (int i = content.Start; announces && !text.Tree.IsEmpty && i < content.End; i++)
        {
            if (cue.Contains(text.Tree.Head(i)))
            {
                return text.Tree.Relation(i) == "obj";
            }
        }

        return false;
    }

    /// <summary>"Norland rejects any fee": a stance of no one occasion, told in the present without a clause of what was said.</summary>
    private static bool Stands(WordText words, WordRange cue, OperatorHit[] cues, Attribution attribution)
    {
        string verb = words.Span(cue.End - 1).Of(words.Text);
        return cue.Length == 1 && verb.EndsWith('s') && char.IsLower(verb[0]) && !OpensClause(words, attribution)
            && cues.Any(o => o.Operator is { Group: OperatorGroup.Attitude, Act: not (Act.Call or Act.Warn or Act.Accuse) });
    }

    private static bool OpensClause(WordText words, Attribution attribution) => words.Key(words.IndexAt(attribution.Content[0].Start)) == "that";

    /// <summary>"has repeatedly demanded", "is pushing for", "which had proposed": how it stands, not what was said.</summary>
    private static bool IsStanding(WordText words, WordRange cue)
    {
        bool isGoingOn = false;
        for (int i = Math.Max(0, cue.Start - CueReach); i < cue.End; i++)
        {
            string word = words.Span(i).Of(words.Text);
            bool isPast = (word == "so" && words.Key(i + 1) == "far") || (word == "the" && words.Key(i + 1) == "past");
            if (isPast || word is "repeatedly" or "long" or "always" or "consistently" || (i == cue.Start - 1 && word is "which" or "who"))
            {
                return true;
            }

            if (isGoingOn && i >= cue.Start && word != "willing" && word.EndsWith("ing", StringComparison.Ordinal))
            {
                return true;
            }

            isGoingOn |= word is "is" or "are" or "was" or "were" or "been";
        }

        return false;
    }
}
