using System.Buffers;

namespace Demarche.Core.Exchange;

/// <summary>Text for tables of comma-separated values, as RFC 4180 has them.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>A cell: in quotation marks where it must be; empty for null.</summary>
    public static string Field(string? value) =>
        value is null ? ""
        : value.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;
}
