using Demarche.Core.Attributions;
using Demarche.Core.Parties;

namespace Demarche.Core.Positions;

/// <summary>Tells with what authority the holder of a position speaks for the party.</summary>
internal sealed class HolderAuthority
{
    private readonly ActorDirectory _actors;
    private readonly DateOnly? _published;
    private readonly Dictionary<string, Attribution> _byId;

    /// <summary>For the positions of one article.</summary>
    /// <param name="actors">The codebook's actors.</param>
    /// <param name="attributions">Who said what in the article, speakers resolved.</param>
    /// <param name="published">Day of publication, or null.</param>
    public HolderAuthority(ActorDirectory actors, IReadOnlyList<Attribution> attributions, DateOnly? published)
    {
        _actors = actors;
        _published = published;
        _byId = attributions.ToDictionary(attribution => attribution.Id, StringComparer.Ordinal);
    }

    /// <summary>The position with <see cref="Position.Authority"/> filled.</summary>
    public Position Fill(Position position)
    {
        Attribution? said = position.AttributionId is { } id ? _byId.GetValueOrDefault(id) : null;
        Authority? authority = said is not null && said.Speaker == position.Holder
            ? said.Authority
            : position.Party is { } party
                ? _actors.AuthorityOf(position.Holder, party, position.Date ?? _published)
                    ?? new Authority(AuthorityLevel.Institution, AuthorityBasis.Source)
                : null;
        return position with { Authority = authority };
    }
}
