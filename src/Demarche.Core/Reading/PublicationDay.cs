using System.Globalization;

namespace Demarche.Core.Reading;

/// <summary>Days of publication as records, addresses and texts give them.</summary>
internal static class PublicationDay
{
    /// <summary>The day an ISO 8601 date or date with time begins with, in the time zone it is stated in; null for anything else.</summary>
    public static DateOnly? Parse(string? value)
    {
        string trimmed = (value ?? "").Trim();
        bool isDay = trimmed.Length == 10 || (trimmed.Length > 10 && trimmed[10] is 'T' or 't' or ' ');
        return isDay && DateOnly.TryParseExact(
            trimmed.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : null;
    }
}
