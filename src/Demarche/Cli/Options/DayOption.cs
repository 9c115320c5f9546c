using System.CommandLine;
using System.Globalization;

namespace Demarche.Cli.Options;

/// <summary>An option that takes a day as YYYY-MM-DD.</summary>
internal static class DayOption
{
    /// <summary>The option; anything but an ISO day is a usage error.</summary>
    public static Option<DateOnly?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return day;
            }

            result.AddError($"{name} wants a day like 2031-03-17, not '{given}'.");
            return null;
        },
    };
}
