using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>A name and a colon in front of what is said: transcripts ("SPEAKER: text"), headlines ("Minister: No talks before May") and live pages ("Minister on the radio: no talks").</summary>
internal static class Speakers
{
    private const int LongestName = 5;

    // "17", ":", "05", "GMT", "-".
    private const int LongestStamp = 6;

    // "Vorland's deputy foreign minister Ada Miller".
    private const int LongestTitle = 8;

    // "in a radio address to the nation".
    private const int LongestOccasion = 9;

    // A clause; what is shorter is a picture's caption or a price.
    private const int FewestWords = 3;

    /// <summary>Share of such lines that annotators marked, in the training part of PolNeAR.</summary>
    private const double TranscriptProbability = 0.9;

    private const double HeadlineProbability = 0.6;

    /// <summary>The relation a line opens with, or null.</summary>
    public static Relation? Find(TokenColumns tokens, TokenRange sentence)
    {
        TokenRange paragraph = tokens.Document.Paragraphs[tokens.Document.ParagraphOf(sentence.Start)];
        if (paragraph.Start != sentence.Start)
        {
            return null;
        }

        int colon = sentence.Start;
        bool isUpper = true;
        while (colon < sentence.End && colon - sentence.Start <= LongestName && (tokens[colon] is WordClass.Name or WordClass.Noun || (isUpper && IsCapitals(tokens.Word(colon)))))
        {
            isUpper &= !tokens.Word(colon).ContainsAnyInRange('a', 'z');
            colon++;
        }

        bool isHeadline = paragraph.Start == 0;
        if (colon == sentence.Start || tokens[colon] != WordClass.Colon || (!isUpper && !isHeadline))
        {
            return OnOccasion(tokens, sentence);
        }

        TokenRange content = Contents.Trimmed(tokens, colon + 1, isHeadline ? sentence.End : paragraph.End);
        return content.Length == 0 ? null : new Relation(
            colon,
            new TokenRange(colon, colon + 1),
            new TokenRange(sentence.Start, colon),
            [content],
            AttributionType.Statement,
            isHeadline ? HeadlineProbability : TranscriptProbability);
    }

    // "17:05 - Treasurer Ada Miller in a radio address: the line holds", "Miller, on her way out: \"No\"": a name, where or how, and a colon.
    private static Relation? OnOccasion(TokenColumns tokens, TokenRange sentence)
    {
        int start = AfterStamp(tokens, sentence);
        int name = start;
        bool isNamed = false;
        while (name < sentence.End && name - start <= LongestTitle && IsTitle(tokens[name]))
        {
            isNamed |= tokens[name] == WordClass.Name;
            name++;
        }

        int colon = name;
        while (colon < sentence.End && colon - name <= LongestOccasion && !EndsOccasion(tokens[colon]))
        {
            colon++;
        }

        int preposition = tokens[name] == WordClass.Comma ? name + 1 : name;
        if (!isNamed || preposition >= colon || tokens[preposition] != WordClass.Preposition || tokens[colon] != WordClass.Colon)
        {
            return null;
        }

        int quotation = tokens.QuotationOf(colon + 1);
        int end = quotation < 0 ? sentence.End : Math.Max(sentence.End, tokens.Quotation(quotation).End);
        TokenRange content = Contents.Trimmed(tokens, colon + 1, end);
        return content.Length < FewestWords ? null : new Relation(
            colon, new TokenRange(colon, colon + 1), new TokenRange(start, name), [content], AttributionType.Statement, HeadlineProbability);
    }

    private static int AfterStamp(TokenColumns tokens, TokenRange sentence)
    {
        int start = sentence.Start;
        while (start < sentence.End && start - sentence.Start < LongestStamp && IsStamp(tokens.Word(start)))
        {
            start++;
        }

        return start;
    }

    private static bool IsTitle(WordClass word) =>
        word is WordClass.Name or WordClass.Noun or WordClass.NounOrVerb or WordClass.Adjective or WordClass.Possessive or WordClass.Determiner or WordClass.Clitic;

    // A verb before the colon tells something; then nobody is only named.
    private static bool EndsOccasion(WordClass word) =>
        word is WordClass.Colon or WordClass.Semicolon or WordClass.Dash or WordClass.Stop or WordClass.QuoteOpen
            or WordClass.Be or WordClass.Have or WordClass.Do or WordClass.Modal or WordClass.Verb or WordClass.Pronoun;

    private static bool IsStamp(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('0', '9') || word is ":" or "-" or "\u2013" or "\u2014" or "." or "am" or "pm" or "a.m." or "p.m." or "GMT" or "h";

    // A transcript's surname may look like a verb: "WARD: No.".
    private static bool IsCapitals(ReadOnlySpan<char> word) => word.Length > 1 && word.ContainsAnyInRange('A', 'Z') && !word.ContainsAnyInRange('a', 'z');
}
