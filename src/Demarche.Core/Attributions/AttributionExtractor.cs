using Demarche.Core.Reading;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Finds who said what in an analysed text. Safe to share between threads.</summary>
public sealed class AttributionExtractor
{
    /// <summary>The attributions of <paramref name="document"/> in text order of their cues, speakers not yet resolved.</summary>
    /// <param name="document">The analysed text.</param>
    /// <param name="furniture">Stretches that are not read.</param>
    public IReadOnlyList<Attribution> Extract(Document document, IReadOnlyList<Furniture> furniture)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(furniture);
        return [];
    }
}
