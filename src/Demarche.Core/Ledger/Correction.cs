using Demarche.Core.Positions;

namespace Demarche.Core.Ledger;

/// <summary>What a person says about the machine's lines. Kept for ever; the latest one about a line counts.</summary>
public sealed record Correction
{
    /// <summary>Content-derived id; the ledger fills it in.</summary>
    public string Key { get; init; } = "";

    /// <summary>What is done.</summary>
    public required CorrectionKind Kind { get; init; }

    /// <summary>Key of the line that is accepted, edited or rejected, or of the correction that is taken back; null for the other kinds.</summary>
    public string? Target { get; init; }

    /// <summary>Key of the article it concerns: given for <see cref="CorrectionKind.Add"/>, filled in for lines, null for a merge.</summary>
    public string? ArticleKey { get; init; }

    /// <summary>Who says so, as they sign.</summary>
    public required string Author { get; init; }

    /// <summary>When, in UTC; the ledger fills it in.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What an edit changes; null for the other kinds.</summary>
    public LineEdit? Edit { get; init; }

    /// <summary>The line that is added, its spans in the current text of the article; null for the other kinds. Its id is given anew.</summary>
    public Position? Added { get; init; }

    /// <summary>Which name is replaced by which, or no longer; null for the other kinds.</summary>
    public ActorMerge? Merge { get; init; }

    /// <summary>Whether the author worked without seeing others' corrections: then it is kept for their agreement and changes no line.</summary>
    public bool IsBlind { get; init; }

    /// <summary>
    /// The position as the machine had it when it was accepted or edited; the ledger fills it in. What a person found right stays on the
    /// record by it when a later model does not find it any more. Null for the other kinds, and in corrections of older programs.
    /// </summary>
    public SeenLine? Seen { get; init; }

    /// <summary>A remark, or null.</summary>
    public string? Note { get; init; }
}

/// <summary>A position as a person saw it.</summary>
/// <param name="Position">The machine's line, its spans in the text it was read from.</param>
/// <param name="ReporterParty">Codebook id of the party that conveys it, or null.</param>
public sealed record SeenLine(Position Position, string? ReporterParty);

/// <summary>What a correction does.</summary>
public enum CorrectionKind
{
    /// <summary>The line is right.</summary>
    Accept,

    /// <summary>The line is right once changed.</summary>
    Edit,

    /// <summary>The line is wrong.</summary>
    Reject,

    /// <summary>A position the machine missed.</summary>
    Add,

    /// <summary>Two names are one actor.</summary>
    Merge,

    /// <summary>Two names that were merged are two actors again.</summary>
    Split,

    /// <summary>An earlier correction is taken back.</summary>
    Undo,
}

/// <summary>Two names of one actor: wherever <paramref name="From"/> holds or speaks, <paramref name="Into"/> is shown.</summary>
/// <param name="From">The name that is given up.</param>
/// <param name="Into">The name that stays.</param>
public sealed record ActorMerge(string From, string Into);
