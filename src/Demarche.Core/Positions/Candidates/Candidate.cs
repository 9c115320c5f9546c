using Demarche.Core.Attributions;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>A position as one place of the text tells it, before places that tell the same are brought together.</summary>
internal sealed record Candidate
{
    public required Holder Holder { get; init; }

    public required IssueMatch Match { get; init; }

    /// <summary>+1 when the outcome is wanted, -1 when it is not.</summary>
    public required int Sign { get; init; }

    /// <summary>The words that carry stance and outcome.</summary>
    public required WordRange Evidence { get; init; }

    /// <summary>The sentence they stand in.</summary>
    public required WordRange Sentence { get; init; }

    /// <summary>The operators that made the sign, from the matter outwards; the cue's last.</summary>
    public required IReadOnlyList<OperatorHit> Operators { get; init; }

    /// <summary>As <see cref="Polarity.Agreement"/>.</summary>
    public int Agreement { get; init; }

    /// <summary>How many of the last operators are the cue's.</summary>
    public int CueOperators { get; init; }

    /// <summary>The words of the condition, or null.</summary>
    public WordRange? Condition { get; init; }

    /// <summary>Indices of the issues the condition names.</summary>
    public IReadOnlyList<int> ConditionIssues { get; init; } = [];

    /// <summary>Whether it is refused only while something lasts.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Whether it stands under a plain "if", which makes an announced deed a threat.</summary>
    public bool IsThreat { get; init; }

    /// <summary>The attribution it was read from, or null for the narrator's voice and for a party's own text.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>Whether it stands in a text of the holder's own.</summary>
    public bool IsOwnWords => Attribution is null && !IsIntroduced && Basis is Basis.Speaker or Basis.JointSpeaker;

    /// <summary>Whether its sentence attributes nothing and goes on with what the one before tells of the speaker.</summary>
    public bool FollowsOn { get; init; }

    /// <summary>Whether a sentence of the report before it tells whose stance it is: "The guild demands:" above a list.</summary>
    public bool IsIntroduced { get; init; }

    /// <summary>The clause's own subject and verb, or null when the clause has no party for its subject.</summary>
    public Subject? Subject { get; init; }

    /// <summary>Whether another party does the act than the one the issue names.</summary>
    public bool IsWrongAgent { get; init; }

    /// <summary>An act that the way of reading settles, such as an accusation; null leaves it to the operators.</summary>
    public Act? Act { get; init; }

    /// <summary>Whether others of another party say it together with the holder: "both sides agreed".</summary>
    public bool IsJoint { get; init; }

    /// <summary>Name of the way of reading, for the why.</summary>
    public required Basis Basis { get; init; }

    /// <summary>How likely it is right, 0-1; 0 until it is weighed.</summary>
    public double Confidence { get; init; }
}
