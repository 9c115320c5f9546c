namespace Demarche.Core.Reading.Metadata;

/// <summary>Tells whether a page writes the fifth of March as 3/5/2031 or as 5/3/2031.</summary>
internal static class SlashOrder
{
    private static readonly string[] DayFirstDomains = [".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg", ".pk", ".bd", ".ng", ".ke", ".eu"];

    /// <summary>Whether the month comes first: on English pages, but for those of countries that put the day first.</summary>
    /// <param name="language">The page's language tag: "en-US", "de"; null when unknown, which counts as another language than English.</param>
    /// <param name="address">The page's address, or null.</param>
    public static bool IsMonthFirst(string? language, string? address)
    {
        string tag = (language ?? "").ToLowerInvariant();
        if (!tag.StartsWith("en", StringComparison.Ordinal))
        {
            return false;
        }

        string host = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri.Host : "";
        bool british = tag.Length >= 5 && tag[3..] is not ("us" or "ca" or "ph");
        return !british && !Array.Exists(DayFirstDomains, domain => host.EndsWith(domain, StringComparison.Ordinal));
    }
}
