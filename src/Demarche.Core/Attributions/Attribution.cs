using Demarche.Core.Parties;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Who said (or holds) what, where: the attribution relation of source, cue and content.</summary>
public sealed record Attribution
{
    /// <summary>Unique inside its article: a1, a2, ... in text order of the cue.</summary>
    public required string Id { get; init; }

    /// <summary>The attribution whose content holds this one, or null for an outermost one.</summary>
    public string? ParentId { get; init; }

    /// <summary>How much of the content stands in quotation marks.</summary>
    public required AttributionKind Kind { get; init; }

    /// <summary>A speech act or a mere attitude.</summary>
    public AttributionType Type { get; init; } = AttributionType.Statement;

    /// <summary>Who: empty for a passive without an agent.</summary>
    public IReadOnlyList<TextSpan> Source { get; init; } = [];

    /// <summary>The words that attribute, one span save in rare cases; never empty.</summary>
    public required IReadOnlyList<TextSpan> Cue { get; init; }

    /// <summary>What is attributed, in text order; never empty.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>The source resolved inside the article, as a person would write the name; null when it stays open.</summary>
    public string? Speaker { get; init; }

    /// <summary>Codebook id of the party the speaker speaks for, or null.</summary>
    public string? SpeakerParty { get; init; }

    /// <summary>Those whom <see cref="Speaker"/> names together, in text order; empty for a single speaker.</summary>
    public IReadOnlyList<JointSpeaker> JointSpeakers { get; init; } = [];

    /// <summary>With what authority the speaker speaks for the party; null without a speaker.</summary>
    public Authority? Authority { get; init; }

    /// <summary>Whom it is said to, as named, or null.</summary>
    public string? Addressee { get; init; }

    /// <summary>Probability that the attribution stands in the text like this; 0-1.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>How much of a content stands in quotation marks.</summary>
public enum AttributionKind
{
    /// <summary>None of it.</summary>
    Indirect,

    /// <summary>Some of it.</summary>
    Mixed,

    /// <summary>All of it.</summary>
    Direct,
}

/// <summary>A speech act, or an attitude the text ascribes without one.</summary>
public enum AttributionType
{
    /// <summary>Somebody said, wrote, demanded, denied it.</summary>
    Statement,

    /// <summary>Somebody wants, believes, is committed to it.</summary>
    Attitude,
}
