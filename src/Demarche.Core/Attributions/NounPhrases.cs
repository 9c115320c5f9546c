using Demarche.Core.Attributions.Lexicon;

namespace Demarche.Core.Attributions;

/// <summary>Where a noun phrase starts or ends, told by closed-class words and capitals alone.</summary>
internal static class NounPhrases
{
    /// <summary>No source of the corpus is longer than a few dozen tokens; the bound keeps hostile text cheap.</summary>
    private const int Longest = 40;

    /// <summary>Start of the phrase that ends before <paramref name="end"/>; <paramref name="end"/> itself when there is none.</summary>
    public static int StartOf(TokenColumns tokens, int end, int floor)
    {
        int start = end;
        int least = Math.Max(floor, end - Longest);
        while (start > least && JoinsLeft(tokens, start - 1, end, least))
        {
            bool closes = tokens[start - 1] is WordClass.Pronoun or WordClass.Possessive or WordClass.Relative;
            start--;
            if (closes && !(start > least && tokens[start - 1] == WordClass.Preposition && start - 1 > least && IsNominal(tokens[start - 2])))
            {
                break;
            }
        }

        while (start < end && tokens[start] is WordClass.Preposition or WordClass.Conjunction or WordClass.Clitic or WordClass.Other)
        {
            start++;
        }

        return start;
    }

    /// <summary>End of the phrase that starts at <paramref name="start"/>; <paramref name="start"/> itself when there is none.</summary>
    public static int EndOf(TokenColumns tokens, int start, int ceiling)
    {
        int most = Math.Min(ceiling, start + Longest);
        int end = start;
        if (end < most && tokens[end] is WordClass.Pronoun or WordClass.Objective or WordClass.Relative)
        {
            return end + 1;
        }

        while (end < most && JoinsRight(tokens, end, start))
        {
            end++;
        }

        while (end > start && !IsNominal(tokens[end - 1]) && tokens[end - 1] is not (WordClass.Determiner or WordClass.Adjective))
        {
            end--;
        }

        return end;
    }

    /// <summary>End of an apposition that a comma at <paramref name="comma"/> opens: "X, the minister, ..."; <paramref name="comma"/> when none follows.</summary>
    public static int EndOfApposition(TokenColumns tokens, int comma, int ceiling)
    {
        if (comma >= ceiling || tokens[comma] != WordClass.Comma
            || tokens[comma + 1] is not (WordClass.Determiner or WordClass.Relative or WordClass.Possessive or WordClass.Noun or WordClass.Adjective or WordClass.Number))
        {
            return comma;
        }

        int end = comma + 1;
        int most = Math.Min(ceiling, comma + Longest);
        while (end < most && tokens[end] is not (WordClass.Comma or WordClass.Stop or WordClass.Colon or WordClass.Semicolon or WordClass.QuoteOpen or WordClass.QuoteClose or WordClass.Dash))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether a phrase may end with it.</summary>
    public static bool IsNominal(WordClass c) =>
        c is WordClass.Name or WordClass.Noun or WordClass.NounOrVerb or WordClass.Number or WordClass.Other;

    private static bool JoinsLeft(TokenColumns tokens, int at, int end, int least)
    {
        WordClass here = tokens[at];
        WordClass before = at > least ? tokens[at - 1] : WordClass.Start;
        return here switch
        {
            WordClass.Name or WordClass.Noun or WordClass.Adjective or WordClass.Number or WordClass.Determiner or WordClass.Other => true,
            WordClass.NounOrVerb => before is not (WordClass.Pronoun or WordClass.Modal or WordClass.To),
            WordClass.Possessive => true,
            WordClass.Pronoun or WordClass.Relative => at == end - 1,
            WordClass.Clitic => IsNominal(before),
            WordClass.Past => before is WordClass.Determiner or WordClass.Possessive,
            WordClass.Ing => before is WordClass.Determiner or WordClass.Possessive or WordClass.Preposition
                || (before == WordClass.Comma && at < end - 1 && tokens[at + 1] == WordClass.Name),
            WordClass.Preposition => IsNominal(before) && (tokens.Is(at, "of") || tokens[at + 1] != WordClass.Time),
            WordClass.Conjunction => at < end - 1 && IsNominal(before) && tokens.Is(at, "and"),
            _ => false,
        };
    }

    private static bool JoinsRight(TokenColumns tokens, int at, int start)
    {
        WordClass here = tokens[at];
        WordClass next = tokens[at + 1];
        return here switch
        {
            WordClass.Name or WordClass.Noun or WordClass.NounOrVerb or WordClass.Adjective or WordClass.Number
                or WordClass.Possessive or WordClass.Other => true,
            WordClass.Determiner => at == start || tokens[at - 1] is WordClass.Preposition or WordClass.Determiner or WordClass.Conjunction,
            WordClass.Clitic => at > start && (IsNominal(next) || next == WordClass.Adjective),
            WordClass.Preposition => at > start && next is WordClass.Name or WordClass.Determiner or WordClass.Noun or WordClass.Adjective or WordClass.Possessive or WordClass.NounOrVerb,
            WordClass.Conjunction => at > start && next is WordClass.Name or WordClass.Noun && tokens.Is(at, "and"),
            WordClass.Past => at > start && tokens[at - 1] is WordClass.Determiner or WordClass.Possessive,
            WordClass.Ing => at > start && tokens[at - 1] is WordClass.Determiner or WordClass.Possessive,
            _ => false,
        };
    }
}
