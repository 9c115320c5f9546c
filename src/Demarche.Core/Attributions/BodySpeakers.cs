using System.Collections.Frozen;
using Demarche.Core.Parties;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Finds which body or party "the ministry", "the authorities", "the country", "the company" or "its embassy" means inside an article.</summary>
internal sealed class BodySpeakers
{
    // Written by us: what a state is called instead of its name.
    private static readonly FrozenSet<string> States = new[]
    {
        "country", "nation", "republic", "kingdom", "state", "neighbour", "neighbor", "monarchy", "superpower",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Written by us: what a party that is no single state is called instead of its name.
    private static readonly FrozenSet<string> Groups = new[]
    {
        "bloc", "alliance", "union", "league", "organisation", "organization", "movement", "group", "company", "firm", "carrier", "airline",
        "operator", "manufacturer", "maker", "producer", "utility", "supplier", "employer", "club", "team", "association", "federation",
        "coalition", "militia", "guild", "body", "giant", "conglomerate", "charity", "trust", "society", "chamber", "network", "studio", "retailer", "startup", "lender", "bank",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Written by us: adjectives of bodies that every state has.
    private static readonly FrozenSet<string> Generic = new[]
    {
        "supreme", "constitutional", "high", "federal", "national", "state", "central", "security", "upper", "lower", "general", "public",
        "presidential", "military", "armed", "civil", "ruling", "new", "interim", "transitional", "caretaker", "current", "prime", "minister's",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Written by us: adjectives of bodies below the state.
    private static readonly FrozenSet<string> Regional = new[] { "regional", "local", "provincial", "city", "municipal", "district", "island" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // A spokesman without a body speaks for whom the sentence or the two before it are about.
    private const int UnownedBack = 2;

    private readonly SpeakerContext _context;
    private readonly ActorDirectory? _actors;
    private readonly DateOnly? _day;
    private readonly OwnerFinder _owners;

    /// <summary>For one article.</summary>
    public BodySpeakers(SpeakerContext context, ActorDirectory? actors, DateOnly? day)
    {
        _context = context;
        _actors = actors;
        _day = day;
        _owners = new OwnerFinder(context, actors);
    }

    /// <summary>Whom "its embassy" or "his spokesman" means: the body or office in the state or party of the one the pronoun means; or null.</summary>
    public Speaker? Owned(string text, List<NameWord> words, Speaker? outer)
    {
        Pronoun pronoun = Pronouns.Of(words[0].Span.SliceOf(text));
        int at = words[0].Span.Start;
        Speaker? owner = pronoun switch
        {
            Pronoun.I or Pronoun.We => outer,
            Pronoun.He or Pronoun.She => (outer is { IsPerson: true } ? outer : SpokeBefore(at)) ?? _context.Last(at, isPerson: true),
            _ => _context.Last(at, isPerson: false),
        };
        string phrase = SourceWords.Phrase(text, words);
        bool speaks = VoiceNouns.KindOf(SourceWords.Head(text, words)) is not null || Offices.Find(phrase).Count > 0;
        if (!speaks || owner?.PartyId is not { } party || _actors is null || (IsGovernment(SourceWords.Head(text, words)) && !Governs(party)))
        {
            return null;
        }

        string name = _actors.StateOf(party) is { } state ? AdjectiveOf(state) : PartyName(party) + "'s";
        return _actors.Find($"{name} {phrase}", _day) is { } match && match.PartyId == party
            ? Speaker.Of(match)
            : new Speaker(PartyName(party), party, IsPerson: false);
    }

    private static bool IsGovernment(string head) => head.Equals("government", StringComparison.OrdinalIgnoreCase) || head.Equals("cabinet", StringComparison.OrdinalIgnoreCase);

    // "the miners looked to their government": it is theirs, and not they. A party that is a state or names its government has one of its own.
    private bool Governs(string partyId) =>
        _actors!.StateOf(partyId) is not null
        || _actors.Codebook.Parties.First(party => party.Id == partyId) is var party
            && party.Names.Append(party.Name).Any(name => name.Contains("government", StringComparison.OrdinalIgnoreCase) || name.Contains("cabinet", StringComparison.OrdinalIgnoreCase));

    // "Berg blamed Holm for the delay. His party wants a vote": who spoke in the sentence before goes on being spoken of.
    private Speaker? SpokeBefore(int at)
    {
        int sentence = _context.SentenceAt(at);
        return _context.PersonIn(sentence) ?? (sentence > 0 ? _context.PersonIn(sentence - 1) : null);
    }

    /// <summary>The body of the dateline's state that the codebook lists by the words of a bare "the trade ministry"; or null.</summary>
    public Speaker? AtHome(string text, List<NameWord> words)
    {
        string phrase = SourceWords.Phrase(text, words);
        return _owners.Dateline is { } state && IsMinistry(phrase) && _actors?.Find($"{AdjectiveOf(state)} {phrase}", _day) is { IsListed: true } home
            ? Speaker.Of(home)
            : null;
    }

    /// <summary>Whom a phrase without an article means: "Foreign Ministry", "officials"; or null.</summary>
    public Speaker? Bare(string text, List<NameWord> words)
    {
        string phrase = SourceWords.Phrase(text, words);
        VoiceNoun? kind = VoiceNouns.KindOf(SourceWords.Head(text, words));
        bool isTitle = kind == VoiceNoun.Body && char.IsUpper(phrase[0]) && IsMinistry(phrase);
        bool isPlural = kind is VoiceNoun.People or VoiceNoun.Government && phrase.EndsWith('s') && !phrase.Contains(' ', StringComparison.Ordinal);
        return isTitle ? Named(phrase, words[0].Span.Start) ?? In(_owners.At(words[0].Span.Start), phrase)
            : isPlural ? In(_owners.Dateline, phrase)
            : null;
    }

    /// <summary>For whom "a spokesman" without a body of his own speaks: who spoke just before, or the only party that the sentences before name; or null.</summary>
    public Speaker? Unowned(string text, List<NameWord> words)
    {
        bool isVoice = words.Count == 2 && NounPhrase.IsDeterminer(words[0].Span.SliceOf(text))
            && words[1].Span.SliceOf(text).StartsWith("spokes", StringComparison.OrdinalIgnoreCase);
        int at = words[0].Span.Start;
        int sentence = _context.SentenceAt(at);
        for (int s = sentence; isVoice && s >= Math.Max(0, sentence - UnownedBack); s--)
        {
            if (_context.OtherIn(s) is { PartyId: not null } spoke)
            {
                return spoke;
            }

            if (OnlyParty(s, at) is { } named)
            {
                return named;
            }
        }

        return null;
    }

    private Speaker? OnlyParty(int sentence, int before)
    {
        TextSpan span = _context.SentenceSpan(sentence);
        CastMention[] named =
        [
            .. _context.Cast.From(span.Start).TakeWhile(mention => mention.Span.Start < Math.Min(span.End, before))
                .Where(mention => mention.Member is { IsPerson: false, PartyId: not null }),
        ];
        return named.Length > 0 && Array.TrueForAll(named, mention => mention.Member.PartyId == named[0].Member.PartyId) ? Speaker.Of(named[0].Member) : null;
    }

    /// <summary>Whom a definite noun phrase means, or null.</summary>
    /// <param name="text">The article.</param>
    /// <param name="words">The phrase with its article.</param>
    /// <param name="outer">Speaker of the attribution that holds it, or null.</param>
    public Speaker? Find(string text, List<NameWord> words, Speaker? outer)
    {
        string head = SourceWords.Head(text, words);
        string phrase = SourceWords.Phrase(text, words);
        int at = words[0].Span.Start;
        if (States.Contains(head))
        {
            // "Halvik praised the northern neighbour": another state than his own.
            bool isOther = phrase.Contains(' ', StringComparison.Ordinal) || head.StartsWith("neighb", StringComparison.OrdinalIgnoreCase);
            Speaker? near = isOther ? outer ?? _context.PersonIn(_context.SentenceAt(at)) ?? Subject(at) : null;
            return OfState(_owners.Named(at, near?.PartyId)) ?? Group(at, isState: true);
        }

        VoiceNoun? kind = VoiceNouns.KindOf(head);
        if (Named(phrase, at) is { } named && (kind is not null || Groups.Contains(head) || (char.IsUpper(phrase[0]) && phrase.Contains(' ', StringComparison.Ordinal))))
        {
            return named;
        }

        if (Groups.Contains(head))
        {
            return Group(at, isState: false);
        }

        // "the parties" are those of the dispute, of no one state.
        string[] modifiers = phrase.Split(' ')[..^1];
        bool isOwned = kind is VoiceNoun.Body or VoiceNoun.Government or VoiceNoun.People && !head.Equals("parties", StringComparison.OrdinalIgnoreCase);
        if (isOwned && modifiers.Any(Regional.Contains))
        {
            return Region(at, phrase);
        }

        return isOwned && (IsMinistry(phrase) || Array.TrueForAll(modifiers, Generic.Contains)) ? In(_owners.At(at), phrase) : null;
    }

    // The body that the article called by its whole name: "the Port Authority ... the authority".
    private Speaker? Named(string phrase, int at)
    {
        string ending = " " + phrase;
        CastMember? named = _context.Cast.Nearest(
            at, member => !member.IsPerson && member.PartyId is not null && member.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return named is null ? null : Speaker.Of(named);
    }

    // "the trade ministry" is one, as there are trade ministers.
    private static bool IsMinistry(string phrase)
    {
        const string Ministry = " ministry";
        bool isMinistry = phrase.EndsWith(Ministry, StringComparison.OrdinalIgnoreCase) || phrase.EndsWith(" department", StringComparison.OrdinalIgnoreCase);
        return isMinistry && Offices.Find(phrase[..phrase.LastIndexOf(' ')] + " minister") is [{ Start: 0 }];
    }

    // "the regional council": of the party named last that is no state.
    private Speaker? Region(int at, string phrase)
    {
        CastMember? member = _context.Cast.Nearest(at, candidate => candidate.PartyId is { } party && _actors?.StateOf(party) is null);
        return member is null ? null : new Speaker(phrase, member.PartyId, IsPerson: false);
    }

    private Speaker? In(Country? state, string phrase)
    {
        if (state is null)
        {
            return null;
        }

        string name = $"{AdjectiveOf(state)} {phrase}";
        return _actors?.Find(name, _day) is { } match
            ? Speaker.Of(match)
            : VoiceNouns.KindOf(phrase.AsSpan(phrase.LastIndexOf(' ') + 1)) == VoiceNoun.Body ? new Speaker(name, null, IsPerson: false) : null;
    }

    private Speaker? OfState(Country? state) =>
        state is null ? null : _actors?.Find(state.Name, _day) is { } match ? Speaker.Of(match) : new Speaker(state.Name, null, IsPerson: false);

    private Speaker? Group(int at, bool isState)
    {
        CastMember? member = _context.Cast.Nearest(
            at, candidate => candidate is { IsPerson: false, PartyId: { } party } && _actors?.StateOf(party) is not null == isState);
        return member is null ? null : Speaker.Of(member);
    }

    // Who is named first in the sentence.
    private Speaker? Subject(int at)
    {
        CastMention first = _context.Cast.From(_context.SentenceSpan(_context.SentenceAt(at)).Start).FirstOrDefault();
        return first.Member is { } member && first.Span.Start < at ? Speaker.Of(member) : null;
    }

    private static string AdjectiveOf(Country state) => state.Adjectives.Count > 0 ? state.Adjectives[0] : state.Name;

    private string PartyName(string partyId) => ActorNames.LedgerName(_actors!.Codebook.Parties.First(party => party.Id == partyId));
}
