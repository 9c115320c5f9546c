namespace Demarche.Nlp.Stemming;

/// <summary>Steps 0 and 1 of Porter2: possessives, plurals, -ed and -ing, final y.</summary>
internal static class InflectionSteps
{
    public static void Apply(ref StemBuffer word)
    {
        DropPossessive(ref word);
        DropPlural(ref word);
        if (!StemExceptions.IsFinished(word.Letters))
        {
            DropParticiple(ref word);
            SoftenFinalY(ref word);
        }
    }

    private static void DropPossessive(ref StemBuffer word)
    {
        int drop = word.EndsWith("'s'") ? 3 : word.EndsWith("'s") ? 2 : word.EndsWith("'") ? 1 : 0;
        word.Replace(drop, "");
    }

    private static void DropPlural(ref StemBuffer word)
    {
        if (word.EndsWith("sses"))
        {
            word.Replace(2, "");
        }
        else if (word.EndsWith("ied") || word.EndsWith("ies"))
        {
            word.Replace(3, word.Length > 4 ? "i" : "ie");
        }
        else if (word.EndsWith("s") && !word.EndsWith("us") && !word.EndsWith("ss")
            && word.HasVowelBefore(word.Length - 2))
        {
            word.Replace(1, "");
        }
    }

    private static void DropParticiple(ref StemBuffer word)
    {
        int eed = word.EndsWith("eedly") ? 5 : word.EndsWith("eed") ? 3 : 0;
        if (eed > 0)
        {
            if (word.Length - eed >= word.RegionOne)
            {
                word.Replace(eed, "ee");
            }

            return;
        }

        int drop = word.EndsWith("ingly") ? 5 : word.EndsWith("edly") ? 4 : word.EndsWith("ing") ? 3 : word.EndsWith("ed") ? 2 : 0;
        if (drop > 0 && word.HasVowelBefore(word.Length - drop))
        {
            word.Replace(drop, "");
            MendAfterParticiple(ref word);
        }
    }

    private static void MendAfterParticiple(ref StemBuffer word)
    {
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            word.Replace(0, "e");
        }
        else if (EndsInDouble(word.Letters))
        {
            word.Replace(1, "");
        }
        else if (word.RegionOne >= word.Length && word.EndsInShortSyllable(word.Length))
        {
            word.Replace(0, "e");
        }
    }

    private static bool EndsInDouble(ReadOnlySpan<char> letters) =>
        letters.Length > 1 && letters[^1] == letters[^2] && "bdfgmnprt".Contains(letters[^1], StringComparison.Ordinal);

    private static void SoftenFinalY(ref StemBuffer word)
    {
        if (word.Length > 2 && word.Letters[^1] is 'y' or 'Y' && !StemBuffer.IsVowel(word.Letters[^2]))
        {
            word.Replace(1, "i");
        }
    }
}
