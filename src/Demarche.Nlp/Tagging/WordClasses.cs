namespace Demarche.Nlp.Tagging;

/// <summary>What the tagger's lexicons say of a word.</summary>
/// <param name="Known">Its entry among the treebanks' words.</param>
/// <param name="Lower">Class of its lower-case form there: tells "Board" from "Barack".</param>
/// <param name="Background">Class of its form in the background lexicon.</param>
/// <param name="BackgroundLower">Class of its lower-case form there.</param>
internal readonly record struct WordClasses(TagLexicon.Entry Known, uint Lower, uint Background, uint BackgroundLower)
{
    /// <summary>The classes of the places before and behind a sentence.</summary>
    public static readonly WordClasses Outside = new(TagLexicon.Entry.Unknown, 0xFFFE, 0xFFFE, 0xFFFE);
}
