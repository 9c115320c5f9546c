using Demarche.Core.Attributions;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions.Days;

/// <summary>Tells a stance that stands, voiced on no particular day: "has repeatedly said", "maintains", "was demanding", "its demand for".</summary>
internal sealed class StandingReader
{
    private readonly CodedText _text;

    private readonly bool _isToldInThePast;

    public StandingReader(CodedText text, IReadOnlyList<Attribution> attributions)
    {
        _text = text;
        int present = attributions.Count(attribution => IsPresent(CueOf(attribution)));
        _isToldInThePast = present * 3 < attributions.Count(attribution => IsPast(CueOf(attribution)));
    }

    /// <summary>Whether the cue of <paramref name="attribution"/>, or a verb that it is joined to, tells a stance that stands.</summary>
    public bool IsStanding(Attribution attribution)
    {
        WordRange cue = CueOf(attribution);
        return HasMark(cue) || (_isToldInThePast && IsSaying(attribution, cue) && !IsHeadline(cue)) || IsJoined(cue) || IsOwned(attribution, cue.Start) || IsBefore(cue.End)
            || (attribution.Type == AttributionType.Attitude && attribution.ParentId is null && !IsEvent(cue));
    }

    /// <summary>"its demand for", "Norland's wish": a stance named by a noun, mostly in passing.</summary>
    public bool IsOwned(Attribution attribution) => IsOwned(attribution, _text.Words.IndexAt(attribution.Cue[0].Start));

    private bool IsOwned(Attribution attribution, int cue)
    {
        if (attribution.Source is not [TextSpan source] || source.End > attribution.Cue[0].Start)
        {
            return false;
        }

        // "repeated her offer": a noun that somebody voices again has the day of the voicing.
        if (cue > 1 && IsVoicedAgain(cue - 2))
        {
            return false;
        }

        WordRange owner = _text.Words.RangeOf(source);
        return (owner.Length > 0 && owner.End == cue && _text.Words.IsPossessive(owner.End - 1))
            || (cue > 0 && FormAt(cue - 1) is "its" or "their" or "his" or "her" or "our" or "Its" or "Their" or "His" or "Her" or "Our");
    }

    private WordRange CueOf(Attribution attribution) => _text.Words.RangeOf(attribution.Cue[0]);

    private bool IsSaying(Attribution attribution, WordRange cue) =>
        attribution is { ParentId: null, Type: AttributionType.Statement } && IsPresent(cue)
        && !_text.Tree.IsEmpty && _text.Tree.Relation(_text.Tree.Lead(cue.Start)) is "root" or "parataxis";

    // "says", "insists" in a report that tells its news in the past.
    private bool IsPresent(WordRange cue) =>
        cue.Length > 0 && FormAt(cue.Start) is var form && form.EndsWith('s') && !form.EndsWith("ss") && form is not ("was" or "has" or "is") && form.Length > 3;

    private bool IsPast(WordRange cue) => cue.Length > 0 && FormAt(cue.Start) is var form && (form.EndsWith("ed") || form is "said" or "told");

    private bool IsHeadline(WordRange cue) => _text.Words.Text.AsSpan(0, _text.Words.Span(cue.Start).Start).IndexOf('\n') < 0;

    private ReadOnlySpan<char> FormAt(int word) => _text.Words.Span(word).SliceOf(_text.Words.Text);

    private bool HasMark(WordRange cue)
    {
        for (int i = Math.Max(0, cue.Start - 3); i < Math.Min(cue.End, _text.Words.Count); i++)
        {
            if (_text.Words.Key(i) is "had" or "maintain" or "earlier" or "previous" or "always" or "long" or "past" || (IsRepeating(i) && !IsVoicedAgain(i)))
            {
                return true;
            }

            if (i > 0 && FormAt(i).EndsWith("ing", StringComparison.Ordinal)
                && _text.Words.Key(i - 1) is "is" or "are" or "was" or "were" or "be" or "been" or "not")
            {
                return true;
            }
        }

        return false;
    }

    // "repeated", "renewed": one more time, on a day; "has repeated" and "repeats" stand.
    private bool IsVoicedAgain(int word) =>
        FormAt(word) is "repeated" or "reiterated" or "renewed" or "restated" or "reaffirmed"
        && (word == 0 || _text.Words.Key(word - 1) is not ("has" or "have" or "had"));

    /// <summary>"repeatedly", "consistently", "still".</summary>
    public bool IsRepeating(int word) => word >= 0 && _text.Words.Key(word) is "repeatedly" or "repeat" or "consist" or "still";

    // "has repeatedly called for peace and has ruled out talks", "have repeatedly used the word, which he said means":
    // what is joined to a verb of repeated telling is told as often.
    private bool IsJoined(WordRange cue)
    {
        if (_text.Tree.IsEmpty || cue.Length == 0)
        {
            return false;
        }

        int node = _text.Tree.Top([.. Enumerable.Range(cue.Start, cue.Length)]);
        for (int step = 0; step < Clauses.ClauseTree.DeepestPath && node >= 0; step++)
        {
            int head = _text.Tree.Head(node);
            if (head < 0)
            {
                return false;
            }

            if (_text.Tree.Relation(node) is "conj" or "acl:relcl")
            {
                foreach (int child in _text.Tree.Children(head))
                {
                    if (_text.Tree.Relation(child) == "advmod" && IsRepeating(child))
                    {
                        return true;
                    }
                }
            }

            node = head;
        }

        return false;
    }

    // "demanded in the past that".
    private bool IsBefore(int at) =>
        at + 2 < _text.Words.Count && _text.Words.Key(at) == "in" && _text.Words.Key(at + 2) is "past" or "year";

    // "agreed to", "decided": an attitude that began on a day.
    private bool IsEvent(WordRange cue)
    {
        for (int i = cue.Start; i < cue.End; i++)
        {
            if (_text.OperatorAt(i) is { Operator.Act: Act.Accept or Act.Reject or Act.Commit or Act.Refuse or Act.Propose }
                && FormAt(i).EndsWith("ed"))
            {
                return true;
            }
        }

        return false;
    }
}
