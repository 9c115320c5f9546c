namespace Demarche.Core.Parties;

/// <summary>The head of a noun phrase: the words up to its last noun, before "of", "who" and the like.</summary>
internal sealed class HeadPhrase
{
    /// <summary>The head at the words <c>[start, headEnd)</c> of a phrase that ends at <paramref name="end"/>.</summary>
    public HeadPhrase(string text, List<NameWord> words, int start, int headEnd, int end)
    {
        Text = text;
        Words = words;
        Start = start;
        HeadEnd = headEnd;
        End = end;
        ReadOnlySpan<char> noun = words[headEnd - 1].Span.SliceOf(text);

        // A capital makes a title of such a word: a newspaper's "Post", not a post.
        Noun = VoiceNouns.KindOf(noun) is { } kind && !(kind == VoiceNoun.Text && char.IsUpper(noun[0])) ? kind : null;
    }

    /// <summary>The text of the words.</summary>
    public string Text { get; }

    /// <summary>All words of the mention.</summary>
    public List<NameWord> Words { get; }

    /// <summary>Index of the first word after the article.</summary>
    public int Start { get; }

    /// <summary>Index after the last word of the head.</summary>
    public int HeadEnd { get; }

    /// <summary>Index after the last word of the phrase, with what follows the head.</summary>
    public int End { get; }

    /// <summary>How the last noun of the head speaks for a party, or null.</summary>
    public VoiceNoun? Noun { get; }

    /// <summary>Whether the head can speak for a party at all.</summary>
    public bool IsVoice => Noun is not null || OfficeAtEnd() is not null;

    /// <summary>Whether it opens with "a" or "an": one of several.</summary>
    public bool IsIndefinite => Start > 0 && Words[Start - 1].Span.SliceOf(Text) is "a" or "an" or "A" or "An" or "one" or "another";

    /// <summary>Whether the last noun is a plural.</summary>
    public bool IsPlural => Words[HeadEnd - 1].Span.SliceOf(Text).EndsWith("s", StringComparison.Ordinal);

    /// <summary>The office at the end of the head, or null.</summary>
    public Office? OfficeAtEnd()
    {
        // "Minister of Foreign Affairs" and "Prime Minister of Valdoria": an office may go on past the "of".
        foreach (Office office in Offices.Find(Text, Words, Start, End))
        {
            if (office.Start < HeadEnd && office.End >= HeadEnd)
            {
                return office;
            }
        }

        return null;
    }

    /// <summary>Whether the word at <paramref name="index"/> is "of".</summary>
    public bool IsOf(int index) => index < End && Words[index].Span.SliceOf(Text) is "of" or "for";

    /// <summary>
    /// What the ministers or heads of a union of states are called together: "Northern Union trade ministers"; null for lesser officials,
    /// who speak for the union as a whole.
    /// </summary>
    public string? TogetherIn(NameHit owner)
    {
        string noun = Words[HeadEnd - 1].Span.Of(Text);
        bool isHigh = noun.Equals("heads", StringComparison.OrdinalIgnoreCase)
            || (Offices.Find(noun[..^1]) is [{ } office] && Offices.LevelOf(office.Name) == AuthorityLevel.Minister);
        if (!isHigh)
        {
            return null;
        }

        // "the trade ministers of the Northern Union": what stands before the "of" follows the owner.
        int end = owner.Start > HeadEnd ? owner.Start : HeadEnd;
        int start = owner.End <= HeadEnd ? owner.End : Start;
        while (start == owner.End && end < End && Words[end].Span.SliceOf(Text) is "of" or "state" or "and" or "government")
        {
            end++;
        }

        while (end > start + 1 && (NounPhrase.IsDeterminer(Words[end - 1].Span.SliceOf(Text)) || NounPhrase.EndsHead(Words[end - 1].Span.SliceOf(Text))))
        {
            end--;
        }

        return $"{Spelled(owner)} {Text[Words[start].Span.Start..Words[end - 1].Span.End].ToLowerInvariant()}";
    }

    /// <summary>The words of <paramref name="hit"/> as the text spells them.</summary>
    public string Spelled(NameHit hit) => Text[Words[hit.Start].Span.Start..Words[hit.End - 1].Span.End];

    /// <summary>The phrase as the text spells it, from the first word after the article.</summary>
    public string Spelled() => Text[Words[Start].Span.Start..Words[End - 1].Span.End];
}
