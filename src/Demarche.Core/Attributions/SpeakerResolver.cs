using Demarche.Core.Parties;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Names the speakers of attributions: "he", "the minister", a surname, "Moscow" become a person, an office or a party. Safe to share between threads.</summary>
public sealed class SpeakerResolver
{
    private readonly ActorDirectory? _actors;

    /// <summary>A resolver that knows the actors of a codebook, or only what an article itself tells.</summary>
    /// <param name="actors">The codebook's actors, or null without a codebook.</param>
    public SpeakerResolver(ActorDirectory? actors = null) => _actors = actors;

    /// <summary>The same attributions with <see cref="Attribution.Speaker"/> and <see cref="Attribution.SpeakerParty"/> filled where they can be told.</summary>
    /// <param name="document">The analysed text.</param>
    /// <param name="attributions">What was found in it.</param>
    /// <param name="published">Day of publication, for actors who speak for a party during a period; or null.</param>
    public IReadOnlyList<Attribution> Resolve(
        Document document, IReadOnlyList<Attribution> attributions, DateOnly? published)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attributions);
        if (attributions.Count == 0)
        {
            return attributions;
        }

        ArticleCast cast = new CastReader(document.Text, _actors, published).Read();
        return new SpeakerReading(new SpeakerContext(document, cast), _actors, published).Resolve(attributions);
    }
}
