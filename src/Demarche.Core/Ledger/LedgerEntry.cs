using Demarche.Core.Positions;

namespace Demarche.Core.Ledger;

/// <summary>A position of the ledger with the article that carries it and the characters that prove it.</summary>
public sealed record LedgerEntry
{
    /// <summary>Content-derived id of the line; a correction names it.</summary>
    public required string Key { get; init; }

    /// <summary>The position, corrections applied.</summary>
    public required Position Position { get; init; }

    /// <summary>The article that carries it.</summary>
    public required LedgerArticle Article { get; init; }

    /// <summary>The characters of <see cref="Position.Evidence"/>, as the article has them.</summary>
    public required string Evidence { get; init; }

    /// <summary>The words before the evidence in its paragraph, at most <see cref="Excerpt.ContextLength"/> code units; may be empty.</summary>
    public required string Before { get; init; }

    /// <summary>The words after the evidence in its paragraph, at most <see cref="Excerpt.ContextLength"/> code units; may be empty.</summary>
    public required string After { get; init; }

    /// <summary>The characters of <see cref="Position.Condition"/>, or null without one.</summary>
    public string? Condition { get; init; }

    /// <summary>Codebook id of the party that <see cref="Position.ReportedBy"/> speaks for, or null when it speaks for none or is unknown.</summary>
    public string? ReporterParty { get; init; }

    /// <summary>
    /// Codebook id of the issue whose support implies this line, when the text itself does not speak of <see cref="Position.Issue"/>; null for what texts say.
    /// No ledger keeps such a line: comparisons draw it from the codebook's exclusive issues.
    /// </summary>
    public string? ImpliedBy { get; init; }

    /// <summary>What people said about the line.</summary>
    public LineState State { get; init; }

    /// <summary>Day the position counts from: its own, else the article's; null = undated.</summary>
    public DateOnly? Date => Position.Date ?? Article.Published;
}

/// <summary>What people said about a line of the machine.</summary>
public enum LineState
{
    /// <summary>Nobody has looked at it.</summary>
    Machine,

    /// <summary>A person found it right.</summary>
    Accepted,

    /// <summary>A person changed it.</summary>
    Edited,

    /// <summary>A person wrote it.</summary>
    Added,

    /// <summary>A person found it wrong; only given when asked for.</summary>
    Rejected,
}
