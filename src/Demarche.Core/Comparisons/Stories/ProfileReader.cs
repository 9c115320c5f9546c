using System.Runtime.InteropServices;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Stemming;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>Counts the words of an article. Keeps the stems it has met: one reader for many articles, on one thread.</summary>
internal sealed class ProfileReader
{
    // News puts the event first; 120 words are about three paragraphs. The lead and the whole text are two views of an article.
    private const int LeadWords = 120;

    // A transcript may run to a book; what its event is stands in the first pages.
    private const int MostWords = 5000;

    // Stems are remembered up to this many words, some 50 MB: hostile text is full of words that never come again.
    private const int MostRemembered = 500_000;

    // Six bits of a kept profile; no headline says a word so often.
    private const byte MostInTitle = 63;

    private readonly Dictionary<string, Stem> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, Count> _counts = [];

    /// <summary>The profile of an article.</summary>
    public ArticleProfile Read(string? title, string text)
    {
        _counts.Clear();
        Add(title ?? "", isTitle: true);
        int words = Add(text[LengthOfTitle(title ?? "", text)..], isTitle: false);
        uint[] terms = [.. _counts.Keys];
        Array.Sort(terms);
        Count[] counts = [.. terms.Select(term => _counts[term])];
        return new ArticleProfile
        {
            Terms = terms,
            InTitle = [.. counts.Select(count => count.Title)],
            InLead = [.. counts.Select(count => count.Lead)],
            InText = [.. counts.Select(count => count.Text)],
            Kinds = [.. counts.Select(count => count.Kind)],
            Ranks = [.. counts.Select(count => count.Rank)],
            IsHeadline = words == 0,
        };
    }

    // Many pages and plain texts print their headline as the first line of the text: it is one headline, not a headline and a sentence.
    private static int LengthOfTitle(string title, string text)
    {
        int at = 0;
        foreach (char c in title)
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            while (at < text.Length && !char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at == text.Length || char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(c))
            {
                return 0;
            }

            at++;
        }

        return at < text.Length && char.IsLetterOrDigit(text[at]) ? 0 : at;
    }

    private int Add(string text, bool isTitle)
    {
        int number = 0;
        for (int i = 0; i < text.Length && number < MostWords;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            Stem stem = StemOf(text.AsSpan(start, i - start));
            ref Count count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, stem.Hash, out _);
            count.Rank = stem.Rank;
            if (isTitle)
            {
                count.Title = Math.Min(Next(count.Title), MostInTitle);
            }
            else
            {
                count.Text = Next(count.Text);
                count.Lead = number < LeadWords ? Next(count.Lead) : count.Lead;
            }

            count.Kind = char.IsAsciiDigit(text[start]) ? TermKind.Number
                : !isTitle && IsName(text, start) ? TermKind.Name
                : count.Kind;
            number++;
        }

        return number;
    }

    // A capital inside a sentence: a blank before it, and before that a letter, a figure or a comma. Titles capitalize what they like.
    private static bool IsName(string text, int start) =>
        char.IsUpper(text[start]) && start >= 2 && text[start - 1] == ' '
        && (char.IsLetterOrDigit(text[start - 2]) || text[start - 2] is ',' or ';');

    private static byte Next(byte count) => count == byte.MaxValue ? count : (byte)(count + 1);

    private Stem StemOf(ReadOnlySpan<char> word)
    {
        Dictionary<string, Stem>.AlternateLookup<ReadOnlySpan<char>> known = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(word, out Stem stem))
        {
            return stem;
        }

        string text = EnglishStemmer.Stem(word);
        stem = new Stem(FeatureHash.Of(text), WordRanks.RankOf(text));
        if (_stems.Count < MostRemembered)
        {
            known[word] = stem;
        }

        return stem;
    }

    private readonly record struct Stem(uint Hash, ushort Rank);

    private struct Count
    {
        public byte Title;
        public byte Lead;
        public byte Text;
        public TermKind Kind;
        public ushort Rank;
    }
}
