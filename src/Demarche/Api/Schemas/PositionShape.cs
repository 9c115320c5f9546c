namespace Demarche.Api.Schemas;

/// <summary>A holder's stance to an issue at a time, with the characters that prove it.</summary>
internal sealed record PositionShape
{
    /// <summary>Content-derived id of the line.</summary>
    public required string Key { get; init; }

    /// <summary>Codebook id of the party, or null.</summary>
    public required string? Party { get; init; }

    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>Whose position it is, by name.</summary>
    public required string Holder { get; init; }

    /// <summary>supports, opposes or conditional.</summary>
    public required string Stance { get; init; }

    /// <summary>1 wants the outcome, -1 does not; of a conditional stance, once the condition is met.</summary>
    public required int Direction { get; init; }

    /// <summary>1 open to, 2 calls for, 3 demands, commits or rejects, 4 ultimatum or red line.</summary>
    public required int Strength { get; init; }

    /// <summary>demand, call, propose, offer, commit, accept, reject, refuse, warn, threaten, accuse, deny, assert or reaffirm.</summary>
    public required string Act { get; init; }

    /// <summary>The condition's words, or null.</summary>
    public required string? Condition { get; init; }

    /// <summary>Codebook id of who is to do it, or null.</summary>
    public required string? Addressee { get; init; }

    /// <summary>Whether the text itself says it is not new.</summary>
    public required bool Reiterated { get; init; }

    /// <summary>Who conveys it, or null.</summary>
    public required string? ReportedBy { get; init; }

    /// <summary>direct, indirect, mixed or narrator.</summary>
    public required string Kind { get; init; }

    /// <summary>Weight of the voice, or null when nothing tells it.</summary>
    public required string? Authority { get; init; }

    /// <summary>Office of the holder, or null.</summary>
    public required string? Office { get; init; }

    /// <summary>Day it counts from, or null.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>text or published, or null.</summary>
    public required string? DateBasis { get; init; }

    /// <summary>The characters that prove it.</summary>
    public required EvidenceShape Evidence { get; init; }

    /// <summary>The article that carries it.</summary>
    public required ArticleShape Article { get; init; }

    /// <summary>Calibrated probability that the line is right, 0-1.</summary>
    public required double Confidence { get; init; }

    /// <summary>What made the line, for a reader.</summary>
    public required string Why { get; init; }

    /// <summary>Codebook id of the issue whose support implies this line, which no text says: only in the matrix and in gaps. Null for what texts say.</summary>
    public required string? ImpliedBy { get; init; }

    /// <summary>machine, accepted, edited, added or rejected.</summary>
    public required string State { get; init; }
}

/// <summary>The characters that prove a line.</summary>
internal sealed record EvidenceShape
{
    /// <summary>First UTF-16 code unit in the article's text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 code unit after the last.</summary>
    public required int End { get; init; }

    /// <summary>The characters.</summary>
    public required string Text { get; init; }

    /// <summary>What stands before them in the paragraph.</summary>
    public required string Before { get; init; }

    /// <summary>What stands after them in the paragraph.</summary>
    public required string After { get; init; }
}

/// <summary>What happened between two successive positions of a party on an issue.</summary>
internal sealed record ChangeShape
{
    /// <summary>Codebook id of the party.</summary>
    public required string Party { get; init; }

    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>new, reiterated, hardened, softened, reversed, condition-added, condition-dropped, amount-changed, denied, withdrawn or dormant.</summary>
    public required string Relation { get; init; }

    /// <summary>The day it shows, or null.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>What made it so, for a reader.</summary>
    public required string Why { get; init; }

    /// <summary>Whether only a lesser voice tells it, so that it does not count as the party's.</summary>
    public required bool LesserVoice { get; init; }

    /// <summary>The line before; null for the first on record.</summary>
    public required PositionShape? From { get; init; }

    /// <summary>The line after.</summary>
    public required PositionShape To { get; init; }

    /// <summary>Number of articles that carry the line after.</summary>
    public required int Carriers { get; init; }

    /// <summary>The same once copies of one text are collapsed.</summary>
    public required int IndependentCarriers { get; init; }
}
