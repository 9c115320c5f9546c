using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Tagging;

/// <summary>The two lexicons of a tagger: words of the treebanks, and words of a larger corpus tagged by machine. Immutable and safe to share.</summary>
/// <param name="Known">From the treebanks; its entries name labels.</param>
/// <param name="Background">From the larger corpus; its entries are mere classes, in numbers of their own. May be empty.</param>
internal sealed record TaggerLexicons(TagLexicon Known, TagLexicon Background)
{
    /// <summary>The classes of the word at <paramref name="index"/>.</summary>
    public WordClasses At(ReadOnlySpan<WordHashes> words, int index)
    {
        if ((uint)index >= (uint)words.Length)
        {
            return WordClasses.Outside;
        }

        ref readonly WordHashes word = ref words[index];
        TagLexicon.Entry known = Known.Find(word.Form);
        uint background = Background.Find(word.Form).Class;
        return word.Form == word.Lower
            ? new WordClasses(known, known.Class, background, background)
            : new WordClasses(known, Known.Find(word.Lower).Class, background, Background.Find(word.Lower).Class);
    }
}
