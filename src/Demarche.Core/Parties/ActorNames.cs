using Demarche.Nlp.Text;

namespace Demarche.Core.Parties;

/// <summary>All names that lead to the actors of one codebook, those it lists and those that follow from it.</summary>
internal sealed class ActorNames
{
    // Parts of a surname that stand before its last word.
    private static readonly HashSet<string> Particles =
        ["al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ter", "van", "von", "De", "Van", "El", "Al"];

    private readonly NameTrie<ActorName> _trie = new();
    private readonly Dictionary<string, Country> _countries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Country> _seats = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Country> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _houses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Country> _adjectives = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects the names of <paramref name="codebook"/>.</summary>
    public ActorNames(Codebook codebook)
    {
        foreach (Country country in Countries.All)
        {
            AddAll(_countries, country.Names, country);
            AddAll(_countries, country.People, country);
            AddAll(_seats, country.Seats, country);
            AddAll(_adjectives, country.Adjectives, country);
        }

        foreach (Party party in codebook.Parties)
        {
            AddParty(party);
        }
    }

    /// <summary>The longest name that starts at the word <paramref name="start"/>, with all it may stand for.</summary>
    public bool TryMatch(string text, List<NameWord> words, int start, out int end, out List<ActorName> names) =>
        _trie.TryMatch(text, words, start, out end, out names);

    /// <summary>The state whose name or adjective stands in <paramref name="role"/>, or null.</summary>
    public Country? CountryIn(string role)
    {
        List<NameWord> words = NameWords.Read(role, new TextSpan(0, role.Length), 40);
        foreach (NameWord word in words)
        {
            string spelled = word.Span.Of(role);
            if (char.IsUpper(spelled[0])
                && (_countries.TryGetValue(spelled, out Country? country) || _adjectives.TryGetValue(spelled, out country)))
            {
                return country;
            }
        }

        return _countries.Values.Distinct().FirstOrDefault(
            country => country.Name.Contains(' ', StringComparison.Ordinal) && role.Contains(country.Name, StringComparison.Ordinal));
    }

    /// <summary>Whether <paramref name="word"/> is the name or the adjective of a state, in the codebook or not.</summary>
    public bool IsState(string word) => char.IsUpper(word[0]) && (_countries.ContainsKey(word) || _adjectives.ContainsKey(word));

    /// <summary>The name a ledger shows for <paramref name="party"/>: the longest listed name its own name begins with, else that name without brackets.</summary>
    public static string LedgerName(Party party)
    {
        string bare = party.Name;
        int bracket = bare.IndexOf('(', StringComparison.Ordinal);
        bare = bracket > 0 ? bare[..bracket].TrimEnd() : bare;
        string? listed = party.Names
            .Where(name => bare.StartsWith(name, StringComparison.Ordinal) && (bare.Length == name.Length || bare[name.Length] == ' '))
            .OrderByDescending(name => name.Length).FirstOrDefault();
        return listed ?? bare;
    }

    /// <summary>The state that <paramref name="partyId"/> is the government of; null for other parties and for unions of states.</summary>
    public Country? StateOf(string partyId) => _states.GetValueOrDefault(partyId);

    /// <summary>Who speaks through the unnamed holder of <paramref name="office"/> of a party's leader: its listed palace for a spokesman, else the party.</summary>
    public ActorMatch Speaking(Party party, Office? office)
    {
        string? house = office is { Name: "spokesperson" } ? _houses.GetValueOrDefault(party.Id) : null;
        return new ActorMatch(house ?? LedgerName(party), party.Id, IsPerson: false);
    }

    private static void AddAll(Dictionary<string, Country> index, IEnumerable<string> names, Country country)
    {
        foreach (string name in names)
        {
            index.TryAdd(WithoutArticle(name), country);
        }
    }

    private static string WithoutArticle(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private void AddParty(Party party)
    {
        string ledgerName = LedgerName(party);
        var tied = new HashSet<Country>();
        string[] names = [.. party.Names.Append(ledgerName).Append(party.Name).Distinct(StringComparer.Ordinal)];
        foreach (string name in names)
        {
            if (_countries.TryGetValue(WithoutArticle(name), out Country? country))
            {
                tied.Add(country);
            }
        }

        foreach (string name in names)
        {
            AddListed(party, name, ledgerName, tied);
        }

        // Spellings that follow from a listed one come after all listed ones, which they must not cover.
        foreach (string name in names)
        {
            foreach (string spelled in BodySpellings.Of(name, tied).Except(names, StringComparer.Ordinal))
            {
                _trie.Add(spelled, new ActorName { Kind = NameKind.Party, Party = party, LedgerName = NameFor(party, name, ledgerName, tied) });
            }
        }

        bool single = tied.Count == 1;
        if (single)
        {
            _states[party.Id] = tied.First();
        }

        foreach (Country country in tied)
        {
            bool main = single || country.Name == ledgerName;
            AddCountry(party, country, main ? ledgerName : country.Name, isListed: true);
        }

        AddSuccessor(party, tied);
        AddActors(party, party.Bodies, NameKind.Body, tied);
        AddActors(party, party.People, NameKind.Person, tied);
    }

    private bool IsSeatOf(string name, HashSet<Country> tied) =>
        _seats.TryGetValue(WithoutArticle(name), out Country? seatOf) && tied.Contains(seatOf);

    private void AddListed(Party party, string name, string ledgerName, HashSet<Country> tied)
    {
        _countries.TryGetValue(WithoutArticle(name), out Country? country);
        _trie.Add(name, new ActorName
        {
            Kind = country is not null ? NameKind.Country : IsSeatOf(name, tied) ? NameKind.Seat : NameKind.Party,
            Party = party,
            LedgerName = NameFor(party, name, ledgerName, tied),
            Country = country,
            IsListed = true,
        });
        if (country is null && !name.Contains(' ', StringComparison.Ordinal) && name.Length > 3 && char.IsUpper(name[0]))
        {
            foreach (string adjective in Adjectives(name))
            {
                _trie.Add(adjective, new ActorName { Kind = NameKind.Adjective, Party = party, LedgerName = ledgerName });
            }
        }
    }

    // What a state lists is the state ("US officials", a capital), unless it is an institution with a voice of its own (a ministry,
    // a palace); "EU" is its long name; anything else goes by the name it is listed under.
    private string NameFor(Party party, string name, string ledgerName, HashSet<Country> tied)
    {
        string bare = WithoutArticle(name);
        if (_countries.TryGetValue(bare, out Country? country))
        {
            return tied.Count == 1 || country.Name == ledgerName ? ledgerName : country.Name;
        }

        bool isHouse = _seats.TryGetValue(bare, out Country? seatOf) && seatOf.Houses.Any(house => WithoutArticle(house) == bare);
        if (isHouse && tied.Contains(seatOf!))
        {
            _houses.TryAdd(party.Id, name);
        }

        bool institution = isHouse || VoiceNouns.KindOf(HeadNoun(bare)) == VoiceNoun.Body;
        bool stateLike = char.IsUpper(ledgerName[0]) && party.Names.Contains(ledgerName)
            && (!ledgerName.Contains(' ', StringComparison.Ordinal) || tied.Any(state => state.Name == ledgerName));
        if (name == party.Name || (stateLike && !institution) || IsShorthand(name, ledgerName))
        {
            return ledgerName;
        }

        return seatOf is not null && !isHouse ? party.Names[0] : Twin(party, name) ?? name;
    }

    // "the harbour bosses", "the Guild", "Orsk" of Orsk Lines: how a party with a name of its own is spoken of is none; "miners" of "Miners of Lenne" are those alone.
    private static bool IsShorthand(string name, string ledgerName)
    {
        string bare = WithoutArticle(name);
        bool isCommon = !bare.Any(char.IsUpper) && !ledgerName.StartsWith(bare + " ", StringComparison.OrdinalIgnoreCase);
        bool isPart = ledgerName.StartsWith(bare + " ", StringComparison.Ordinal)
            || (bare.Length < name.Length && !bare.Contains(' ', StringComparison.Ordinal) && ledgerName.EndsWith(" " + bare, StringComparison.Ordinal));
        return char.IsUpper(ledgerName[0]) ? isCommon || isPart : bare == ledgerName;
    }

    // "Cabinet of Ministers" is a cabinet.
    private static ReadOnlySpan<char> HeadNoun(string phrase)
    {
        int of = phrase.IndexOf(" of ", StringComparison.Ordinal);
        ReadOnlySpan<char> head = of > 0 ? phrase.AsSpan(0, of) : phrase;
        return head[(head.LastIndexOf(' ') + 1)..];
    }

    // "EU" and "European Union" are one; a ledger shows the one that is listed first.
    private static string? Twin(Party party, string name)
    {
        string letters = name.Replace(".", "", StringComparison.Ordinal);
        return party.Names.FirstOrDefault(
            other => other == name || Initials(other) == letters || Initials(name) == other.Replace(".", "", StringComparison.Ordinal));
    }

    private static string? Initials(string name)
    {
        string initials = string.Concat(name.Split(' ').Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => word[0]));
        return initials.Length > 1 && name.Contains(' ', StringComparison.Ordinal) ? initials : null;
    }

    private static IEnumerable<string> Adjectives(string name)
    {
        string stem = name[^1] is 'a' or 'e' or 'i' or 'o' or 'y' ? name[..^1] : name;
        stem = stem.EndsWith('i') ? stem[..^1] : stem;
        return [stem + "ian", stem + "an", name + "n", name + "an", stem + "ese", stem + "i", name + "er", stem + "ish", stem + "ic"];
    }

    private void AddCountry(Party party, Country country, string ledgerName, bool isListed)
    {
        void Add(IEnumerable<string> names, NameKind kind, bool listed = false, bool isWholeOnly = false)
        {
            foreach (string name in names)
            {
                _trie.Add(name, new ActorName
                {
                    Kind = kind,
                    Party = party,
                    LedgerName = ledgerName,
                    Country = country,
                    IsListed = listed,
                    IsWholeOnly = isWholeOnly || country.Ambiguous.Contains(name),
                });
            }
        }

        Add(country.Names, NameKind.Country, isListed);
        Add(country.People.Where(country.Adjectives.Contains), NameKind.Country);
        Add(country.People.Except(country.Adjectives), NameKind.Country, isWholeOnly: true);
        Add(country.Adjectives, NameKind.Adjective);
        Add(country.Seats, NameKind.Seat);
    }

    // A party with a period that is named as a country's government has the country's names during that period
    // ("Ukrainian Cabinet", until a day); outside it the party that lists the country itself does.
    private void AddSuccessor(Party party, HashSet<Country> tied)
    {
        if (party.From is null && party.Until is null)
        {
            return;
        }

        foreach (string name in party.Names)
        {
            string[] words = WithoutArticle(name).Split(' ');
            if (words.Length == 2 && (VoiceNouns.KindOf(words[1]) == VoiceNoun.Government || words[1] is "cabinet" or "Cabinet")
                && _adjectives.TryGetValue(words[0], out Country? country) && tied.Add(country))
            {
                AddCountry(party, country, country.Name, isListed: false);
            }
        }
    }

    private void AddActors(Party party, IReadOnlyList<Actor> actors, NameKind kind, HashSet<Country> tied)
    {
        foreach (Actor actor in actors)
        {
            var name = new ActorName { Kind = kind, Party = party, LedgerName = actor.Name, Actor = actor, IsListed = true };
            string[] listed = [.. actor.Names.Prepend(actor.Name).Distinct(StringComparer.Ordinal)];
            foreach (string spelled in listed)
            {
                _trie.Add(spelled, name);
            }

            IEnumerable<string> following = kind == NameKind.Body ? listed.SelectMany(spelled => BodySpellings.Of(spelled, tied)) : [];
            foreach (string spelled in following.Except(listed, StringComparer.Ordinal).Distinct(StringComparer.Ordinal))
            {
                _trie.Add(spelled, name with { IsListed = false });
            }

            if (kind == NameKind.Person && CommitteeIn(actor.Role) is { } committee)
            {
                _trie.Add(committee, new ActorName { Kind = NameKind.Party, Party = party, LedgerName = committee });
            }

            if (kind == NameKind.Person && Surname(actor.Name) is { } surname && !actor.Names.Contains(surname))
            {
                _trie.Add(surname, name with { IsListed = false });
            }
        }
    }

    // "chair of the planning committee": the committee is the party's, though the codebook does not list it.
    private static string? CommitteeIn(string? role)
    {
        const string Of = " of the ";
        int of = role?.LastIndexOf(Of, StringComparison.Ordinal) ?? -1;
        string body = of < 0 ? "" : role![(of + Of.Length)..];
        return body.EndsWith(" committee", StringComparison.Ordinal) ? body : null;
    }

    /// <summary>The surname of a full name, with its particles: "von der Leyen"; null for a single word.</summary>
    public static string? Surname(string fullName)
    {
        string[] words = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return null;
        }

        int first = words.Length - 1;
        while (first > 1 && Particles.Contains(words[first - 1]))
        {
            first--;
        }

        return string.Join(' ', words[first..]);
    }
}
