using System.Globalization;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions;

/// <summary>Reads the numbers inside a position with what they count: "800,000 troops", "30-day", "100%".</summary>
internal static class QuantityReader
{
    /// <summary>The quantities of <paramref name="range"/> in text order; numbers that count nothing named are left out.</summary>
    public static IReadOnlyList<Quantity> Read(WordText words, WordRange range)
    {
        var found = new List<Quantity>();
        int at = range.Start;
        while (at < range.End)
        {
            int end = EndOfNumber(words, at, range.End);
            if (end == at)
            {
                at++;
                continue;
            }

            TextSpan span = words.SpanOf(new WordRange(at, end));
            string digits = span.Of(words.Text).Replace(",", "", StringComparison.Ordinal);
            if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
                && Unit(words, ref end, range.End, ref value) is { } unit)
            {
                found.Add(new Quantity(new TextSpan(span.Start, words.Span(end - 1).End), value, unit));
            }

            at = end;
        }

        return found;
    }

    // Digits with grouping commas or a decimal point between them: 800,000 and 1.5 are one number.
    private static int EndOfNumber(WordText words, int at, int limit)
    {
        if (!IsNumber(words, at))
        {
            return at;
        }

        int end = at + 1;
        while (end + 1 < limit && words.Key(end) is "," or "." && IsNumber(words, end + 1)
            && words.Span(end).Start == words.Span(end - 1).End && words.Span(end + 1).Start == words.Span(end).End)
        {
            end += 2;
        }

        return end;
    }

    private static string? Unit(WordText words, ref int end, int limit, ref double value)
    {
        if (end < limit && words.Key(end) == "%")
        {
            end++;
            return "percent";
        }

        if (end < limit && words.Key(end) == "-")
        {
            end++;
        }

        if (end < limit && Factor(words.Key(end)) is { } factor)
        {
            value *= factor;
            end++;
        }

        if (end >= limit || !words.IsWord(end) || IsNumber(words, end) || words.IsCapital(end))
        {
            return null;
        }

        string unit = words.Span(end).Of(words.Text);
        end++;
        return unit == "per" && end < limit ? "percent" : unit;
    }

    private static double? Factor(string key) => key switch
    {
        "hundr" or "hundred" => 100,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        _ => null,
    };

    private static bool IsNumber(WordText words, int at) => char.IsAsciiDigit(words.Text[words.Span(at).Start]);
}
