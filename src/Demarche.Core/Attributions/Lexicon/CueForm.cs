namespace Demarche.Core.Attributions.Lexicon;

/// <summary>A word that can head a cue, with its habits as learned from the corpus.</summary>
/// <param name="Id">Row number, from 1.</param>
/// <param name="Weight">Log-odds that it heads a cue, before its surroundings are looked at.</param>
/// <param name="Type">Speech act or attitude.</param>
/// <param name="Inverts">Its source may follow: "said X".</param>
/// <param name="TakesHearer">A hearer may stand before the content: "told X that".</param>
/// <param name="TakesClause">Its content may be a clause without "that".</param>
/// <param name="IsAspect">It only says how the act of a next verb goes on: "continues to blame".</param>
internal sealed record CueForm(
    int Id, float Weight, AttributionType Type, bool Inverts, bool TakesHearer, bool TakesClause, bool IsAspect);
