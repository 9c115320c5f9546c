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
    /// <param name="day">Day for which dated offices are read, that of publication; or null.</param>
    /// <param name="outlet">Who publishes the article and says "we" in it, or null.</param>
    public IReadOnlyList<Attribution> Resolve(
        Document document, IReadOnlyList<Attribution> attributions, DateOnly? day, string? outlet = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attributions);
        if (attributions.Count == 0)
        {
            return attributions;
        }

        ArticleCast cast = new CastReader(document, _actors, day).Read();
        return new SpeakerReading(new SpeakerContext(document, cast), _actors, day, outlet).Resolve(attributions);
    }
}
