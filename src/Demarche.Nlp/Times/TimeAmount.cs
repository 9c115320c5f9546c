using System.Globalization;

namespace Demarche.Nlp.Times;

/// <summary>So many units: <c>two weeks</c>, <c>a few days</c>, <c>nearly forty years</c>, <c>a decade</c>.</summary>
/// <param name="End">Index after the unit; 0 when there is no amount.</param>
/// <param name="Count">How many; null when the text does not say (several).</param>
/// <param name="Unit">Of what.</param>
/// <param name="HasArticle">Whether the count is a mere article.</param>
internal readonly record struct TimeAmount(int End, int? Count, TimeUnit Unit, bool HasArticle)
{
    /// <summary>Reads the amount that starts at <paramref name="start"/>.</summary>
    public static TimeAmount Read(TimeText text, int start)
    {
        int at = AfterLoosely(text, start);
        int? count;
        bool hasArticle = false;
        TimeWord first = text[at];
        switch (first.Kind)
        {
            case TimeKind.Number when !IsName(text, at):
                (at, count) = ReadNumber(text, at);
                break;
            case TimeKind.Vague:
                (at, count) = (text.Skip(at + 1, "of"), null);
                break;
            case TimeKind.Article when text.IsKind(at + 1, TimeKind.Vague):
                (at, count) = (text.Skip(at + 2, "of"), null);
                break;
            case TimeKind.Article:
                (at, count, hasArticle) = (at + 1, 1, true);
                break;
            default:
                return default;
        }

        TimeWord unit = text[at];
        bool fits = unit.Kind == TimeKind.Unit && (hasArticle || count == 1 ? !unit.IsPlural : unit.IsPlural || count is not null);
        return fits ? new TimeAmount(at + 1, count, unit.Unit, hasArticle) : default;
    }

    /// <summary>The TIMEX3 duration of <paramref name="count"/> units, X for a count the text does not say.</summary>
    public static string Duration(int? count, TimeUnit unit)
    {
        long factor = unit switch
        {
            TimeUnit.Fortnight => 2,
            TimeUnit.Half => 6,
            TimeUnit.Decade => 10,
            TimeUnit.Century => 100,
            TimeUnit.Weekend => 2,
            _ => 1,
        };
        string number = count is int known ? (known * factor).ToString(CultureInfo.InvariantCulture) : "X";
        return (unit < TimeUnit.Day ? "PT" : "P") + number + LetterOf(unit);
    }

    private static string LetterOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => "S",
        TimeUnit.Minute => "M",
        TimeUnit.Hour => "H",
        TimeUnit.Day or TimeUnit.Weekend => "D",
        TimeUnit.Week or TimeUnit.Fortnight => "W",
        TimeUnit.Month or TimeUnit.Half => "M",
        TimeUnit.Quarter => "Q",
        _ => "Y",
    };

    /// <summary>Index after words such as <c>nearly</c>, <c>more than</c>, <c>at least</c> that loosen a number.</summary>
    public static int AfterLoosely(TimeText text, int at)
    {
        if (text.Is(at, "more", "less") && text.Is(at + 1, "than"))
        {
            return at + 2;
        }

        if (text.Is(at, "at") && text.Is(at + 1, "least", "most"))
        {
            return at + 2;
        }

        return text.IsKind(at, TimeKind.Loosely) && !text.Is(at, "than", "least") ? at + 1 : at;
    }

    // "three to five", "two or three": the later number is what the unit follows; TIMEX3 has no ranges.
    private static (int End, int Count) ReadNumber(TimeText text, int at)
    {
        int count = text[at].Value;
        at++;
        if (TimeLexicon.ReadCompound(text[at - 1], text[at]) is { Kind: TimeKind.Number } compound)
        {
            (at, count) = (at + 1, compound.Value);
        }

        if (text[at] is { Kind: TimeKind.Number, Digits: 0, Value: 100 })
        {
            (at, count) = (at + 1, count * 100);
        }

        bool isRange = text.Is(at, "to", "or") && text.IsKind(at + 1, TimeKind.Number) && text.IsKind(at + 2, TimeKind.Unit);
        return isRange ? (at + 2, text[at + 1].Value) : (at, count);
    }

    // "2015 years" is no amount of news; a year before a unit belongs to what stands before.
    private static bool IsName(TimeText text, int at) => text[at].IsYear;
}
