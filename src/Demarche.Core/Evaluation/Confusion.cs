namespace Demarche.Core.Evaluation;

/// <summary>How often what a person recorded was read as what. Words of a fixed order come first, others after them by name.</summary>
public sealed class Confusion
{
    /// <summary>What is read where nothing was, and recorded where nothing was.</summary>
    public const string Nothing = "nothing";

    private readonly string[] _order;
    private readonly Dictionary<(string Recorded, string Read), int> _counts = [];

    /// <summary>An empty table.</summary>
    /// <param name="order">The words in the order they are shown.</param>
    public Confusion(IEnumerable<string> order) => _order = [.. order];

    /// <summary>The words recorded at least once, <see cref="Nothing"/> last.</summary>
    public IReadOnlyList<string> Recorded => Ordered(_counts.Keys.Select(pair => pair.Recorded));

    /// <summary>The words read at least once, <see cref="Nothing"/> last.</summary>
    public IReadOnlyList<string> Read => Ordered(_counts.Keys.Select(pair => pair.Read));

    /// <summary>How often <paramref name="recorded"/> was read as <paramref name="read"/>.</summary>
    public int this[string recorded, string read] => _counts.GetValueOrDefault((recorded, read));

    /// <summary>Counts one case.</summary>
    public void Add(string recorded, string read) => _counts[(recorded, read)] = this[recorded, read] + 1;

    private string[] Ordered(IEnumerable<string> words) =>
    [
        .. words.Distinct(StringComparer.Ordinal)
            .OrderBy(word => word == Nothing)
            .ThenBy(word => Array.IndexOf(_order, word) is >= 0 and var index ? index : _order.Length)
            .ThenBy(word => word, StringComparer.Ordinal),
    ];
}
