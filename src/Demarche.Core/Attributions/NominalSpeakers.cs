using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Finds whom "the minister", "the ministry" or "the two leaders" means inside an article.</summary>
internal sealed class NominalSpeakers
{
    private readonly SpeakerContext _context;

    // Last noun of a resolved source to its speaker: "a ministry official said ... the official said".
    private readonly Dictionary<string, Speaker> _byNoun = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For one article.</summary>
    public NominalSpeakers(SpeakerContext context) => _context = context;

    /// <summary>Remembers who was called by <paramref name="words"/>.</summary>
    public void Remember(string text, List<NameWord> words, Speaker speaker)
    {
        if (Head(text, words) is { Length: > 0 } noun)
        {
            _byNoun[noun] = speaker;
        }
    }

    /// <summary>Whom the definite noun phrase means, or null.</summary>
    /// <param name="text">The article.</param>
    /// <param name="words">The phrase with its article.</param>
    public Speaker? Find(string text, List<NameWord> words)
    {
        int at = words[0].Span.Start;
        ReadOnlySpan<char> determiner = words[0].Span.SliceOf(text);
        if (words.Count < 2 || !(determiner.Equals("the", StringComparison.OrdinalIgnoreCase)
            || determiner.Equals("both", StringComparison.OrdinalIgnoreCase) || determiner is "its" or "Its" or "their" or "Their"))
        {
            return null;
        }

        string head = Head(text, words);
        return ByOffice(text, words, at) ?? Several(text, words, at) ?? _byNoun.GetValueOrDefault(head) ?? ByNoun(head, words.Count, at);
    }

    private Speaker? ByOffice(string text, List<NameWord> words, int at)
    {
        List<Office> offices = Offices.Find(text, words, 0, words.Count);
        if (offices.Count == 0 || offices[0].Start > 2)
        {
            return null;
        }

        Office office = offices[0];
        CastMember? member = _context.Cast.Nearest(at, candidate => candidate.IsPerson && candidate.Answers(office));
        return member is null ? null : Speaker.Of(member);
    }

    // "the two leaders", "both sides", "the presidents": the last two different ones named.
    private Speaker? Several(string text, List<NameWord> words, int at)
    {
        string head = Head(text, words);
        bool people = head is "leaders" or "presidents" or "ministers" or "men" or "women" or "diplomats" or "envoys" or "politicians";
        bool parties = head is "sides" or "countries" or "governments" or "parties" or "capitals" or "nations" or "states" or "neighbours" or "neighbors";
        bool counted = words[0].Span.SliceOf(text).Equals("both", StringComparison.OrdinalIgnoreCase)
            || words[1].Span.SliceOf(text) is "two" or "warring" or "rival";
        if (!counted || !(people || parties))
        {
            return null;
        }

        CastMember? last = null;
        for (int i = _context.Cast.FirstFrom(at) - 1; i >= 0; i--)
        {
            CastMember member = _context.Cast.Mentions[i].Member;
            if (people ? !_context.IsSurePerson(member) : member.IsPerson || member.PartyId is null)
            {
                continue;
            }

            if (last is not null && member.Name != last.Name && (people || member.PartyId != last.PartyId))
            {
                string? party = member.PartyId == last.PartyId ? last.PartyId : null;
                return new Speaker($"{member.Name} and {last.Name}", party, IsPerson: false);
            }

            last ??= member;
        }

        return null;
    }

    private Speaker? ByNoun(string head, int length, int at)
    {
        bool state = head is "country" or "nation" or "bloc" or "alliance" or "kingdom" or "republic" or "administration";
        if (VoiceNouns.KindOf(head) is not (VoiceNoun.Body or VoiceNoun.Government) && !state)
        {
            return null;
        }

        string ending = " " + head;
        CastMember? named = _context.Cast.Nearest(
            at, member => !member.IsPerson && member.PartyId is not null && member.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (named is not null)
        {
            return Speaker.Of(named);
        }

        CastMember? party = state && length == 2 ? _context.Cast.Nearest(at, member => !member.IsPerson && member.PartyId is not null) : null;
        return party is null ? null : Speaker.Of(party);
    }

    private static string Head(string text, List<NameWord> words) => words[SourceWords.EndOfHead(text, words) - 1].Span.Of(text);
}
