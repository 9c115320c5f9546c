using Demarche.Core.Attributions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;

namespace Demarche.Core.Evaluation;

/// <summary>An article with what a person marked in it. A list that is null was not annotated and is not scored.</summary>
public sealed record GoldArticle
{
    /// <summary>The id that records of it carry.</summary>
    public required string Id { get; init; }

    /// <summary>The text every span points into.</summary>
    public required string Text { get; init; }

    /// <summary>The article as the program reads it.</summary>
    public required RawArticle Input { get; init; }

    /// <summary>Who said what, nested attributions included.</summary>
    public IReadOnlyList<GoldAttribution>? Attributions { get; init; }

    /// <summary>Who wants what.</summary>
    public IReadOnlyList<GoldPosition>? Positions { get; init; }

    /// <summary>Dates and times named in the text.</summary>
    public IReadOnlyList<TimeExpression>? Times { get; init; }
}

/// <summary>An attribution a person marked.</summary>
/// <param name="Source">Who; may be empty.</param>
/// <param name="Cue">The words that attribute; may be empty.</param>
/// <param name="Content">What is attributed; may be empty.</param>
/// <param name="Speaker">The source resolved to a name, or null when it was not recorded.</param>
/// <param name="Type">Speech act or attitude, or null when it was not recorded.</param>
public sealed record GoldAttribution(
    IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content, string? Speaker, AttributionType? Type = null);

/// <summary>A position a person marked, in the words of records.</summary>
public sealed record GoldPosition
{
    /// <summary>Codebook id of the party, or null.</summary>
    public string? Party { get; init; }

    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>"supports", "opposes" or "conditional".</summary>
    public required string Stance { get; init; }

    /// <summary>Wherever the text says it: the evidence and the other places of the same position.</summary>
    public required IReadOnlyList<TextSpan> Places { get; init; }

    /// <summary>The first words of the evidence, for messages.</summary>
    public required string Evidence { get; init; }

    /// <summary>Whose position it is.</summary>
    public string? Holder { get; init; }

    /// <summary>"demand", "reject", ...</summary>
    public string? Act { get; init; }

    /// <summary>"direct", "indirect", "mixed" or "narrator".</summary>
    public string? Kind { get; init; }

    /// <summary>Day it was said as YYYY-MM-DD, or null.</summary>
    public string? Date { get; init; }

    /// <summary>Whether the text itself says that it is not new.</summary>
    public bool IsReiterated { get; init; }

    /// <summary>Whoever's words give it, when that is not the outlet; null else.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>Wherever the words of the condition stand; null when there is none.</summary>
    public IReadOnlyList<TextSpan>? Condition { get; init; }

    /// <summary>Whether two careful people could disagree: then it neither rewards nor punishes.</summary>
    public bool IsDoubtful { get; init; }
}

/// <summary>Two positions of one party on one issue that a person compared.</summary>
/// <param name="Party">Codebook id of the party.</param>
/// <param name="Issue">Codebook id of the issue.</param>
/// <param name="From">Where the earlier one stands; null for the first on record.</param>
/// <param name="To">Where the later one stands.</param>
/// <param name="Relation">"reiterated", "hardened", "condition-added", ...</param>
public sealed record GoldChange(string Party, string Issue, GoldPlace? From, GoldPlace To, string Relation);

/// <summary>Renderings that a person found to be one thing said on one occasion.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Relation">The strongest difference in it: "identical", "truncated", "reworded" or "translated".</param>
/// <param name="Members">Where they stand.</param>
public sealed record GoldQuotation(string Group, string Relation, IReadOnlyList<GoldPlace> Members);

/// <summary>A quotation of an article.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Evidence">The exact words.</param>
public sealed record GoldPlace(string Article, string Evidence);
