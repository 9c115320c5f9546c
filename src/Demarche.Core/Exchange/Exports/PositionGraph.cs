using System.Globalization;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Core.Exchange.Exports;

/// <summary>
/// The ledger as a network: actors, parties and issues are nodes; every position is an edge from its holder to its issue. Further edges say for
/// whom an actor speaks, which issue is part of which, which exclude each other, and which one is a condition for which in whose words.
/// </summary>
internal sealed class PositionGraph
{
    private readonly ExportSource _source;
    private readonly SortedDictionary<string, GraphNode> _nodes = new(StringComparer.Ordinal);
    private readonly SortedSet<(string Actor, string Party)> _speaking = [];
    private readonly List<GraphEdge> _edges = [];

    private PositionGraph(ExportSource source)
    {
        _source = source;
        foreach (Issue issue in source.Codebook?.Issues ?? [])
        {
            Link("part of", IssueNode(issue.Id), issue.PartOf is { } whole ? IssueNode(whole) : null);
            foreach (string other in issue.ExclusiveWith)
            {
                Link("excludes", IssueNode(issue.Id), IssueNode(other));
            }
        }

        foreach (LedgerEntry entry in source.Ledger.Positions())
        {
            Add(entry);
        }

        foreach ((string actor, string party) in _speaking)
        {
            Link("speaks for", ActorNode(actor), PartyNode(party));
        }
    }

    /// <summary>What nodes tell beside id and label.</summary>
    public static IReadOnlyList<string> NodeFields { get; } = ["kind", "pax"];

    /// <summary>What edges tell beside their ends and day.</summary>
    public static IReadOnlyList<string> EdgeFields { get; } =
        ["kind", "party", "stance", "signed_strength", "act", "condition", "reported_by", "evidence", "confidence", "outlet", "article", "url", "key"];

    /// <summary>Nodes, by id.</summary>
    public IReadOnlyCollection<GraphNode> Nodes => _nodes.Values;

    /// <summary>Edges: the codebook's, then positions with their conditions in order of day, then who speaks for whom.</summary>
    public IReadOnlyList<GraphEdge> Edges => _edges;

    /// <summary>The network of <paramref name="source"/>.</summary>
    public static PositionGraph Of(ExportSource source) => new(source);

    private void Add(LedgerEntry entry)
    {
        string issue = IssueNode(entry.Position.Issue);
        Dictionary<string, string?> Fields(string kind) => new(StringComparer.Ordinal)
        {
            ["kind"] = kind,
            ["party"] = entry.Position.Party,
            ["stance"] = Words.Of(entry.Position.Stance),
            ["signed_strength"] = entry.Position.SignedStrength.ToString(CultureInfo.InvariantCulture),
            ["act"] = Words.Of(entry.Position.Act),
            ["condition"] = _source.Quoted(entry.Condition),
            ["reported_by"] = entry.Position.ReportedBy,
            ["evidence"] = _source.Quoted(entry.Evidence),
            ["confidence"] = entry.Position.Confidence.ToString("0.####", CultureInfo.InvariantCulture),
            ["outlet"] = entry.Article.Outlet,
            ["article"] = entry.Article.Key,
            ["url"] = entry.Article.Url,
            ["key"] = entry.Key,
        };
        Add(ActorNode(entry.Position.Holder), issue, entry, Fields("position"));
        foreach (string condition in entry.Position.ConditionIssues)
        {
            Add(IssueNode(condition), issue, entry, Fields("condition"));
        }

        if (entry.Position.Party is { } party)
        {
            _speaking.Add((entry.Position.Holder, party));
        }
    }

    private void Add(string from, string to, LedgerEntry entry, Dictionary<string, string?> fields) =>
        _edges.Add(new GraphEdge($"e{_edges.Count + 1}", from, to, entry.Position.Strength, entry.Date, fields));

    private void Link(string kind, string from, string? to)
    {
        if (to is not null)
        {
            _edges.Add(new GraphEdge(
                $"e{_edges.Count + 1}", from, to, 1, null, new Dictionary<string, string?>(StringComparer.Ordinal) { ["kind"] = kind }));
        }
    }

    private string ActorNode(string name) => Node("actor", name, name, null);

    private string PartyNode(string id) => Node("party", id, _source.PartyName(id), null);

    private string IssueNode(string id) => Node("issue", id, _source.IssueLabel(id), _source.PaxOf(id));

    private string Node(string kind, string name, string label, string? pax)
    {
        string id = $"{kind}:{name}";
        _nodes.TryAdd(id, new GraphNode(id, label, new Dictionary<string, string?>(StringComparer.Ordinal) { ["kind"] = kind, ["pax"] = pax }));
        return id;
    }
}

/// <summary>A node.</summary>
/// <param name="Id">Unique: kind and name.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Fields">What else is told; null for nothing.</param>
internal sealed record GraphNode(string Id, string Label, IReadOnlyDictionary<string, string?> Fields);

/// <summary>An edge.</summary>
/// <param name="Id">Unique.</param>
/// <param name="From">Id of the node it leaves.</param>
/// <param name="To">Id of the node it reaches.</param>
/// <param name="Weight">Strength, 1-4.</param>
/// <param name="Day">The day of the position, or null.</param>
/// <param name="Fields">What else is told; null for nothing.</param>
internal sealed record GraphEdge(string Id, string From, string To, int Weight, DateOnly? Day, IReadOnlyDictionary<string, string?> Fields);
