using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>
/// Gives words to who is quoted, not to who quotes: "the paper quoted Marr as saying that ...", "..., the agency cited the ministry as saying",
/// "Marr was quoted by the paper as saying". PolNeAR, on which the model is trained, names the paper.
/// </summary>
internal static class QuotedSpeakers
{
    /// <summary>Tokens between "quoted" and "as saying" at most: a name with its office.</summary>
    private const int Longest = 24;

    private static readonly string[] Quoting = ["quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing"];

    private static readonly string[] Saying = ["saying", "telling", "stating", "warning", "writing", "claiming", "insisting", "adding", "declaring"];

    /// <summary>The relations, with one of the quoted speaker wherever somebody is quoted as saying something.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="relations">All that was found in it.</param>
    public static List<Relation> Settle(TokenColumns tokens, List<Relation> relations)
    {
        List<Relation> settled = relations;
        for (int verb = 0; verb < tokens.Count; verb++)
        {
            int saying = IsOneOf(tokens, verb, Quoting) ? SayingAfter(tokens, verb) : -1;
            TokenRange speaker = saying < 0 ? default : SpeakerOf(tokens, verb, saying);
            TokenRange said = speaker.Length == 0 ? default : Said(tokens, relations, verb, saying, speaker);
            if (said.Length > 0)
            {
                settled = Without(settled, verb, saying, said);
                settled.Add(new Relation(saying, new TokenRange(saying, saying + 1), speaker, [said], AttributionType.Statement, Probability: 1) { IsLearned = true });
            }
        }

        return settled;
    }

    // Who quotes stays where what is quoted stands inside the quoter's content; else both would hold the same words.
    private static List<Relation> Without(List<Relation> relations, int verb, int saying, TokenRange said) =>
        relations.FindAll(relation => !relation.Cue.Contains(saying) && !(relation.Cue.Contains(verb) && (said.End <= verb || !relation.Content[0].Contains(saying))));

    /// <summary>The "saying" of "quoted ... as saying"; -1 when there is none in the sentence.</summary>
    private static int SayingAfter(TokenColumns tokens, int verb)
    {
        int end = Math.Min(tokens.Document.Sentences[tokens.Document.SentenceOf(verb)].End - 1, verb + Longest);
        for (int i = verb + 1; i < end; i++)
        {
            if (tokens.Is(i, "as") && IsOneOf(tokens, i + 1, Saying))
            {
                return i + 1;
            }
        }

        return -1;
    }

    // Asked of every token: no closure.
    private static bool IsOneOf(TokenColumns tokens, int at, string[] words)
    {
        foreach (string word in words)
        {
            if (tokens.Is(at, word))
            {
                return true;
            }
        }

        return false;
    }

    private static TokenRange SpeakerOf(TokenColumns tokens, int verb, int saying)
    {
        int be = verb - 1;
        int floor = tokens.Document.Sentences[tokens.Document.SentenceOf(verb)].Start;
        while (be > floor && tokens[be] == WordClass.Adverb)
        {
            be--;
        }

        if (be > floor && tokens[be] == WordClass.Be)
        {
            int end = be;
            while (end > floor && tokens[end - 1] is WordClass.Have or WordClass.Modal or WordClass.Adverb)
            {
                end--;
            }

            return new TokenRange(NounPhrases.StartOf(tokens, end, floor), end);
        }

        TokenRange between = Contents.Trimmed(tokens, verb + 1, saying - 1);
        int first = NounPhrases.EndOf(tokens, between.Start, between.End);
        return first > between.Start ? new TokenRange(between.Start, first) : between;
    }

    /// <summary>What the speaker is quoted as saying: behind the words that tell it, or before them.</summary>
    private static TokenRange Said(TokenColumns tokens, List<Relation> relations, int verb, int saying, TokenRange speaker)
    {
        TokenRange sentence = tokens.Document.Sentences[tokens.Document.SentenceOf(verb)];
        Relation? found = relations.Find(relation => relation.Cue.Contains(saying)) ?? relations.Find(relation => relation.Cue.Contains(verb));
        if (!IsAtEnd(tokens, saying + 1, sentence))
        {
            TokenRange last = found?.Content[^1] ?? sentence;
            return Contents.Trimmed(tokens, saying + 1, last.Start > saying || last.Contains(saying) ? last.End : sentence.End);
        }

        if (found is not null && found.Content[0].End <= verb)
        {
            return found.Content[0];
        }

        // "S, the paper quoted Marr as saying": the last comma before who quotes.
        int comma = Math.Min(verb, speaker.Start) - 1;
        while (comma > sentence.Start && tokens[comma] != WordClass.Comma)
        {
            comma--;
        }

        return Contents.Trimmed(tokens, sentence.Start, comma);
    }

    /// <summary>Whether nothing that could be said follows: the sentence ends, or only when, where and by whom it was printed is told.</summary>
    private static bool IsAtEnd(TokenColumns tokens, int next, TokenRange sentence) =>
        next >= sentence.End || tokens[next] is WordClass.Stop or WordClass.Comma or WordClass.Time or WordClass.QuoteClose
        || tokens.Is(next, "on") || tokens.Is(next, "by") || tokens.Is(next, "in") || tokens.Is(next, "at") || tokens.Is(next, "after") || tokens.Is(next, "during");
}
