using Demarche.Core.Attributions;
using Demarche.Core.Parties;

namespace Demarche.Core.Positions;

/// <summary>Tells for which party the holder of a position spoke on the day of it, and with what authority.</summary>
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

    /// <summary>The position with <see cref="Position.Authority"/> filled, as that of the party for which the holder spoke on its day.</summary>
    public Position Fill(Position position)
    {
        if (PartyThen(position) is { } then)
        {
            return position with { Party = then, Authority = _actors.AuthorityOf(position.Holder, then, position.Date) };
        }

        Attribution? said = position.AttributionId is { } id ? _byId.GetValueOrDefault(id) : null;
        Authority? authority = said is not null && said.Speaker == position.Holder
            ? said.Authority
            : position.Party is { } party
                ? _actors.AuthorityOf(position.Holder, party, position.Date ?? _published)
                    ?? new Authority(AuthorityLevel.Institution, AuthorityBasis.Source)
                : null;
        return position with { Authority = authority };
    }

    /// <summary>"Seven weeks ago she vowed to strike", told of one who has changed sides since; null where the side is the same.</summary>
    private string? PartyThen(Position position) =>
        position.Date is { } day && day != _published && _actors.People(position.Holder).Skip(1).Any()
        && _actors.Find(position.Holder, _published)?.PartyId == position.Party && _actors.Find(position.Holder, day)?.PartyId is { } party && party != position.Party
            ? party
            : null;
}
