using System.Globalization;
using Demarche.Core.Comparisons.Sheets;
using Demarche.Core.Ledger;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Matrix;

/// <summary>What the address of the matrix asks for. Values that mean nothing are passed over: an address may be typed.</summary>
/// <param name="Sheet">Which matrix.</param>
/// <param name="MovedDays">Cells that moved in so many days up to its day are marked; 0 = none are.</param>
/// <param name="Issue">Issue of the cell whose history stands beside it, or null.</param>
/// <param name="Party">Party of that cell, or null.</param>
public sealed record MatrixQuery(SheetRequest Sheet, int MovedDays, string? Issue, string? Party)
{
    /// <summary>A month: what a reader who comes back now and then has missed.</summary>
    public const int UsualMovedDays = 30;

    // Farther back every cell has moved.
    private const int MostMovedDays = 3660;

    /// <summary>The query of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="lastDay">Last day of the record.</param>
    public static MatrixQuery Of(HttpRequest request, DateOnly? lastDay)
    {
        IQueryCollection query = request.Query;
        // From the last day on the record stands as it stands now: one matrix, one address.
        DateOnly? at = Fields.Day(query["at"]) is { } day && day < lastDay ? day : null;
        int moved = int.TryParse(query["moved"], NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? Math.Min(days, MostMovedDays) : UsualMovedDays;
        return new MatrixQuery(
            new SheetRequest
            {
                At = at,
                Since = moved > 0 ? Before(at ?? lastDay, moved) : null,
                Outlet = Fields.Word(query["outlet"]),
                Speaker = Fields.Word(query["speaker"]),
                Farthest = Fields.Choice<PositionLevel>(query["level"]),
                MinConfidence = double.TryParse(query["confidence"], NumberStyles.Float, CultureInfo.InvariantCulture, out double least)
                    ? Math.Clamp(least, 0, 1)
                    : 0,
                Order = Fields.Choice<SheetOrder>(query["sort"]) ?? default,
            },
            moved,
            Fields.Word(query["issue"]),
            Fields.Word(query["party"]));
    }

    /// <summary>The same matrix with the history of a cell beside it.</summary>
    public string AddressOf(string? issue, string? party) => (this with { Issue = issue, Party = party }).Address("/");

    /// <summary>The same matrix on another day; null = now.</summary>
    public string AddressAt(DateOnly? day) => (this with { Sheet = Sheet with { At = day } }).Address("/");

    private string Address(string path) => PageAddress.With(
        path,
        ("at", PageAddress.Day(Sheet.At)),
        ("moved", MovedDays == UsualMovedDays ? null : MovedDays.ToString(CultureInfo.InvariantCulture)),
        ("outlet", Sheet.Outlet),
        ("speaker", Sheet.Speaker),
        ("level", Sheet.Farthest?.ToString().ToLowerInvariant()),
        ("confidence", Sheet.MinConfidence > 0 ? Sheet.MinConfidence.ToString(CultureInfo.InvariantCulture) : null),
        ("sort", Sheet.Order == default ? null : Sheet.Order.ToString().ToLowerInvariant()),
        ("issue", Issue),
        ("party", Party));

    private static DateOnly? Before(DateOnly? day, int days) => day is { } last && last.DayNumber >= days ? last.AddDays(-days) : null;
}
