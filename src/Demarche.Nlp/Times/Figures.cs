namespace Demarche.Nlp.Times;

/// <summary>Reads numbers in figures: <c>21</c>, <c>21st</c>, <c>2,000</c>, <c>1990s</c>, <c>'90s</c>.</summary>
internal static class Figures
{
    private const int MostDigits = 6;

    /// <summary>What the token is; kind None when it is no plain number.</summary>
    public static TimeWord Read(ReadOnlySpan<char> token)
    {
        bool hasApostrophe = token[0] is '\'' or '’';
        ReadOnlySpan<char> rest = hasApostrophe ? token[1..] : token;
        int value = 0;
        int digits = 0;
        int at = 0;
        while (at < rest.Length && digits <= MostDigits && (char.IsAsciiDigit(rest[at]) || (rest[at] == ',' && at > 0)))
        {
            if (rest[at] != ',')
            {
                value = (value * 10) + (rest[at] - '0');
                digits++;
            }

            at++;
        }

        if (digits is 0 or > MostDigits)
        {
            return default;
        }

        ReadOnlySpan<char> ending = rest[at..];
        // "2,000" is a count, never a year.
        byte written = at == digits ? (byte)digits : (byte)MostDigits;
        return ending switch
        {
            "" when !hasApostrophe => new TimeWord(TimeKind.Number, value, false, written),
            "st" or "nd" or "rd" or "th" when !hasApostrophe => new TimeWord(TimeKind.Ordinal, value, false, written),
            "s" when digits == 4 && value % 10 == 0 => new TimeWord(TimeKind.Decade, value, false, written),
            // Two figures: of the century most alive in news, 1920s to 2010s.
            "s" when digits == 2 && value % 10 == 0 => new TimeWord(TimeKind.Decade, value >= 20 ? 1900 + value : 2000 + value, false, written),
            _ => default,
        };
    }
}
