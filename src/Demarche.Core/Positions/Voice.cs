using Demarche.Core.Attributions;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions;

/// <summary>Who speaks in a content, and what the words that attribute it do with it.</summary>
/// <param name="Attribution">The innermost attribution; null where a party's own text speaks and nothing in it attributes the words.</param>
/// <param name="Speaker">Whose stance it is when the content names nobody else.</param>
/// <param name="Sign">Product of the signs of the cue's words.</param>
/// <param name="Cues">The operators among the cue's words.</param>
/// <param name="Cue">The words of the cue; the cue governs only contents of its own sentence.</param>
/// <param name="Partners">Those of other parties who say it together with the speaker.</param>
internal sealed record Voice(
    Attribution? Attribution, Holder Speaker, int Sign, IReadOnlyList<OperatorHit> Cues, WordRange Cue, IReadOnlyList<Holder> Partners)
{
    /// <summary>Whether the cue opens a list and governs each of its members: "The guild rejects:".</summary>
    public bool OpensList { get; init; }

    /// <summary>Whether the report tells it, and no text of the speaker's own.</summary>
    public bool IsReported { get; init; }

    /// <summary>Words from a cue to the promise that is wanted: "is seeking a firm and binding guarantee". Set by hand.</summary>
    private const int LongestWarrant = 8;

    /// <summary>Whether the cue stands in <paramref name="sentence"/> or opens the list that the sentence is a member of.</summary>
    public bool Governs(WordRange sentence) => OpensList || sentence.Contains(Cue);

    /// <summary>Whether the cue tells that nothing was said: "declined to comment on".</summary>
    public bool IsSilent => Cues.Any(c => c.Operator.Group == OperatorGroup.Silence);

    /// <summary>Whether the cue turns down what is said: "dismissed | a price cap as unnecessary".</summary>
    public bool Rejects => Cues.Any(c => c.Operator is { Group: OperatorGroup.Attitude, Sign: < 0 });

    /// <summary>Whether the cue says that it is not so.</summary>
    public bool Denies => Cues.Any(c => c.Operator.Act is Act.Deny);

    /// <summary>Whether the speaker wants the act of <paramref name="subject"/>: "demanded that Suderia lift", "Suderia withdrawing".</summary>
    public bool AsksOf(CodedText text, Subject subject)
    {
        string verb = text.Words.Span(subject.Operator.Start).Of(text.Words.Text);
        bool gerund = verb.EndsWith("ing", StringComparison.Ordinal);
        int end = subject.End;
        // "warned Suderia against lifting", "thanked it for lifting".
        end += gerund && end < subject.Operator.Start && text.Words.Key(end) is "against" or "for" or "from" or "into" ? 1 : 0;
        bool bare = subject.Operator.Start == end && ((gerund && !OthersDeed.IsBeside(text, subject)) || verb == "be");
        return bare || Cues.Any(c => c.Operator is { Group: OperatorGroup.Attitude, Act: Act.Demand or Act.Call or Act.Propose }) || (IsWanting && IsWarranted(text.Words, subject.Start));
    }

    private bool IsWanting => Cues.Any(c => c.Operator is { Group: OperatorGroup.Attitude, Sign: > 0 });

    /// <summary>"is seeking a guarantee that | Suderia will lift it": what is to be promised is wanted, and not told of anybody.</summary>
    private bool IsWarranted(WordText words, int subject)
    {
        for (int i = Cue.End; i < Math.Min(subject, Cue.End + LongestWarrant); i++)
        {
            if (words.Key(i) is "guarante" or "assur" or "promis" or "pledg" or "undertak" or "insur" || (words.Key(i) == "commit" && i + 1 < subject))
            {
                return true;
            }
        }

        return false;
    }
}
