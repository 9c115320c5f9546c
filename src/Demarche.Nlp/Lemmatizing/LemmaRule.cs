namespace Demarche.Nlp.Lemmatizing;

/// <summary>How a word becomes its dictionary form: lower case or not, characters off the end, characters on.</summary>
/// <param name="Lowers">Whether the word is put into lower case first.</param>
/// <param name="Cut">Number of UTF-16 code units taken off the end.</param>
/// <param name="Append">What is put there instead.</param>
internal readonly record struct LemmaRule(bool Lowers, byte Cut, string Append)
{
    /// <summary>The rule that turns <paramref name="form"/> into <paramref name="lemma"/>; null when it would cut more than a byte can say.</summary>
    public static LemmaRule? Of(string form, string lemma)
    {
        bool keepsCase = form.Length > 0 && lemma.Length > 0 && HasUpper(form) && SharedStart(form, lemma) > 0 && HasUpper(lemma);
        string start = keepsCase ? form : form.ToLowerInvariant();
        int shared = SharedStart(start, lemma);
        return start.Length - shared <= byte.MaxValue ? new LemmaRule(!keepsCase, (byte)(start.Length - shared), lemma[shared..]) : null;
    }

    /// <summary>The dictionary form of <paramref name="form"/>; the form itself when it is shorter than the cut.</summary>
    public string Apply(string form)
    {
        string start = Lowers ? form.ToLowerInvariant() : form;
        if (Cut > start.Length)
        {
            return start;
        }

        return Cut == 0 && Append.Length == 0 ? start : string.Concat(start.AsSpan(0, start.Length - Cut), Append);
    }

    /// <summary>Whether there is a capital in <paramref name="text"/>.</summary>
    public static bool HasUpper(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private static int SharedStart(string a, string b) => a.AsSpan().CommonPrefixLength(b);
}
