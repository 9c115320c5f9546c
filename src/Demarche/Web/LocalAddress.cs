namespace Demarche.Web;

/// <summary>Addresses inside this site.</summary>
internal static class LocalAddress
{
    private static readonly Uri Base = new("http://localhost");

    /// <summary>Path and query of <paramref name="to"/> when it lies inside this site, else the first page: "//elsewhere" is another site.</summary>
    public static string Of(string? to)
    {
        if (to is not ['/', ..] || to.Contains('\\', StringComparison.Ordinal) || !Uri.TryCreate(Base, to, out Uri? address))
        {
            return "/";
        }

        // Looked at after dots are resolved: "/a/..//elsewhere" is another site as well.
        return address.Host == Base.Host && !address.PathAndQuery.StartsWith("//", StringComparison.Ordinal) ? address.PathAndQuery : "/";
    }
}
