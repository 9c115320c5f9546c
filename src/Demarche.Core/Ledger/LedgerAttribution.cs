using Demarche.Core.Attributions;

namespace Demarche.Core.Ledger;

/// <summary>An attribution of the ledger with the article that carries it.</summary>
public sealed record LedgerAttribution
{
    /// <summary>Content-derived id of the line; a correction names it.</summary>
    public required string Key { get; init; }

    /// <summary>The attribution, corrections applied.</summary>
    public required Attribution Attribution { get; init; }

    /// <summary>The article that carries it.</summary>
    public required LedgerArticle Article { get; init; }

    /// <summary>The characters of the source spans, parted by " … "; empty without a source.</summary>
    public required string Source { get; init; }

    /// <summary>The characters of the cue spans, parted by " … ".</summary>
    public required string Cue { get; init; }

    /// <summary>The characters of the content spans, parted by " … ".</summary>
    public required string Content { get; init; }

    /// <summary>What people said about the line.</summary>
    public LineState State { get; init; }
}
