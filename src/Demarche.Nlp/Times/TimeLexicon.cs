using System.Collections.Frozen;
using System.Globalization;

namespace Demarche.Nlp.Times;

/// <summary>English words of time expressions. Written for this project.</summary>
internal static class TimeLexicon
{
    private const int LongestWord = 13;

    /// <summary>TIMEX3 values for time as such, by the value of <see cref="TimeKind.Reference"/>.</summary>
    public static readonly string[] References = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];

    private static readonly (TimeKind Kind, string Words)[] Listed =
    [
        // Value = index in the list, alternatives joined by a bar.
        (TimeKind.Number, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"),
        (TimeKind.Ordinal, "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"),
        (TimeKind.Vague, "several|few|some|many|numerous|various|couple"),
        (TimeKind.Article, "a|an"),
        (TimeKind.The, "the"),
        (TimeKind.Season, "spring|springtime summer|summertime fall|autumn winter|wintertime"),
        (TimeKind.DayPart, "morning afternoon evening night"),
        (TimeKind.Portion, "early|earlier|late|later|mid|sometime|beginning|start|end|middle|close|top"),
        (TimeKind.Loosely, "about|nearly|almost|roughly|approximately|over|least|than|around|only|exactly"),
        (TimeKind.Every, "every|each"),
        (TimeKind.Ago, "ago"),
        (TimeKind.Fiscal, "fiscal|calendar|full|financial|entire|whole"),
        (TimeKind.Anaphor, "that|same|following|previous|preceding|prior"),
        (TimeKind.Reference, "recently|lately now|currently|presently|nowadays soon"),
    ];

    private static readonly (TimeKind Kind, int Value, string Words)[] Valued =
    [
        (TimeKind.Number, 30, "thirty"), (TimeKind.Number, 40, "forty"), (TimeKind.Number, 50, "fifty"), (TimeKind.Number, 60, "sixty"),
        (TimeKind.Number, 70, "seventy"), (TimeKind.Number, 80, "eighty"), (TimeKind.Number, 90, "ninety"), (TimeKind.Number, 100, "hundred"),
        (TimeKind.DayFromToday, -1, "yesterday"), (TimeKind.DayFromToday, 0, "today tonight"), (TimeKind.DayFromToday, 1, "tomorrow"),
        (TimeKind.Shift, -1, "last"), (TimeKind.Shift, 0, "this current"), (TimeKind.Shift, 1, "next"),
        (TimeKind.Stretch, -1, "past latest recent"), (TimeKind.Stretch, 1, "coming upcoming"),
        (TimeKind.Recurring, (int)TimeUnit.Day, "daily nightly"), (TimeKind.Recurring, (int)TimeUnit.Week, "weekly"),
        (TimeKind.Recurring, (int)TimeUnit.Month, "monthly"),
        (TimeKind.Recurring, (int)TimeUnit.Year, "annually yearly"), (TimeKind.Recurring, (int)TimeUnit.Hour, "hourly"),
        (TimeKind.HalfDay, 0, "a.m. am a.m"), (TimeKind.HalfDay, 12, "p.m. pm p.m"),
        (TimeKind.NamedHour, 12, "noon midday"), (TimeKind.NamedHour, 0, "midnight"),
        (TimeKind.Decade, 1950, "fifties"), (TimeKind.Decade, 1960, "sixties"), (TimeKind.Decade, 1970, "seventies"),
        (TimeKind.Decade, 1980, "eighties"), (TimeKind.Decade, 1990, "nineties"),
    ];

    // Names are only so with a capital; short forms that are words too (Sun, Mar) only with their period.
    private const string Months =
        "January|Jan.|Jan February|Feb.|Feb March|Mar. April|Apr.|Apr May June|Jun. July|Jul. August|Aug.|Aug September|Sept.|Sep.|Sept October|Oct.|Oct November|Nov.|Nov December|Dec.|Dec";

    private const string Weekdays =
        "Monday|Mon. Tuesday|Tue.|Tues. Wednesday|Wed. Thursday|Thu.|Thurs. Friday|Fri. Saturday|Sat. Sunday|Sun.";

    private static readonly (TimeUnit Unit, string Words)[] Units =
    [
        (TimeUnit.Second, "second"), (TimeUnit.Minute, "minute"), (TimeUnit.Hour, "hour"), (TimeUnit.Day, "day"), (TimeUnit.Weekend, "weekend"),
        (TimeUnit.Week, "week"), (TimeUnit.Fortnight, "fortnight"), (TimeUnit.Month, "month"), (TimeUnit.Quarter, "quarter"),
        (TimeUnit.Half, "half"), (TimeUnit.Year, "year"), (TimeUnit.Decade, "decade"),
    ];

    private static readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> Words =
        Build().ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What <paramref name="token"/> can be; kind None when it has nothing to do with time.</summary>
    public static TimeWord Read(ReadOnlySpan<char> token)
    {
        char first = token[0];
        if (char.IsAsciiDigit(first) || first is '\'' or '’')
        {
            return Figures.Read(token);
        }

        if (token.Length > LongestWord || !char.IsAsciiLetter(first))
        {
            return default;
        }

        int hyphen = token.IndexOf('-');
        if (hyphen > 0 && hyphen < token.Length - 1)
        {
            return ReadCompound(Read(token[..hyphen]), Read(token[(hyphen + 1)..]));
        }

        if (Words.TryGetValue(token, out TimeWord word) || char.IsAsciiLetterLower(first))
        {
            return word;
        }

        Span<char> lower = stackalloc char[LongestWord];
        int length = token.ToLowerInvariant(lower);
        // "LAST WEEK", "Last week"; names in capitals ("MAY 3") keep their first.
        if (Words.TryGetValue(lower[..length], out word))
        {
            return word;
        }

        lower[0] = first;
        return Words.TryGetValue(lower[..length], out word) ? word : default;
    }

    /// <summary>Tens and ones as one number, <c>ninety-six</c>; kind None when they are something else.</summary>
    public static TimeWord ReadCompound(TimeWord tens, TimeWord ones)
    {
        bool fits = tens is { Kind: TimeKind.Number, Digits: 0, Value: >= 20 and <= 90 } && tens.Value % 10 == 0
            && ones is { Kind: TimeKind.Number, Digits: 0, Value: >= 1 and <= 9 };
        return fits ? new TimeWord(TimeKind.Number, tens.Value + ones.Value) : default;
    }

    private static Dictionary<string, TimeWord> Build()
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.Ordinal);
        foreach ((TimeKind kind, string listed) in Listed)
        {
            AddIndexed(words, kind, listed, 0);
        }

        foreach ((TimeKind kind, int value, string valued) in Valued)
        {
            AddIndexed(words, kind, valued.Replace(' ', '|'), value);
        }

        foreach ((TimeUnit unit, string name) in Units)
        {
            words.TryAdd(name, new TimeWord(TimeKind.Unit, (int)unit));
            words[unit == TimeUnit.Half ? "halves" : name + "s"] = new TimeWord(TimeKind.Unit, (int)unit, true);
        }

        words["century"] = new TimeWord(TimeKind.Unit, (int)TimeUnit.Century);
        words["centuries"] = new TimeWord(TimeKind.Unit, (int)TimeUnit.Century, true);
        AddIndexed(words, TimeKind.Month, Months, 1);
        AddIndexed(words, TimeKind.Weekday, Weekdays, 1);
        for (int holiday = 0; holiday < Holidays.Names.Length; holiday++)
        {
            words[Holidays.Names[holiday]] = new TimeWord(TimeKind.Holiday, holiday);
        }

        return words;
    }

    private static void AddIndexed(Dictionary<string, TimeWord> words, TimeKind kind, string list, int first)
    {
        string[] groups = list.Split(' ');
        for (int index = 0; index < groups.Length; index++)
        {
            foreach (string word in groups[index].Split('|'))
            {
                words[word] = new TimeWord(kind, first + index);
                if (kind is TimeKind.Weekday && !word.EndsWith('.'))
                {
                    words[string.Create(CultureInfo.InvariantCulture, $"{word}s")] = new TimeWord(kind, first + index, true);
                }
            }
        }
    }
}
