using Demarche.Core.Exchange;

namespace Demarche.Web.Outlets;

/// <summary>Outlets side by side.</summary>
/// <param name="Tables">The tables that a person reads whole.</param>
/// <param name="IsCurrent">Whether all articles are compared.</param>
public sealed record OutletsModel(IReadOnlyList<ComparisonTable> Tables, bool IsCurrent)
{
    /// <summary>Whether two outlets are there to be compared.</summary>
    public bool HasSeveral => Tables[0].Rows.Count > 1;
}
