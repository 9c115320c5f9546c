namespace Demarche.Core.Parties;

/// <summary>Who of a codebook holds which office.</summary>
internal sealed class OfficeHolders
{
    private readonly Dictionary<string, List<Holder>> _holders = new(StringComparer.Ordinal);

    /// <summary>Reads the offices out of the roles in <paramref name="codebook"/>.</summary>
    public OfficeHolders(Codebook codebook, ActorNames names)
    {
        foreach (Party party in codebook.Parties)
        {
            var holders = new List<Holder>();
            foreach (Actor person in party.People.Where(person => person.Role is not null))
            {
                Country? country = names.CountryIn(person.Role!);
                foreach (Office office in Offices.Find(person.Role!))
                {
                    holders.Add(new Holder(person, office, country));
                }
            }

            _holders[party.Id] = holders;
        }
    }

    /// <summary>The one person who holds <paramref name="office"/> on <paramref name="day"/> in what <paramref name="owner"/> names; null when nobody or several do.</summary>
    /// <param name="owner">Whose office.</param>
    /// <param name="office">Which office.</param>
    /// <param name="day">When, or null.</param>
    /// <param name="spelled">The owner as the text spells it: of several leaders, the one whose role names it is meant.</param>
    public ActorMatch? Find(ActorName owner, Office office, DateOnly? day, string spelled)
    {
        Party party = owner.Party;
        bool main = owner.Country is null || owner.LedgerName == ActorNames.LedgerName(party) || owner.IsListed is false;
        Actor? exact = null;
        Actor? wider = null;
        int exactCount = 0;
        int widerCount = 0;
        bool isNamed = _holders[owner.Party.Id].Exists(holder => IsOf(holder, spelled));
        foreach (Holder holder in _holders[party.Id])
        {
            bool own = holder.Country is null ? main : owner.Country is null || holder.Country == owner.Country;
            if (!own || (isNamed && !IsOf(holder, spelled)) || holder.Office.Rank != office.Rank || !Holds(holder.Person, day))
            {
                continue;
            }

            if (holder.Office.Name == office.Name)
            {
                exactCount += exact == holder.Person ? 0 : 1;
                exact = holder.Person;
            }
            else if (Offices.Answers(holder.Office.Name, office.Name))
            {
                widerCount += wider == holder.Person ? 0 : 1;
                wider = holder.Person;
            }
        }

        Actor? person = exactCount == 1 ? exact : exactCount == 0 && widerCount == 1 ? wider : null;
        return person is null ? null : new ActorMatch(person.Name, party.Id, IsPerson: true) { Role = person.Role, IsListed = true, Actor = person };
    }

    private static bool IsOf(Holder holder, string owner) => holder.Person.Role!.Contains(owner, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(Actor person, DateOnly? day) =>
        day is not { } known || ((person.From is not { } from || from <= known) && (person.Until is not { } until || known <= until));

    private readonly record struct Holder(Actor Person, Office Office, Country? Country);
}
