using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons.Sheets;

/// <summary>What a reader of the matrix asked for; what is null or empty does not restrict.</summary>
public sealed record SheetRequest
{
    /// <summary>The day as of which things are shown, inclusive; null = now, undated lines included.</summary>
    public DateOnly? At { get; init; }

    /// <summary>Cells that changed on this day or later are marked; null = none are.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Only what this outlet carries.</summary>
    public string? Outlet { get; init; }

    /// <summary>Only what this person or body holds.</summary>
    public string? Speaker { get; init; }

    /// <summary>The farthest from the party's own mouth that still counts; null = every level.</summary>
    public PositionLevel? Farthest { get; init; }

    /// <summary>Least confidence, 0-1; lines a person accepted, edited or added pass always.</summary>
    public double MinConfidence { get; init; }

    /// <summary>In which order the issues stand.</summary>
    public SheetOrder Order { get; init; }

    /// <summary>The positions it wants, as the ledger is asked for them. A day alone restricts none: what is later is seen to when the day is drawn.</summary>
    public LedgerQuery Query => IsWhole
        ? new LedgerQuery()
        : new LedgerQuery { Outlet = Outlet, Holder = Speaker, MinConfidence = MinConfidence, Farthest = Farthest, Until = At };

    /// <summary>Whether nothing but a day restricts what counts.</summary>
    public bool IsWhole => Outlet is null && Speaker is null && Farthest is null && MinConfidence <= 0;
}

/// <summary>In which order the issues of a matrix stand; parts stand below the issue they are part of in every order.</summary>
public enum SheetOrder
{
    /// <summary>As the codebook has them.</summary>
    Codebook,

    /// <summary>Widest gap between two parties first.</summary>
    Gap,

    /// <summary>Latest word first.</summary>
    Latest,

    /// <summary>By label.</summary>
    Label,
}
