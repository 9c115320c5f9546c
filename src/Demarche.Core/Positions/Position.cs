using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions;

/// <summary>A holder's stance to one issue at one time, with the characters that carry it.</summary>
public sealed record Position
{
    /// <summary>Unique inside its article: p1, p2, ... in text order of the evidence.</summary>
    public required string Id { get; init; }

    /// <summary>The attribution it was read from, or null for a stance the narrator ascribes.</summary>
    public string? AttributionId { get; init; }

    /// <summary>Whose position it is, as a person would record the name.</summary>
    public required string Holder { get; init; }

    /// <summary>Codebook id of the party the holder speaks for, or null.</summary>
    public string? Party { get; init; }

    /// <summary>With what authority the holder speaks for the party; null without a party.</summary>
    public Authority? Authority { get; init; }

    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>Whether the holder wants the issue's outcome (once the condition, if any, is met).</summary>
    public required Direction Direction { get; init; }

    /// <summary>1 open to, 2 calls for, 3 demands, commits or rejects, 4 ultimatum, rules out or red line.</summary>
    public required int Strength { get; init; }

    /// <summary>What the holder does with words.</summary>
    public required Act Act { get; init; }

    /// <summary>The words that state the condition, connective included; null when there is none.</summary>
    public TextSpan? Condition { get; init; }

    /// <summary>Codebook ids of the issues the condition names.</summary>
    public IReadOnlyList<string> ConditionIssues { get; init; } = [];

    /// <summary>Codebook id of the party that is to do it, or null.</summary>
    public string? Addressee { get; init; }

    /// <summary>Numbers, deadlines and places inside the position.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>Whether the text itself says that the position is not new.</summary>
    public bool IsReiterated { get; init; }

    /// <summary>Whoever conveys it when that is not the outlet itself, or null.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>Day it was said, or null when neither text nor publication tells it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What <see cref="Date"/> rests on: "text", "published", or null.</summary>
    public string? DateBasis { get; init; }

    /// <summary>Shortest clause that carries holder's stance and outcome.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>Quotation, report or the narrator's own voice; null means narrator.</summary>
    public AttributionKind? Kind { get; init; }

    /// <summary>Probability that the line is right; 0-1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The cue, pattern, terms and rule that made the line, for a reader.</summary>
    public required string Why { get; init; }

    /// <summary>What a scorer and a matrix call it: conditional whenever there is a condition.</summary>
    public Stance Stance => Condition is not null
        ? Stance.Conditional
        : Direction == Direction.Supports ? Stance.Supports : Stance.Opposes;

    /// <summary>Strength with the direction's sign: -4 to +4, never 0.</summary>
    public int SignedStrength => Direction == Direction.Supports ? Strength : -Strength;
}

/// <summary>A number, deadline or place inside a position.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units.</param>
/// <param name="Value">The number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">What is counted, as the text names it: "troops", "percent", "days".</param>
public sealed record Quantity(TextSpan Span, double Value, string Unit);

/// <summary>Whether the outcome is wanted.</summary>
public enum Direction
{
    /// <summary>Does not want it.</summary>
    Opposes = -1,

    /// <summary>Wants or accepts it.</summary>
    Supports = 1,
}

/// <summary>Direction and condition in one word.</summary>
public enum Stance
{
    /// <summary>Wants or accepts the outcome.</summary>
    Supports,

    /// <summary>Does not want it.</summary>
    Opposes,

    /// <summary>Wants it only if, or opposes it unless, something named happens.</summary>
    Conditional,
}

/// <summary>What a holder does with words; definitions in the guide's chapter on positions.</summary>
public enum Act
{
    /// <summary>States a view: useful, needed, useless.</summary>
    Assert,

    /// <summary>Must, insists; a requirement on the other side.</summary>
    Demand,

    /// <summary>Urges, calls for.</summary>
    Call,

    /// <summary>Puts a plan forward.</summary>
    Propose,

    /// <summary>Is ready to, is willing.</summary>
    Offer,

    /// <summary>Will do it itself, promises, has signed.</summary>
    Commit,

    /// <summary>Agrees to what another put forward.</summary>
    Accept,

    /// <summary>Turns down what another put forward or asked.</summary>
    Reject,

    /// <summary>Will not do it itself.</summary>
    Refuse,

    /// <summary>Says that bad effects will follow.</summary>
    Warn,

    /// <summary>Says that it will cause them.</summary>
    Threaten,

    /// <summary>Blames the other side for doing or not doing it.</summary>
    Accuse,

    /// <summary>Says that a reported thing is not so.</summary>
    Deny,

    /// <summary>Says again what it held before.</summary>
    Reaffirm,
}
