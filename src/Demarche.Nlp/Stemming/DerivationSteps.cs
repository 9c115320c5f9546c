namespace Demarche.Nlp.Stemming;

/// <summary>Steps 2 to 5 of Porter2: the endings that make nouns, adjectives and adverbs, and a last e or l.</summary>
internal static class DerivationSteps
{
    /// <summary>Step 2, longest suffix first: what stands in region one gives way to a shorter ending.</summary>
    private static readonly (string Suffix, string Ending)[] DoubleSuffixes =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
        ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"),
        ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"),
        ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"),
        ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    /// <summary>Step 3, longest suffix first.</summary>
    private static readonly (string Suffix, string Ending)[] SingleSuffixes =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    /// <summary>Step 4, longest suffix first: dropped in region two.</summary>
    private static readonly string[] LastSuffixes =
    [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous", "al", "er", "ic",
    ];

    public static void Apply(ref StemBuffer word)
    {
        ReplaceDouble(ref word);
        ReplaceSingle(ref word);
        DropLast(ref word);
        DropFinalLetter(ref word);
    }

    private static void ReplaceDouble(ref StemBuffer word)
    {
        foreach ((string suffix, string ending) in DoubleSuffixes)
        {
            if (!word.EndsWith(suffix))
            {
                continue;
            }

            int start = word.Length - suffix.Length;
            bool fits = suffix switch
            {
                "ogi" => start > 0 && word.Letters[start - 1] == 'l',
                "li" => start > 0 && "cdeghkmnrt".Contains(word.Letters[start - 1], StringComparison.Ordinal),
                _ => true,
            };
            if (fits && start >= word.RegionOne)
            {
                word.Replace(suffix.Length, ending);
            }

            return;
        }
    }

    private static void ReplaceSingle(ref StemBuffer word)
    {
        foreach ((string suffix, string ending) in SingleSuffixes)
        {
            if (word.EndsWith(suffix))
            {
                int start = word.Length - suffix.Length;
                if (start >= (suffix == "ative" ? word.RegionTwo : word.RegionOne))
                {
                    word.Replace(suffix.Length, ending);
                }

                return;
            }
        }
    }

    private static void DropLast(ref StemBuffer word)
    {
        foreach (string suffix in LastSuffixes)
        {
            if (word.EndsWith(suffix))
            {
                int start = word.Length - suffix.Length;
                bool fits = suffix != "ion" || (start > 0 && word.Letters[start - 1] is 's' or 't');
                if (fits && start >= word.RegionTwo)
                {
                    word.Replace(suffix.Length, "");
                }

                return;
            }
        }
    }

    private static void DropFinalLetter(ref StemBuffer word)
    {
        int before = word.Length - 1;
        bool drop = word.EndsWith("e")
            ? before >= word.RegionTwo || (before >= word.RegionOne && !word.EndsInShortSyllable(before))
            : word.EndsWith("ll") && before >= word.RegionTwo;
        if (drop)
        {
            word.Replace(1, "");
        }
    }
}
