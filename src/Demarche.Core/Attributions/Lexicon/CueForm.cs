namespace Demarche.Core.Attributions.Lexicon;

/// <summary>A word that can head a cue, with its habits as <c>cues.txt</c> tells them.</summary>
/// <param name="Id">Row number, from 1.</param>
/// <param name="Weight">Log-odds that it heads a cue, before its surroundings are looked at.</param>
/// <param name="Type">Speech act or attitude.</param>
internal sealed record CueForm(int Id, float Weight, AttributionType Type)
{
    /// <summary>Its source may follow: "said X".</summary>
    public bool Inverts { get; init; }

    /// <summary>A hearer may stand before the content: "told X that".</summary>
    public bool TakesHearer { get; init; }

    /// <summary>Its content may be a clause without "that".</summary>
    public bool TakesClause { get; init; }

    /// <summary>It only says how the act of the next verb goes on: "continues to blame".</summary>
    public bool IsAspect { get; init; }

    /// <summary>A participle that is no passive after "be": "is committed to".</summary>
    public bool IsPredicative { get; init; }

    /// <summary>It tells where somebody stands, and is worth a line of its own inside another's words.</summary>
    public bool IsStance { get; init; }
}
