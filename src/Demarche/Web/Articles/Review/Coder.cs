using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Articles.Review;

/// <summary>Under which name a reader's decisions are kept: what they chose, else the name of whoever runs the program.</summary>
internal static class Coder
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "demarche-coder";

    /// <summary>Longest name kept, in UTF-16 code units.</summary>
    public const int LongestName = 80;

    /// <summary>The name of a request's reader.</summary>
    public static string Of(HttpRequest request) => Named(request.Cookies[Cookie] is { } kept ? Uri.UnescapeDataString(kept) : null) ?? Environment.UserName;

    /// <summary>Keeps a name; an empty one brings back the usual.</summary>
    public static void Keep(HttpResponse response, string? name) => response.Cookies.Append(
        Cookie,
        Uri.EscapeDataString(Named(name) ?? ""),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), IsEssential = true });

    private static string? Named(string? name) =>
        Fields.Word(string.Concat((name ?? "").Where(c => !char.IsControl(c)))) is { } word ? word[..Math.Min(word.Length, LongestName)] : null;
}
