namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Who speaks another language than the articles: outlets put different words of theirs between quotation marks.</summary>
internal sealed class TranslatedSpeakers
{
    // Quotations of one original differ by a word left out or a slip; of two translations a fifth of the words and more.
    private const double MostWordsInCommon = 0.8;

    // From this many words on (six are still a phrase that two translators may hit on) the same quotation in two articles shows that both have it from the speaker's own mouth, or from one translation.
    private const int LongQuotation = 7;

    // Characters in front of a quotation by which a copy shows.
    private const int Surroundings = 60;

    private readonly Func<string, long> _balanceOf;

    /// <summary>Judges by the balances of a ledger.</summary>
    /// <param name="balanceOf">Of a name, in how many more utterances it is quoted in different words than in the same.</param>
    public TranslatedSpeakers(Func<string, long> balanceOf) => _balanceOf = balanceOf;

    /// <summary>Reads them off groups of renderings: those with more quotations in different words than in the same.</summary>
    public static TranslatedSpeakers Among(IEnumerable<Passage[]> groups)
    {
        Dictionary<string, int> balance = BalanceOf(groups);
        return new TranslatedSpeakers(name => balance.GetValueOrDefault(name));
    }

    /// <summary>Of every speaker, in how many more groups outlets put different words between marks than the same.</summary>
    public static Dictionary<string, int> BalanceOf(IEnumerable<Passage[]> groups)
    {
        var balance = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Passage[] group in groups)
        {
            Passage[] quoted = [.. group.Where(passage => passage.IsQuoted)];
            int sign = quoted.Length < 2 ? 0
                : quoted.Skip(1).Any(passage => AreTranslations(quoted[0], passage)) ? 1
                : quoted[0].Words.Length >= LongQuotation ? -1
                : 0;
            foreach (string name in group.Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                balance[name] = balance.GetValueOrDefault(name) + sign;
            }
        }

        return balance;
    }

    /// <summary>Who is certainly quoted in the very words: of whom two articles, no copies of each other, print the same long quotation.</summary>
    public static HashSet<string> QuotedAlike(IEnumerable<Passage[]> groups)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Passage[] group in groups)
        {
            Passage[] quoted = [.. group.Where(passage => passage.IsQuoted && passage.Words.Length >= LongQuotation)];
            for (int i = 1; i < quoted.Length; i++)
            {
                if (quoted[i].Article != quoted[0].Article && !AreTranslations(quoted[0], quoted[i]) && Before(quoted[0]) != Before(quoted[i]))
                {
                    names.UnionWith(group.Select(NameOf).OfType<string>());
                }
            }
        }

        return names;
    }

    /// <summary>What two passages must share to be one speaker's: a party speaks one language through all its voices; without a party, a person by the last name.</summary>
    public static string? NameOf(Passage passage) =>
        passage.Attribution.SpeakerParty is { } party ? "party " + party
        : passage.Attribution.Speaker is { } name ? name[(name.LastIndexOf(' ') + 1)..]
        : null;

    /// <summary>Whether the speaker of <paramref name="passage"/> is one of them.</summary>
    public bool Includes(Passage passage) => NameOf(passage) is { } name && _balanceOf(name) > 0;

    /// <summary>Whether two quotations are so unlike in words that they were translated apart.</summary>
    private static bool AreTranslations(Passage left, Passage right)
    {
        (Passage shorter, Passage longer) = left.Words.Length <= right.Words.Length ? (left, right) : (right, left);
        HashSet<string> forms = [.. longer.Words.Select(word => word.Form)];
        return shorter.Words.Count(word => forms.Contains(word.Form)) < MostWordsInCommon * shorter.Words.Length;
    }

    // The words in front of a quotation: a copy has the same.
    private static string Before(Passage passage) =>
        passage.Article.Text[Math.Max(0, passage.Span.Start - Surroundings)..passage.Span.Start];
}
