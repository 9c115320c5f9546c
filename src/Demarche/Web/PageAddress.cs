using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web;

/// <summary>Addresses of pages, made in one place.</summary>
internal static class PageAddress
{
    /// <summary>An article; with a line, at that line.</summary>
    public static string Article(string articleKey, string? lineKey = null) =>
        $"/articles/{Uri.EscapeDataString(articleKey)}" + (lineKey is null ? "" : "#" + LineId(lineKey));

    /// <summary>An issue through time; with two parties, with the gap between them.</summary>
    public static string Issue(string issue, string? first = null, string? second = null) =>
        With($"/issues/{Uri.EscapeDataString(issue)}", ("first", first), ("second", second));

    /// <summary>The element of a line on the page of its article.</summary>
    public static string LineId(string lineKey) => "line-" + lineKey;

    /// <summary>A path with the fields that have a value.</summary>
    public static string With(string path, params (string Name, string? Value)[] fields) => path + QueryString.Create(
        fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>A day as addresses and date fields write it; null stays null.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
