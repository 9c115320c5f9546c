using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Cuts and spells the words of a source.</summary>
internal static class SourceWords
{
    /// <summary>The parts of "A, B and C" or "A together with B"; one part when nothing joins.</summary>
    public static List<List<NameWord>> Parts(string text, List<NameWord> words)
    {
        int and = words.FindIndex(word => word.Span.SliceOf(text) is "and" or "&");
        var parts = new List<List<NameWord>>();
        var part = new List<NameWord>();
        for (int i = 0; i < words.Count; i++)
        {
            int joins = JoinsAt(text, words, i);
            if ((joins > 0 || (words[i].Gap == WordGap.Comma && i <= and)) && part.Count > 0)
            {
                parts.Add(part);
                part = [];
            }

            if (joins > 0)
            {
                i += joins - 1;
            }
            else
            {
                part.Add(words[i]);
            }
        }

        if (part.Count > 0)
        {
            parts.Add(part);
        }

        return parts;
    }

    // How many words from here on join two speakers.
    private static int JoinsAt(string text, List<NameWord> words, int at)
    {
        ReadOnlySpan<char> word = words[at].Span.SliceOf(text);
        if (word is "and" or "&")
        {
            // "heads of state and government" are one.
            bool isTitle = at > 0 && at + 1 < words.Count && words[at - 1].Span.SliceOf(text) is "state" && words[at + 1].Span.SliceOf(text) is "government";
            return isTitle ? 0 : 1;
        }

        bool with = at + 1 < words.Count && words[at + 1].Span.SliceOf(text) is "with";
        return with && word is "together" or "along" or "jointly" or "joined" ? 2
            : word is "as" && at + 2 < words.Count && words[at + 1].Span.SliceOf(text) is "well" && words[at + 2].Span.SliceOf(text) is "as" ? 3
            : 0;
    }

    /// <summary>The last noun of the head: "minister" of "the minister of trade", "resolution" of "Resolution 12".</summary>
    public static string Head(string text, List<NameWord> words) => words[EndOfHead(text, words) - 1].Span.Of(text);

    /// <summary>The head without its article or pronoun: "trade ministry" of "the trade ministry in Halden".</summary>
    public static string Phrase(string text, List<NameWord> words)
    {
        int end = EndOfHead(text, words);
        int start = 0;
        while (start < end - 1 && NounPhrase.IsDeterminer(words[start].Span.SliceOf(text)))
        {
            start++;
        }

        return text[words[start].Span.Start..words[end - 1].Span.End];
    }

    /// <summary>Index after the last word of the head: before a comma, "of", "who" and the like, and before a number.</summary>
    public static int EndOfHead(string text, List<NameWord> words)
    {
        int end = 1;
        while (end < words.Count && words[end].Gap == WordGap.Space && !NounPhrase.EndsHead(words[end].Span.SliceOf(text)))
        {
            end++;
        }

        while (end > 1 && char.IsDigit(text[words[end - 1].Span.Start]))
        {
            end--;
        }

        return end;
    }

    /// <summary>The source as the text names it: without article and without what follows a comma; empty for a pronoun.</summary>
    public static string Spelled(string text, List<NameWord> words)
    {
        int first = 0;
        if (Pronouns.Of(words[0].Span.SliceOf(text)) != Pronoun.None)
        {
            return "";
        }

        while (first < words.Count - 1 && IsArticle(words[first].Span.SliceOf(text)))
        {
            first++;
        }

        // "a group of investigators" are investigators.
        if (first + 2 < words.Count && words[first].Span.SliceOf(text) is "group" or "number" or "handful"
            && words[first + 1].Span.SliceOf(text) is "of")
        {
            first += 2;
        }

        int end = first + 1;
        while (end < words.Count && words[end].Gap == WordGap.Space)
        {
            end++;
        }

        return text[words[first].Span.Start..words[end - 1].Span.End];
    }

    private static bool IsArticle(ReadOnlySpan<char> word) => word is "the" or "The" or "a" or "A" or "an" or "An" or "THE";
}
