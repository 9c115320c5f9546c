using Demarche.Nlp.Text;

namespace Demarche.Nlp.Times;

/// <summary>Finds English time expressions and gives them TIMEX3 values, counted from the day of publication.</summary>
/// <remarks>
/// Values follow ISO-TimeML as TempEval-3 uses it (UzZaman et al., SemEval 2013). A hand-written grammar over tokens: at each
/// token the piece that reaches furthest wins. Every piece looks at a bounded number of tokens, so time is linear.
/// </remarks>
public sealed class TimeRecognizer
{
    // Tokens; longer sentences grow the room. Most sentences of news have 10 to 40.
    private const int UsualSentence = 64;

    /// <summary>The time expressions of <paramref name="text"/>, in text order, none overlapping, each on whole tokens of one sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, in text order.</param>
    /// <param name="sentences">Its sentences, covering every token.</param>
    /// <param name="published">Day of publication; null leaves what hangs on it open (<c>XXXX-WXX-1</c>).</param>
    public IReadOnlyList<TimeExpression> Find(
        string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<TokenRange> sentences, DateOnly? published)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<TimeExpression>();
        var anchor = new TimeAnchor(published, new TimeMemory());
        TimeWord[] words = [];
        foreach (TokenRange sentence in sentences)
        {
            ReadOnlySpan<TextSpan> own = tokens[sentence.Start..sentence.End];
            words = words.Length < own.Length ? new TimeWord[Math.Max(own.Length, UsualSentence)] : words;
            for (int index = 0; index < own.Length; index++)
            {
                words[index] = TimeLexicon.Read(own[index].SliceOf(text));
            }

            Add(found, new TimeText(text, own, words.AsSpan(0, own.Length), anchor), own);
        }

        return found;
    }

    private static void Add(List<TimeExpression> found, TimeText text, ReadOnlySpan<TextSpan> tokens)
    {
        int at = 0;
        while (at < tokens.Length)
        {
            TimeMatch match = MatchAt(text, at);
            if (!match.IsFound)
            {
                at++;
                continue;
            }

            found.Add(new TimeExpression(new TextSpan(tokens[at].Start, tokens[match.End - 1].End), match.Type, match.Value));
            text.Anchor.Named.Note(match.Value);
            at = match.End;
        }
    }

    private static TimeMatch MatchAt(TimeText text, int at)
    {
        TimeMatch narrowed = MatchPortion(text, at);
        return narrowed.IsFound ? narrowed : MatchWhole(text, at);
    }

    // early next year, late November, the end of 1994: named by what is narrowed.
    private static TimeMatch MatchPortion(TimeText text, int at)
    {
        int portion = text.IsKind(at, TimeKind.The) ? at + 1 : at;
        if (!text.IsKind(portion, TimeKind.Portion))
        {
            return default;
        }

        int inner = text.Skip(text.Skip(portion + 1, "in"), "of");
        TimeMatch match = MatchWhole(text, inner);
        return match is { IsFound: true, Type: "DATE" or "TIME" } && !match.Value.EndsWith("_REF", StringComparison.Ordinal) ? match : default;
    }

    private static TimeMatch MatchWhole(TimeText text, int at)
    {
        if (at >= text.Count || (text[at].Kind == TimeKind.None && !MayStart(text.Token(at))))
        {
            return default;
        }

        return MonthMatcher.Match(text, at)
            .Or(WeekdayMatcher.Match(text, at))
            .Or(YearMatcher.Match(text, at))
            .Or(QuarterMatcher.Match(text, at))
            .Or(ClockMatcher.Match(text, at))
            .Or(HyphenMatcher.Match(text, at))
            .Or(RelativeMatcher.Match(text, at))
            .Or(RecurrenceMatcher.Match(text, at))
            .Or(DurationMatcher.Match(text, at))
            .Or(AnaphorMatcher.Match(text, at))
            .Or(ReferenceMatcher.Match(text, at));
    }

    // Tokens that are no time word by themselves: figures with marks, hyphenated words, "more than", "right now".
    private static bool MayStart(ReadOnlySpan<char> token) =>
        char.IsAsciiDigit(token[0]) || token.Contains('-')
        || ((token[0] | 0x20) is 'm' or 'l' or 'a' or 'r' && token is "more" or "More" or "less" or "Less" or "at" or "At" or "right" or "Right");
}
