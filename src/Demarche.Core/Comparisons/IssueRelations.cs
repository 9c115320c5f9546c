using Demarche.Core.Parties;

namespace Demarche.Core.Comparisons;

/// <summary>How the issues of a codebook stand to each other: which exclude each other, and which is part of which. Immutable.</summary>
public sealed class IssueRelations
{
    private readonly Dictionary<string, SortedSet<string>> _excluded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _wholes = new(StringComparer.Ordinal);

    private IssueRelations(IEnumerable<Issue> issues)
    {
        foreach (Issue issue in issues)
        {
            foreach (string other in issue.ExclusiveWith)
            {
                // Said at one of the two, it holds for both.
                Exclude(issue.Id, other);
                Exclude(other, issue.Id);
            }

            if (issue.PartOf is { } whole)
            {
                _wholes[issue.Id] = whole;
            }
        }
    }

    /// <summary>No relations.</summary>
    public static IssueRelations None { get; } = new([]);

    /// <summary>Whether any issues exclude each other.</summary>
    public bool HasExclusions => _excluded.Count > 0;

    /// <summary>Issues that cannot come true together with each issue; issues that exclude nothing are missing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Exclusions =>
        _excluded.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value], StringComparer.Ordinal);

    /// <summary>The relations in <paramref name="codebook"/>; none without one.</summary>
    public static IssueRelations Of(Codebook? codebook) => codebook is null ? None : new IssueRelations(codebook.Issues);

    /// <summary>Ids of the issues that cannot come true together with <paramref name="issue"/>, sorted.</summary>
    public IReadOnlyCollection<string> ExcludedBy(string issue) => _excluded.TryGetValue(issue, out SortedSet<string>? others) ? others : [];

    /// <summary>Id of the issue that <paramref name="issue"/> is a part of, or null.</summary>
    public string? WholeOf(string issue) => _wholes.GetValueOrDefault(issue);

    /// <summary>Number of the level an issue stands on: 1 for a whole, 2 for its parts, and so on.</summary>
    public int LevelOf(string issue) => Wholes(issue).Count() + 1;

    /// <summary>The issue itself, or the whole of it that stands on <paramref name="level"/>.</summary>
    public string AtLevel(string issue, int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        string[] upwards = [issue, .. Wholes(issue)];
        return upwards[Math.Max(0, upwards.Length - level)];
    }

    /// <summary><paramref name="issues"/> in their order, every part moved behind its whole where that is among them.</summary>
    public IReadOnlyList<string> WholesFirst(IReadOnlyList<string> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        ILookup<string?, string> parts = issues.ToLookup(issue => WholeOf(issue) is { } whole && issues.Contains(whole, StringComparer.Ordinal) ? whole : null, StringComparer.Ordinal);
        var ordered = new List<string>();
        void Add(string issue)
        {
            ordered.Add(issue);
            foreach (string part in parts[issue])
            {
                Add(part);
            }
        }

        foreach (string issue in parts[null])
        {
            Add(issue);
        }

        return ordered;
    }

    // A codebook in which an issue is part of itself is not read; the bound is for those made otherwise.
    private IEnumerable<string> Wholes(string issue)
    {
        string? at = WholeOf(issue);
        for (int steps = 0; at is not null && steps <= _wholes.Count; steps++)
        {
            yield return at;
            at = WholeOf(at);
        }
    }

    private void Exclude(string issue, string other)
    {
        if (!_excluded.TryGetValue(issue, out SortedSet<string>? others))
        {
            _excluded[issue] = others = new SortedSet<string>(StringComparer.Ordinal);
        }

        others.Add(other);
    }
}
