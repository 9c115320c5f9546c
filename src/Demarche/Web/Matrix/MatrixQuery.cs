using System.Globalization;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Sheets;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Matrix;

/// <summary>What the address of the matrix asks for. Values that mean nothing are passed over: an address may be typed.</summary>
/// <param name="Sheet">Which matrix.</param>
/// <param name="Issue">Issue of the cell whose history stands beside it, or null.</param>
/// <param name="Party">Party of that cell, or null.</param>
public sealed record MatrixQuery(SheetRequest Sheet, string? Issue, string? Party)
{
    /// <summary>The query of a request.</summary>
    public static MatrixQuery Of(HttpRequest request)
    {
        IQueryCollection query = request.Query;
        return new MatrixQuery(
            new SheetRequest
            {
                At = Day(query["at"]),
                Since = Day(query["since"]),
                Outlet = Word(query["outlet"]),
                Speaker = Word(query["speaker"]),
                Farthest = Enum.TryParse(query["level"], ignoreCase: true, out PositionLevel level) && Enum.IsDefined(level) ? level : null,
                MinConfidence = double.TryParse(query["confidence"], NumberStyles.Float, CultureInfo.InvariantCulture, out double least)
                    ? Math.Clamp(least, 0, 1)
                    : 0,
                Order = Enum.TryParse(query["sort"], ignoreCase: true, out SheetOrder order) && Enum.IsDefined(order) ? order : default,
            },
            Word(query["issue"]),
            Word(query["party"]));
    }

    /// <summary>The same matrix with the history of a cell beside it.</summary>
    public string AddressOf(string? issue, string? party) => Address("/", Sheet, issue, party);

    /// <summary>The history of a cell alone, for a script.</summary>
    public string HistoryAddress(string issue, string party) => Address("/history", Sheet, issue, party);

    /// <summary>Another matrix, the same cell beside it.</summary>
    public string AddressOf(SheetRequest sheet) => Address("/", sheet, Issue, Party);

    private static string Address(string path, SheetRequest sheet, string? issue, string? party) => PageAddress.With(
        path,
        ("at", PageAddress.Day(sheet.At)),
        ("since", PageAddress.Day(sheet.Since)),
        ("outlet", sheet.Outlet),
        ("speaker", sheet.Speaker),
        ("level", sheet.Farthest?.ToString().ToLowerInvariant()),
        ("confidence", sheet.MinConfidence > 0 ? sheet.MinConfidence.ToString(CultureInfo.InvariantCulture) : null),
        ("sort", sheet.Order == default ? null : sheet.Order.ToString().ToLowerInvariant()),
        ("issue", issue),
        ("party", party));

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
