using Demarche.Core.Comparisons.Kept;
using Demarche.Web.Parts;

namespace Demarche.Web.Stories;

/// <summary>A part of the list of stories.</summary>
/// <param name="Found">The stories of the part and, when there are more behind it, one more.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Least">Least number of articles in those that are shown.</param>
/// <param name="Portion">Which part it is.</param>
/// <param name="IsCurrent">Whether all articles are compared.</param>
public sealed record StoriesModel(IReadOnlyList<StorySummary> Found, int Count, int Least, Portion Portion, bool IsCurrent)
{
    /// <summary>The stories of the part.</summary>
    public IEnumerable<StorySummary> Stories => Found.Take(Portion.Size);

    /// <summary>Whether there are more behind it.</summary>
    public bool IsMore => Found.Count > Portion.Size;
}
