namespace Demarche.Core.Reading;

/// <summary>Addresses of the web among the inputs a user names.</summary>
internal static class WebAddress
{
    /// <summary>Whether <paramref name="input"/> is an address, not a path.</summary>
    public static bool IsOne(string input) =>
        input.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address <paramref name="link"/> names when it stands in a document at <paramref name="place"/>; null when it is none that can be fetched.</summary>
    public static string? Resolve(string? link, string? place)
    {
        string trimmed = (link ?? "").Trim();
        if (trimmed.Length == 0)
        {
            return null;
        }

        Uri? whole = IsOne(trimmed) ? Parse(trimmed) : Uri.TryCreate(place, UriKind.Absolute, out Uri? from) && Uri.TryCreate(from, trimmed, out Uri? joined) ? joined : null;
        return whole is not null && (whole.Scheme == Uri.UriSchemeHttp || whole.Scheme == Uri.UriSchemeHttps) ? whole.AbsoluteUri : null;
    }

    private static Uri? Parse(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? found) ? found : null;
}
