using System.Text;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Strings of a page that may be its title or its author, each once, with all that speaks for and against it.</summary>
internal sealed class TextCandidates
{
    // A page has a dozen; the bound keeps a hostile one cheap.
    private const int Most = 200;

    // Titles have up to 200 characters.
    private const int Longest = 500;

    private readonly Dictionary<string, HashSet<string>> _features = new(StringComparer.Ordinal);
    private readonly List<(string Text, string Key)> _order = [];

    /// <summary>How many there are.</summary>
    public int Count => _order.Count;

    /// <summary>The candidates in the order they were found, as first written.</summary>
    public IReadOnlyList<(string Name, IReadOnlyCollection<string> Features)> All =>
        [.. _order.Select(one => (one.Text, (IReadOnlyCollection<string>)_features[one.Key]))];

    /// <summary>Adds a string with its features; one that is there already gets them too.</summary>
    public void Add(string? text, params ReadOnlySpan<string> features)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return;
        }

        string key = KeyOf(text);
        if (!_features.TryGetValue(key, out HashSet<string>? known))
        {
            if (_order.Count == Most)
            {
                return;
            }

            known = new HashSet<string>(StringComparer.Ordinal);
            _features[key] = known;
            _order.Add((text.Trim(), key));
        }

        foreach (string feature in features)
        {
            known.Add(feature);
        }
    }

    /// <summary>Adds to every candidate what <paramref name="describe"/> says of it.</summary>
    /// <param name="describe">Gets the text and the features so far.</param>
    public void Describe(Func<string, IReadOnlyCollection<string>, IEnumerable<string>> describe)
    {
        foreach ((string text, string key) in _order)
        {
            string[] more = [.. describe(text, _features[key])];
            _features[key].UnionWith(more);
        }
    }

    /// <summary>What two ways to write the same have in common: lower case, white space collapsed.</summary>
    public static string KeyOf(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (char c in text.Trim())
        {
            if (!char.IsWhiteSpace(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString();
    }
}
