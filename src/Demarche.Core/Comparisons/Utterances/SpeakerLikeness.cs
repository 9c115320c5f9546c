using Demarche.Core.Attributions;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Parties;
using Demarche.Nlp.Stemming;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Whether two attributions have one speaker.</summary>
internal enum SpeakerLikeness
{
    /// <summary>They name different ones.</summary>
    Different,

    /// <summary>At least one of them names nobody.</summary>
    Open,

    /// <summary>They name voices of one party, or one describes what the other names: "the ministry", "the harbor ministry".</summary>
    SameParty,

    /// <summary>They name the same one.</summary>
    Same,
}

/// <summary>Compares speakers.</summary>
internal static class SpeakerComparison
{
    private static readonly HashSet<string> Offices = new(StringComparer.Ordinal)
    {
        "president", "senator", "sen", "governor", "minister", "prime", "vice", "chief", "speaker", "chancellor", "king", "queen", "prince", "princess", "pope",
        "general", "judge", "congressman", "congresswoman", "representative", "ambassador", "chairman", "chairwoman", "attorney", "director",
    };

    // "some of the members" and "some in the party" share words that describe nobody.
    private const int MostGrammarRank = 100;

    /// <summary>How the speakers of two attributions compare.</summary>
    public static SpeakerLikeness Of(Attribution left, Attribution right)
    {
        if (!NamesSomebody(left) || !NamesSomebody(right))
        {
            return left.SpeakerParty is { } one && right.SpeakerParty is { } other ? (one == other ? SpeakerLikeness.SameParty : SpeakerLikeness.Different)
                : ShareWord(left.Speaker, right.Speaker) ? SpeakerLikeness.SameParty
                : SpeakerLikeness.Open;
        }

        if (AreOneName(WordsOf(left.Speaker!), WordsOf(right.Speaker!)))
        {
            return SpeakerLikeness.Same;
        }

        return left.SpeakerParty is { } party && party == right.SpeakerParty ? SpeakerLikeness.SameParty : SpeakerLikeness.Different;
    }

    /// <summary>Whether the speaker has a name: "Wilma Tarrow" has, "the statement" and "a spokesperson" are whoever issued it.</summary>
    public static bool NamesSomebody(Attribution attribution)
    {
        return attribution.Speaker is { } name && name.Any(char.IsUpper);
    }

    /// <summary>The last word of the speaker's name in lower case.</summary>
    public static string LastNameOf(Attribution attribution) => WordsOf(attribution.Speaker!) is { Length: > 0 } words ? words[^1] : "";

    private static bool ShareWord(string? left, string? right) =>
        left is not null && right is not null
        && WordsOf(left).Intersect(WordsOf(right), StringComparer.Ordinal).Any(word => WordRanks.RankOf(EnglishStemmer.Stem(word)) > MostGrammarRank);

    // "Tarrow" is "Wilma Tarrow"; "Wilma Tarrow" is not "Imre Tarrow". A name of many words may lack the middle ones.
    private static bool AreOneName(string[] left, string[] right) =>
        left.Length > 0 && right.Length > 0 && left[^1] == right[^1]
        && (left.Length == 1 || right.Length == 1 || left[0] == right[0]);

    /// <summary>The words of a name in lower case, titles and offices in front left aside.</summary>
    public static string[] WordsOf(string name)
    {
        string[] words = [.. name.ToLowerInvariant().Split([' ', '-', '.', ',', '\'', '\u2019'], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("the" or "s"))];
        // "Mr. Tarrow" and "President Tarrow" are "Tarrow"; whoever has no name but an office keeps it.
        return [.. words.SkipWhile((word, i) => i < words.Length - 1 && (NounPhrase.IsTitle(word) || Offices.Contains(word)))];
    }
}
