using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Cuts and spells the words of a source.</summary>
internal static class SourceWords
{
    /// <summary>The parts of "A, B and C"; one part when nothing joins.</summary>
    public static List<List<NameWord>> Parts(string text, List<NameWord> words)
    {
        int and = words.FindIndex(word => word.Span.SliceOf(text) is "and" or "&");
        if (and <= 0 || and == words.Count - 1)
        {
            return [words];
        }

        var parts = new List<List<NameWord>>();
        var part = new List<NameWord>();
        for (int i = 0; i < words.Count; i++)
        {
            bool joins = words[i].Span.SliceOf(text) is "and" or "&";
            if ((joins || (words[i].Gap == WordGap.Comma && i <= and)) && part.Count > 0)
            {
                parts.Add(part);
                part = [];
            }

            if (!joins)
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

    /// <summary>Index after the last word of the head: before a comma, "of", "who" and the like.</summary>
    public static int EndOfHead(string text, List<NameWord> words)
    {
        int end = 1;
        while (end < words.Count && words[end].Gap == WordGap.Space && !NounPhrase.EndsHead(words[end].Span.SliceOf(text)))
        {
            end++;
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
