using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Parties;

/// <summary>Finds the actors and parties of a codebook behind the words that name them. Immutable; safe to share between threads.</summary>
public sealed class ActorDirectory
{
    // A noun phrase with its appositions; what goes on longer is a sentence, and its first words tell enough.
    private const int LongestMention = 60;

    private readonly ActorNames _names;
    private readonly MentionReader _reader;
    private readonly AuthorityReader _authorities;
    private readonly ILookup<string, (Party Party, Actor Actor)> _people;
    private readonly Dictionary<(string Party, string Name), List<(Party Party, Actor Actor, bool IsPerson)>> _listed = [];

    /// <summary>Builds the directory of <paramref name="codebook"/>.</summary>
    public ActorDirectory(Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        Codebook = codebook;
        _names = new ActorNames(codebook);
        _reader = new MentionReader(codebook, _names);
        _authorities = new AuthorityReader(codebook);
        _people = codebook.Parties.SelectMany(party => party.People.Select(person => (party, person))).ToLookup(entry => entry.person.Name);
        foreach (Party party in codebook.Parties)
        {
            party.People.ToList().ForEach(person => List(party, person, isPerson: true));
            party.Bodies.ToList().ForEach(body => List(party, body, isPerson: false));
        }
    }

    /// <summary>The codebook it was built from.</summary>
    public Codebook Codebook { get; }

    /// <summary>Whom <paramref name="mention"/> names.</summary>
    /// <param name="mention">A noun phrase of a text: "Foreign Minister Anna Berg", "Berg", "the Kremlin", "Valdorian officials".</param>
    /// <param name="day">
    /// Day the words were said, for actors limited to a period: of several it names, the one whose period holds the day or
    /// comes nearest; null when unknown, then the first in the codebook.
    /// </param>
    /// <returns>The actor and its party, or null when the codebook knows none by that name or two equally well.</returns>
    public ActorMatch? Find(string mention, DateOnly? day = null)
    {
        ArgumentNullException.ThrowIfNull(mention);
        List<NameWord> words = NameWords.Read(mention, new TextSpan(0, mention.Length), LongestMention);
        return words.Count == 0 ? null : _reader.Read(mention, words, 0, words.Count, day);
    }

    /// <summary>With what authority the holder called <paramref name="name"/> speaks for a party, as far as the codebook tells.</summary>
    /// <param name="name">Name as records and ledger show it.</param>
    /// <param name="partyId">Codebook id of the party.</param>
    /// <param name="day">Day of the words, for offices held during a period; null when unknown, then the first entry counts.</param>
    /// <returns>The authority, or null when the codebook lists nobody by that name for the party.</returns>
    public Authority? AuthorityOf(string name, string partyId, DateOnly? day = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(partyId);
        Authority? best = null;
        foreach ((Party party, Actor actor, bool isPerson) in _listed.GetValueOrDefault((partyId, name)) ?? [])
        {
            Authority authority = _authorities.Listed(actor, party, isPerson, day);
            best = best is null || authority.Level < best.Level ? authority : best;
        }

        return best;
    }

    /// <summary>All entries of the codebook for the person called <paramref name="name"/>, one for each party or period.</summary>
    internal IEnumerable<(Party Party, Actor Actor)> People(string name) => _people[name];

    /// <summary>The state that <paramref name="partyId"/> is the government of; null for other parties and for unions of states.</summary>
    internal Country? StateOf(string partyId) => _names.StateOf(partyId);

    /// <summary>The weight of the voice of whoever holds <paramref name="office"/> for a party.</summary>
    internal AuthorityLevel LevelOf(Office office, string? partyId) => _authorities.LevelOf(office, partyId);

    /// <summary>The party that an office or membership belongs to: "Valdorian finance minister", "chair of the Dockers' Union".</summary>
    /// <returns>The first actor the words name, or null.</returns>
    internal ActorMatch? Affiliation(string phrase, DateOnly? day)
    {
        List<NameWord> words = NameWords.Read(phrase, new TextSpan(0, phrase.Length), LongestMention);
        List<NameHit> hits = _reader.Hits(phrase, words, 0, words.Count, day);
        return hits.Count == 0 ? null : hits[0].Name.ToMatch();
    }

    /// <summary>All places in <paramref name="span"/> that name an actor, in text order, none overlapping. Linear in the length of the span.</summary>
    /// <remarks>Capitals and states after "in", "near" and the like are places and left out; so are adjectives alone ("Russian oil").</remarks>
    /// <param name="text">The text.</param>
    /// <param name="span">The stretch to look in, for example a sentence.</param>
    /// <param name="day">As in <see cref="Find"/>.</param>
    public IReadOnlyList<ActorMention> Scan(string text, TextSpan span, DateOnly? day = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Scan(text, NameWords.Read(text, span), day);
    }

    /// <summary>As <see cref="Scan(string, TextSpan, DateOnly?)"/>, for words already read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="day">As in <see cref="Find"/>.</param>
    /// <param name="document">The text analysed, so that no verb is taken into a mention ("Norland sent envoys"); null where it is not.</param>
    internal List<ActorMention> Scan(string text, List<NameWord> words, DateOnly? day, Document? document = null) =>
        ActorScanner.Scan(_reader, text, words, day, document);

    private void List(Party party, Actor actor, bool isPerson)
    {
        if (!_listed.TryGetValue((party.Id, actor.Name), out List<(Party, Actor, bool)>? entries))
        {
            _listed[(party.Id, actor.Name)] = entries = [];
        }

        entries.Add((party, actor, isPerson));
    }
}
