using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Finds the source of a cue.</summary>
internal static class Sources
{
    private const int LongestParenthesis = 60;

    /// <summary>The subject left of a verb group; empty when none stands there.</summary>
    public static TokenRange Subject(TokenColumns tokens, Cue cue)
    {
        int floor = cue.Sentence.Start;
        int end = WithoutTime(tokens, ControlStart(tokens, cue), floor);
        if (end <= floor)
        {
            return default;
        }

        bool isPurpose = cue.Frames.Auxiliary == WordClass.To && end == cue.Start;
        bool isParticiple = tokens[cue.Head] == WordClass.Ing && cue.Frames.Left == WordClass.Comma;
        if (isPurpose || isParticiple)
        {
            return default;
        }

        switch (tokens[end - 1])
        {
            case WordClass.That or WordClass.Relative:
                return new TokenRange(end - 1, end);
            case WordClass.Comma:
                return BeforeParenthesis(tokens, end - 1, floor);
            default:
                return new TokenRange(WithNameBefore(tokens, NounPhrases.StartOf(tokens, end, floor), floor), end);
        }
    }

    /// <summary>"Oru Tal, acting head of the agency said": the name before the comma belongs to the source.</summary>
    private static int WithNameBefore(TokenColumns tokens, int start, int floor)
    {
        if (start - 2 <= floor || tokens[start - 1] != WordClass.Comma || tokens[start] == WordClass.Name)
        {
            return start;
        }

        int name = start - 1;
        while (name > floor && tokens[name - 1] == WordClass.Name && start - name < 5)
        {
            name--;
        }

        return name < start - 1 && name > floor && tokens[name - 1] is WordClass.Comma or WordClass.QuoteClose ? name : start;
    }

    /// <summary>"went on to say", "is likely to say": start of the outermost verb group that the cue depends on.</summary>
    public static int ControlStart(TokenColumns tokens, Cue cue)
    {
        int start = cue.Start;
        bool depends = cue.Frames.Auxiliary == WordClass.To;
        for (int depth = 0; depth < 3 && depends; depth++)
        {
            int control = start - 1;
            if (control < cue.Sentence.Start
                || tokens[control] is not (WordClass.Past or WordClass.Verb or WordClass.Ing or WordClass.NounOrVerb or WordClass.Adjective))
            {
                break;
            }

            CueFrames frames = CueFrames.Of(tokens, control, cue.Sentence);
            start = frames.GroupStart;
            depends = frames.Auxiliary == WordClass.To;
        }

        return start;
    }

    /// <summary>The phrase at the start of the sentence, after an opening adjunct and its comma: the source a participle shares.</summary>
    public static TokenRange Leading(TokenColumns tokens, Cue cue)
    {
        int start = cue.Sentence.Start;
        while (start < cue.Start && tokens[start] is WordClass.Conjunction or WordClass.Adverb or WordClass.Comma or WordClass.Time)
        {
            start++;
        }

        if (tokens[start] is WordClass.Preposition or WordClass.Wh or WordClass.As or WordClass.Ing)
        {
            int limit = Math.Min(cue.Start, start + LongestParenthesis);
            while (start < limit && tokens[start] != WordClass.Comma)
            {
                start++;
            }

            start++;
        }

        return start >= cue.Start ? default : new TokenRange(start, NounPhrases.EndOf(tokens, start, cue.Start));
    }

    /// <summary>The possessor of a noun cue ("X's call", "his call"), or who stands after "by"; empty when there is neither.</summary>
    public static TokenRange Possessor(TokenColumns tokens, Cue cue, out int after)
    {
        after = cue.Head + 1;
        int left = cue.Head - 1;
        int floor = Math.Max(cue.Sentence.Start, cue.Head - 4);
        while (left > floor && tokens[left] is WordClass.Adjective or WordClass.Noun or WordClass.Past or WordClass.Number or WordClass.Time)
        {
            left--;
        }

        if (left >= floor && tokens[left] == WordClass.Possessive)
        {
            return new TokenRange(left, left + 1);
        }

        if (left >= floor && tokens[left] == WordClass.Clitic)
        {
            return new TokenRange(NounPhrases.StartOf(tokens, left, cue.Sentence.Start), left);
        }

        if (tokens.Is(after, "by") || tokens.Is(after, "from"))
        {
            int end = NounPhrases.EndOf(tokens, after + 1, cue.Sentence.End);
            var source = new TokenRange(after + 1, end);
            after = end;
            return source;
        }

        return default;
    }

    /// <summary>The phrase that starts at <paramref name="start"/>, an apposition between commas included.</summary>
    public static TokenRange RightOf(TokenColumns tokens, int start, int ceiling)
    {
        int end = NounPhrases.EndOf(tokens, start, ceiling);
        return end == start ? default : new TokenRange(start, NounPhrases.EndOfApposition(tokens, end, ceiling));
    }

    /// <summary>"X on Tuesday said", "X Tuesday said": the day between source and cue belongs to neither.</summary>
    private static int WithoutTime(TokenColumns tokens, int end, int floor)
    {
        int at = end;
        while (at > floor && tokens[at - 1] == WordClass.Time)
        {
            at--;
        }

        return at < end && at > floor + 1 && tokens[at - 1] == WordClass.Preposition ? at - 1 : at;
    }

    /// <summary>"X, however, said": the words between the commas tell nothing of the source.</summary>
    private static bool IsAside(TokenColumns tokens, int start, int end)
    {
        while (start < end && tokens[start] is WordClass.Adverb or WordClass.Time or WordClass.Preposition)
        {
            start++;
        }

        return start == end;
    }

    private static TokenRange BeforeParenthesis(TokenColumns tokens, int closing, int floor)
    {
        int least = Math.Max(floor, closing - LongestParenthesis);
        for (int i = closing - 1; i > least; i--)
        {
            if (tokens[i] is WordClass.Stop or WordClass.QuoteClose or WordClass.Semicolon)
            {
                return default;
            }

            if (tokens[i] == WordClass.Comma && NounPhrases.IsNominal(tokens[i - 1]))
            {
                int start = NounPhrases.StartOf(tokens, i, floor);
                if (i - start <= 2 && start > least && tokens[start - 1] == WordClass.Comma && tokens.Word(start).Contains('-'))
                {
                    continue;
                }

                int end = IsAside(tokens, i + 1, closing) ? i : closing;
                return start < i ? new TokenRange(start, end) : default;
            }
        }

        return default;
    }
}
