using System.Collections.Frozen;

namespace Demarche.Core.Parties;

/// <summary>The small words that tell the parts of a noun phrase from one another; lists written by us.</summary>
internal static class NounPhrase
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions = Lookup(
        "of", "for", "to", "from", "with", "by", "in", "on", "at", "near", "as", "after", "before", "about", "against", "over", "than",
        "under", "during", "into", "via", "through", "within", "across", "who", "whom", "whose", "which", "that", "while", "when", "where",
        "is", "was", "are", "were", "has", "have", "had", "would", "could", "should", "must", "might", "if", "unless", "because", "until", "since", "whether", "did", "does", "joined", "speaking", "quoted", "including");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlacePrepositions = Lookup(
        "in", "near", "outside", "inside", "across", "around", "throughout", "into", "at", "through", "within");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Lookup(
        "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that", "these", "those", "no", "any", "all", "every", "each",
        "some", "both", "not", "never", "will", "would", "shall", "should", "can", "cannot", "could", "may", "might", "must", "do", "does", "did",
        "be", "been", "it", "he", "she", "they", "we", "you", "there", "what", "more");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Lookup(
        "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "prof", "professor", "comrade", "republican", "democrat", "rep",
        "gov", "st", "mister", "madam", "cllr", "coun", "councillor", "councilor", "councilman", "councilwoman", "alderman", "baroness", "justice", "sheikh", "hon", "rev", "secretary", "herr", "the", "former");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Determiners = Lookup(
        "the", "a", "an", "some", "many", "several", "both", "all", "other", "another", "one", "two", "three", "various", "most", "his", "her",
        "its", "their", "our", "my", "this", "that", "these", "those");

    // Pronouns and common words that are also surnames; alone they are the word, not the person.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonWords = Lookup(
        "he", "she", "it", "they", "we", "you", "i", "an", "the", "so", "to", "on", "in", "no", "or", "as", "at", "by", "do", "go", "is",
        "may", "will", "can", "march", "april", "june", "august", "her", "his", "him", "us", "me", "my", "be", "am", "if", "of", "up", "not");

    /// <summary>Whether the head noun is complete before <paramref name="word"/>.</summary>
    public static bool EndsHead(ReadOnlySpan<char> word) => Prepositions.Contains(word);

    /// <summary>Whether <paramref name="word"/> can stand in no noun phrase that began before it: an article, a pronoun, an auxiliary.</summary>
    public static bool OpensAnother(ReadOnlySpan<char> word) => Openers.Contains(word);

    /// <summary>Whether a name after <paramref name="word"/> is a place.</summary>
    public static bool IsPlacePreposition(ReadOnlySpan<char> word) => PlacePrepositions.Contains(word);

    /// <summary>Whether <paramref name="word"/> stands before a surname.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.Contains(word);

    /// <summary>Whether <paramref name="word"/> opens a noun phrase.</summary>
    public static bool IsDeterminer(ReadOnlySpan<char> word) => Determiners.Contains(word);

    /// <summary>Whether <paramref name="word"/> alone is rather the common word than a surname.</summary>
    public static bool IsCommonWord(ReadOnlySpan<char> word) => CommonWords.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
