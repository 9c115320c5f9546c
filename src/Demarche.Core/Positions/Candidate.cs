using Demarche.Core.Attributions;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions;

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

    /// <summary>The words of the condition, or null.</summary>
    public WordRange? Condition { get; init; }

    /// <summary>Indices of the issues the condition names.</summary>
    public IReadOnlyList<int> ConditionIssues { get; init; } = [];

    /// <summary>Whether it stands under a plain "if", which makes an announced deed a threat.</summary>
    public bool IsThreat { get; init; }

    /// <summary>The attribution it was read from, or null for the narrator's voice.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>An act that the way of reading settles, such as an accusation; null leaves it to the operators.</summary>
    public Act? Act { get; init; }

    /// <summary>How sure the reading is; 0-1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Name of the way of reading, for the why.</summary>
    public required string Rule { get; init; }
}

/// <summary>Whose position it is.</summary>
/// <param name="Name">As a person would record it.</param>
/// <param name="Party">Codebook id, or null.</param>
/// <param name="ReportedBy">Who conveys it, when not the outlet.</param>
internal sealed record Holder(string Name, string? Party, string? ReportedBy);
