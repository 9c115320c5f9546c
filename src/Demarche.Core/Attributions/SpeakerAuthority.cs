using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Tells with what authority a speaker of one article speaks: by the codebook, else by what the article says of the person or the source of itself.</summary>
internal sealed class SpeakerAuthority
{
    private readonly ArticleCast _cast;
    private readonly ActorDirectory? _actors;
    private readonly DateOnly? _day;

    /// <summary>For one article.</summary>
    /// <param name="cast">Whom it names, with the offices it tells.</param>
    /// <param name="actors">The codebook's actors, or null.</param>
    /// <param name="day">Day of the article, or null.</param>
    public SpeakerAuthority(ArticleCast cast, ActorDirectory? actors, DateOnly? day)
    {
        _cast = cast;
        _actors = actors;
        _day = day;
    }

    /// <summary>The authority of a person or, when <paramref name="speaker"/> is none, of a source without further words.</summary>
    public Authority Of(Speaker speaker)
    {
        Authority? listed = speaker.PartyId is { } party ? _actors?.AuthorityOf(speaker.Name, party, _day) : null;
        if (!speaker.IsPerson)
        {
            return listed ?? (speaker.PartyId is null
                ? new Authority(AuthorityLevel.Unknown, AuthorityBasis.None)
                : new Authority(AuthorityLevel.Institution, AuthorityBasis.Source));
        }

        CastMember? member = _cast.Named(speaker.Name);
        Authority? told = member?.ToldOffice is { } office
            ? new Authority(LevelOf(office, speaker.PartyId), AuthorityBasis.Text) { Office = member.ToldAs }
            : null;

        // "former minister Berg" is no minister any more, whatever an undated codebook says.
        bool toldFormer = told is { Level: AuthorityLevel.Former } && listed is { From: null, Until: null };
        return (toldFormer ? told : listed is { Level: not AuthorityLevel.Unknown } ? listed : told)
            ?? new Authority(AuthorityLevel.Unknown, AuthorityBasis.None);
    }

    /// <summary>The authority of a source that is no person's name: "a ministry spokesman", "officials", "the government".</summary>
    public Authority Of(Speaker speaker, string text, List<NameWord> words)
    {
        if (speaker.IsPerson)
        {
            return Of(speaker);
        }

        int end = SourceWords.EndOfHead(text, words);
        List<Office> offices = Offices.Find(text, words, 0, end);
        if (offices.Count > 0 && offices[^1].End == end)
        {
            AuthorityLevel level = LevelOf(offices[^1], speaker.PartyId);

            // "the finance minister" is one man; "a minister" and "ministers" are unnamed. A spokesman speaks by office even so.
            bool isOne = words[0].Span.SliceOf(text) is not ("a" or "A" or "an" or "An" or "one" or "One" or "another" or "Another")
                && !words[end - 1].Span.SliceOf(text).EndsWith("s", StringComparison.Ordinal);
            bool isAnybody = !isOne || offices[^1].Name is "official" or "diplomat" or "aide";
            bool isBinding = level < AuthorityLevel.Lawmaker && level != AuthorityLevel.Spokesperson;
            return new Authority(isBinding && isAnybody ? AuthorityLevel.Unnamed : level, AuthorityBasis.Source)
            {
                Office = text[words[offices[^1].Start].Span.Start..words[end - 1].Span.End],
            };
        }

        return VoiceNouns.KindOf(words[end - 1].Span.SliceOf(text)) == VoiceNoun.People
            ? new Authority(AuthorityLevel.Unnamed, AuthorityBasis.Source)
            : Of(speaker);
    }

    private AuthorityLevel LevelOf(Office office, string? partyId) =>
        _actors?.LevelOf(office, partyId) ?? (office.Rank == OfficeRank.Former ? AuthorityLevel.Former : Offices.LevelOf(office.Name));
}
