using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Demarche.Api;

/// <summary>Which part of a list is wanted.</summary>
internal sealed record ApiPage
{
    /// <summary>Most items of one page.</summary>
    public const int MostItems = 500;

    /// <summary>Items of a page when nobody says.</summary>
    public const int UsualItems = 100;

    /// <summary>Items passed over at most; who wants more takes an export.</summary>
    public const int MostSkipped = 10_000_000;

    /// <summary>Number of items to pass over, 0 or more.</summary>
    [FromQuery(Name = "offset"), Range(0, MostSkipped), DefaultValue(0), Description("Number of items to pass over.")]
    public int? Offset { get; init; }

    /// <summary>Number of items wanted, 1 to 500.</summary>
    [FromQuery(Name = "limit"), Range(1, MostItems), DefaultValue(UsualItems), Description("Number of items wanted.")]
    public int? Limit { get; init; }

    /// <summary>Items to pass over.</summary>
    internal int Skip => Offset ?? 0;

    /// <summary>Items to give.</summary>
    internal int Take => Limit ?? UsualItems;

    /// <summary>Path and query of the next page.</summary>
    internal string AddressAfter(HttpRequest request)
    {
        var query = new QueryBuilder(request.Query.Where(field => field.Key != "offset").SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? "")))
        {
            { "offset", (Skip + Take).ToString(CultureInfo.InvariantCulture) },
        };
        return request.Path + query.ToString();
    }
}
