using YamlDotNet.Core;

namespace Demarche.Core.Parties;

/// <summary>Checks what one entry of a codebook cannot tell alone: ids and names that clash, references that lead nowhere.</summary>
internal sealed class CodebookChecks
{
    private readonly CodebookProblems _problems;
    private readonly Dictionary<object, Mark> _marks = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _partyIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _issueIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Issue, bool Inverse)> _terms = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(Issue Issue, CodebookFields Fields)> _issues = [];

    /// <summary>Checks that note what they find in <paramref name="problems"/>.</summary>
    public CodebookChecks(CodebookProblems problems) => _problems = problems;

    /// <summary>Remembers where <paramref name="actor"/> stands.</summary>
    public void Add(Actor actor, Mark mark) => _marks[actor] = mark;

    /// <summary>Checks the id of <paramref name="party"/>.</summary>
    public void Add(Party party, Mark mark)
    {
        _marks[party] = mark;
        if (party.Id.Length > 0 && !_partyIds.Add(party.Id))
        {
            _problems.Error(mark, $"the id '{party.Id}' is given to two parties: every party needs its own");
        }
    }

    /// <summary>Checks the id and the terms of <paramref name="issue"/>.</summary>
    public void Add(Issue issue, CodebookFields fields, List<(string Text, Mark Mark)> terms, List<(string Text, Mark Mark)> inverse)
    {
        _issues.Add((issue, fields));
        if (issue.Id.Length > 0 && !_issueIds.Add(issue.Id))
        {
            _problems.Error(fields.MarkOf("id"), $"the id '{issue.Id}' is given to two issues: every issue needs its own");
        }

        CheckTerms(issue, terms, isInverse: false);
        CheckTerms(issue, inverse, isInverse: true);
    }

    /// <summary>Checks what concerns several entries of <paramref name="codebook"/>.</summary>
    public void CheckWhole(Codebook codebook)
    {
        CheckReferences();
        CheckCircles();
        CheckPartyNames(codebook);
        CheckPeople(codebook);
    }

    private void CheckTerms(Issue issue, List<(string Text, Mark Mark)> terms, bool isInverse)
    {
        foreach ((string term, Mark mark) in terms)
        {
            if (_terms.TryAdd(term, (issue.Id, isInverse)))
            {
                continue;
            }

            (string other, bool otherInverse) = _terms[term];
            if (other != issue.Id)
            {
                _problems.Warn(mark, $"'{term}' is also a term of the issue '{other}': a sentence with it counts for both; a longer phrase would tell them apart");
            }
            else if (otherInverse != isInverse)
            {
                _problems.Error(mark, $"'{term}' is both a term and an inverse of the issue '{issue.Id}': take it out of one list");
            }
            else
            {
                _problems.Warn(mark, $"'{term}' stands twice in the issue '{issue.Id}': one is enough");
            }
        }
    }

    private void CheckReferences()
    {
        string[] known = [.. _issueIds];
        foreach ((Issue issue, CodebookFields fields) in _issues)
        {
            foreach (string id in issue.ExclusiveWith)
            {
                CheckReference(issue, id, "exclusive_with", fields, known);
            }

            if (issue.PartOf is { } whole)
            {
                CheckReference(issue, whole, "part_of", fields, known);
            }
        }
    }

    private void CheckReference(Issue issue, string id, string key, CodebookFields fields, string[] known)
    {
        if (id == issue.Id)
        {
            _problems.Error(fields.MarkOf(key), $"{key} of the issue '{issue.Id}' names the issue itself: take it out");
        }
        else if (!_issueIds.Contains(id))
        {
            _problems.Error(fields.MarkOf(key), $"{key} names an issue '{id}' that does not exist; {CodebookFields.Suggest(id, known)}");
        }
    }

    private void CheckCircles()
    {
        var wholes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach ((Issue issue, _) in _issues)
        {
            wholes.TryAdd(issue.Id, issue.PartOf);
        }

        foreach ((Issue issue, CodebookFields fields) in _issues)
        {
            string? at = issue.PartOf;
            for (int steps = 0; at is not null && at != issue.Id && steps < wholes.Count; steps++)
            {
                at = wholes.GetValueOrDefault(at);
            }

            if (at == issue.Id && issue.PartOf != issue.Id)
            {
                _problems.Error(fields.MarkOf("part_of"), $"the issue '{issue.Id}' is part of itself by way of '{issue.PartOf}': cut one link");
            }
        }
    }

    private void CheckPartyNames(Codebook codebook)
    {
        var owners = new Dictionary<string, Party>(StringComparer.Ordinal);
        foreach (Party party in codebook.Parties)
        {
            foreach (string name in party.Names.Append(party.Name).Distinct(StringComparer.Ordinal))
            {
                if (!owners.TryAdd(name, party) && name.Length > 0 && Overlap(owners[name].From, owners[name].Until, party.From, party.Until))
                {
                    _problems.Warn(_marks[party], $"the name '{name}' stands under the parties '{owners[name].Id}' and '{party.Id}': the first is taken; give periods or take it out of one");
                }
            }
        }
    }

    private void CheckPeople(Codebook codebook)
    {
        var seen = new Dictionary<string, (Actor Actor, Party Party)>(StringComparer.Ordinal);
        var aliases = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (Party party in codebook.Parties)
        {
            foreach (Actor person in party.People)
            {
                if (!seen.TryAdd(person.Name, (person, party)) && person.Name.Length > 0)
                {
                    (Actor other, Party first) = seen[person.Name];
                    WarnOfOverlap(person, party, other, first);
                }

                foreach (string alias in person.Names)
                {
                    if (!aliases.TryAdd(alias, person) && aliases[alias].Name != person.Name)
                    {
                        _problems.Warn(_marks[person], $"'{alias}' names both {aliases[alias].Name} and {person.Name}: alone it will name neither");
                    }
                }
            }
        }
    }

    private void WarnOfOverlap(Actor person, Party party, Actor other, Party first)
    {
        if (party == first)
        {
            _problems.Warn(_marks[person], $"{person.Name} stands twice under the party '{party.Id}': join the two");
        }
        else if (Overlap(person.From, person.Until, other.From, other.Until))
        {
            _problems.Warn(
                _marks[person],
                $"{person.Name} speaks for '{first.Id}' and for '{party.Id}' at the same time: give each a period with from: and until: (2024-05-31)");
        }
    }

    private static bool Overlap(DateOnly? from, DateOnly? until, DateOnly? otherFrom, DateOnly? otherUntil) =>
        !(until < otherFrom) && !(otherUntil < from);
}
