using System.Collections.Frozen;
using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Finds whom "the two leaders", "both sides" or "the presidents" means.</summary>
internal sealed class PluralSpeakers
{
    // Who is meant together was named together, a few sentences ago at most.
    private const int SentencesBack = 3;

    // Written by us.
    private static readonly FrozenSet<string> People = new[]
    {
        "leaders", "presidents", "ministers", "men", "women", "diplomats", "envoys", "politicians", "officials", "negotiators", "premiers",
        "chairmen", "spokesmen", "mediators", "generals", "executives", "candidates",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Groups = new[]
    {
        "sides", "countries", "governments", "parties", "capitals", "capital", "side", "nations", "states", "neighbours", "neighbors",
        "powers", "rivals", "allies", "foes", "companies", "unions", "clubs", "organisations", "organizations", "groups",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly SpeakerContext _context;

    /// <summary>For one article.</summary>
    public PluralSpeakers(SpeakerContext context) => _context = context;

    /// <summary>The two or more that the phrase means, joined; or null.</summary>
    public Speaker? Find(string text, List<NameWord> words)
    {
        string head = SourceWords.Head(text, words);
        ReadOnlySpan<char> first = words[0].Span.SliceOf(text);
        ReadOnlySpan<char> second = words[1].Span.SliceOf(text);
        bool isPair = first is "both" or "Both" or "each" or "Each" || second is "two" or "warring" or "rival" or "opposing";
        if (Groups.Contains(head) && (isPair || head == "sides"))
        {
            return Last(words[0].Span.Start, member => !member.IsPerson && member.PartyId is not null, isParty: true);
        }

        if (!People.Contains(head))
        {
            return null;
        }

        return isPair ? Last(words[0].Span.Start, _context.IsSurePerson, isParty: false) : Office(text, words, head);
    }

    // The last two different ones named.
    private Speaker? Last(int at, Func<CastMember, bool> fits, bool isParty)
    {
        CastMember? last = null;
        foreach (CastMention mention in _context.Cast.Before(at))
        {
            CastMember member = mention.Member;
            if (!fits(member))
            {
                continue;
            }

            if (last is not null && member.Name != last.Name && (!isParty || member.PartyId != last.PartyId))
            {
                return Speaker.Joint([Speaker.Of(member), Speaker.Of(last)]);
            }

            last ??= member;
        }

        return null;
    }

    // "the presidents": all whom the last sentences name by that office.
    private Speaker? Office(string text, List<NameWord> words, string head)
    {
        string singular = head.EndsWith("men", StringComparison.Ordinal) ? head[..^2] + "an" : head[..^1];
        List<Office> offices = Offices.Find(singular);
        int at = words[0].Span.Start;
        if (offices.Count == 0 || SourceWords.EndOfHead(text, words) > 2)
        {
            return null;
        }

        int from = _context.SentenceSpan(Math.Max(0, _context.SentenceAt(at) - SentencesBack)).Start;
        var named = new List<Speaker>();
        foreach (CastMention mention in _context.Cast.From(from))
        {
            if (mention.Span.Start >= at)
            {
                break;
            }

            if (mention.Member.IsPerson && mention.Member.Answers(offices[0]) && !named.Exists(other => other.Name == mention.Member.Name))
            {
                named.Add(Speaker.Of(mention.Member));
            }
        }

        return named.Count < 2 ? null : Speaker.Joint(named);
    }
}
