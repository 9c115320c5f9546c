using Demarche.Core.Comparisons.Suggestions;
using Demarche.Core.Parties;

namespace Demarche.Web.Codebooks;

/// <summary>A codebook that is being written: what is wrong in it, and what its new phrases match.</summary>
/// <param name="Text">YAML.</param>
/// <param name="Reading">What it says, or what is wrong in it.</param>
/// <param name="IsSaved">Whether it is what the ledger has.</param>
/// <param name="Phrases">Phrases that the ledger's codebook does not have, with the sentences they match; at most a few.</param>
/// <param name="More">How many more such phrases there are.</param>
public sealed record CodebookDraft(string Text, CodebookReading Reading, bool IsSaved, IReadOnlyList<PhraseTry> Phrases, int More)
{
    /// <summary>What a new codebook begins with.</summary>
    public const string Template = """
        dispute: name-of-the-dispute
        title: What it is about, in a few words

        parties:
          - id: one
            name: One side
            names: [words that name it in texts]

        issues:
          - id: an-outcome
            label: An outcome that can be wanted or not
            terms: [phrases that name it]
            inverse: [phrases that name its opposite]

        """;

    // A reader types one phrase at a time; a whole new codebook is looked at in the preview.
    private const int MostPhrases = 3;

    // Sentences shown for one phrase.
    private const int MostMatches = 8;

    // Articles looked at for one phrase, best match first: keeps an answer within a second on large ledgers.
    private const int MostArticles = 40;

    /// <summary>The draft beside the ledger's own codebook.</summary>
    internal static CodebookDraft Of(LedgerSource source, string text)
    {
        CodebookReading reading = CodebookReader.Read(text);
        bool isSaved = text == source.Ledger.CodebookText;
        string[] fresh = isSaved || reading.Codebook is null ? [] : [.. PhrasesOf(reading.Codebook).Except(PhrasesOf(source.Codebook), StringComparer.OrdinalIgnoreCase)];
        return new CodebookDraft(
            text,
            reading,
            isSaved,
            [.. fresh.Take(MostPhrases).Select(phrase => source.Cached($"phrase {phrase}", () => TryOf(source, phrase)))],
            Math.Max(0, fresh.Length - MostPhrases));
    }

    private static PhraseTry TryOf(LedgerSource source, string phrase)
    {
        // The phrase alone, beside the issues the ledger has now: which sentences it would newly bring in.
        Codebook known = source.Codebook ?? new Codebook { Dispute = "none", Parties = [], Issues = [] };
        PhraseMatch[] found = [.. new PhraseTrial(known, phrase).In(source.Ledger, source.Ledger.Search(phrase).Take(MostArticles).Select(hit => hit.Article)).Take(MostMatches + 1)];
        return new PhraseTry(phrase, [.. found.Take(MostMatches)], found.Length > MostMatches);
    }

    private static IEnumerable<string> PhrasesOf(Codebook? codebook) =>
        codebook?.Issues.SelectMany(issue => issue.Terms.Concat(issue.Inverse)) ?? [];
}

/// <summary>What a phrase matches.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Matches">Sentences, of the articles that match best.</param>
/// <param name="IsMore">Whether there are more.</param>
public sealed record PhraseTry(string Phrase, IReadOnlyList<PhraseMatch> Matches, bool IsMore);
