using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Parts;

/// <summary>Which part of a long list a page shows.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">Items on it at most.</param>
public sealed record Portion(int Number, int Size)
{
    /// <summary>Items on the parts before.</summary>
    public int Skip => (Number - 1) * Size;

    /// <summary>The part a request asks for by <c>page=</c>; the first when it asks for none that can be.</summary>
    public static Portion Of(HttpRequest request, int size)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Portion(Fields.PageNumber(request.Query["page"]), size);
    }

    /// <summary>The items of this part, and whether there are more behind it.</summary>
    public (IReadOnlyList<T> Items, bool IsMore) Cut<T>(IEnumerable<T> all)
    {
        List<T> items = [.. all.Skip(Skip).Take(Size + 1)];
        return (items.Count > Size ? items[..Size] : items, items.Count > Size);
    }
}
