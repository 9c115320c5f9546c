using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Demarche.Core.Parties;

/// <summary>The fields of one mapping of a codebook; what does not fit is noted as a problem.</summary>
internal sealed class CodebookFields
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly string _what;
    private readonly CodebookProblems _problems;

    /// <summary>The fields of <paramref name="node"/>.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="what">What it describes, for messages: "party", "issue".</param>
    /// <param name="known">Keys it may have.</param>
    /// <param name="problems">Where problems go.</param>
    public CodebookFields(YamlMappingNode node, string what, string[] known, CodebookProblems problems)
    {
        _what = what;
        _problems = problems;
        Mark = node.Start;
        foreach (KeyValuePair<YamlNode, YamlNode> pair in node.Children)
        {
            string key = pair.Key is YamlScalarNode { Value: { } text } ? text : "";
            if (known.Contains(key))
            {
                _values[key] = pair.Value;
            }
            else
            {
                problems.Warn(pair.Key.Start, $"unknown key '{key}' in {Article(what)} {what} is not read; {Suggest(key, known)}");
            }
        }
    }

    /// <summary>Where the mapping begins.</summary>
    public Mark Mark { get; }

    /// <summary>Where the value of <paramref name="key"/> stands, or the mapping when there is none.</summary>
    public Mark MarkOf(string key) => _values.TryGetValue(key, out YamlNode? node) ? node.Start : Mark;

    /// <summary>The text of <paramref name="key"/>, trimmed; null when missing or empty.</summary>
    public string? Text(string key)
    {
        if (!_values.TryGetValue(key, out YamlNode? node))
        {
            return null;
        }

        if (node is YamlScalarNode scalar)
        {
            return IsEmpty(scalar) ? null : scalar.Value!.Trim();
        }

        _problems.Error(node.Start, $"'{key}' of {Article(_what)} {_what} must be a text, not a {Kind(node)}: write {key}: some words");
        return null;
    }

    /// <summary>The text of <paramref name="key"/>; an error and an empty text when it is missing.</summary>
    public string Required(string key)
    {
        string? text = Text(key);
        if (text is null && (!_values.TryGetValue(key, out YamlNode? node) || node is YamlScalarNode))
        {
            _problems.Error(MarkOf(key), $"{Article(_what)} {_what} has no {key}: add a line '{key}: ...'");
        }

        return text ?? "";
    }

    /// <summary>An id: required, without blanks.</summary>
    public string Id()
    {
        string id = Required("id");
        if (id.Any(char.IsWhiteSpace))
        {
            string joined = string.Join('-', id.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            _problems.Error(MarkOf("id"), $"the id '{id}' has blanks in it: write {joined}");
        }

        return id;
    }

    /// <summary>The texts of the list <paramref name="key"/>, each with its place, empty ones left out.</summary>
    public List<(string Text, Mark Mark)> Texts(string key)
    {
        var texts = new List<(string Text, Mark Mark)>();
        if (!_values.TryGetValue(key, out YamlNode? node) || (node is YamlScalarNode none && IsEmpty(none)))
        {
            return texts;
        }

        if (node is YamlScalarNode single)
        {
            _problems.Warn(node.Start, $"'{key}' should be a list; '{single.Value}' is read as its only entry: write {key}: [{single.Value}]");
            texts.Add((single.Value!.Trim(), single.Start));
            return texts;
        }

        foreach (YamlNode item in Items(node, key, "texts"))
        {
            if (item is not YamlScalarNode scalar)
            {
                _problems.Error(item.Start, $"'{key}' must hold texts, not a {Kind(item)}; put a text with a colon in quotation marks");
            }
            else if (!IsEmpty(scalar))
            {
                texts.Add((scalar.Value!.Trim(), scalar.Start));
            }
        }

        return texts;
    }

    /// <summary>The mappings of the list <paramref name="key"/>.</summary>
    public List<YamlMappingNode> Mappings(string key)
    {
        var mappings = new List<YamlMappingNode>();
        if (!_values.TryGetValue(key, out YamlNode? node) || (node is YamlScalarNode none && IsEmpty(none)))
        {
            return mappings;
        }

        foreach (YamlNode item in Items(node, key, "entries"))
        {
            if (item is YamlMappingNode mapping)
            {
                mappings.Add(mapping);
            }
            else
            {
                _problems.Error(item.Start, $"an entry of '{key}' must have keys, not be a {Kind(item)}: write - name: ...");
            }
        }

        return mappings;
    }

    /// <summary>The day of <paramref name="key"/>, or null; an error when it is none.</summary>
    public DateOnly? Day(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        _problems.Error(MarkOf(key), $"'{text}' is not a day: write {key}: 2024-05-31 (year-month-day)");
        return null;
    }

    /// <summary>"; did you mean 'terms'?" when one of <paramref name="known"/> is close to <paramref name="word"/>, else the list of them.</summary>
    public static string Suggest(string word, IReadOnlyList<string> known)
    {
        string? nearest = known
            .Select(candidate => (candidate, distance: NearestNames.Distance(word, candidate)))
            .Where(pair => pair.distance <= Math.Max(1, pair.candidate.Length / 3))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate).FirstOrDefault();
        return nearest is not null ? $"did you mean '{nearest}'?" : $"known are {string.Join(", ", known.Take(12))}";
    }

    private IEnumerable<YamlNode> Items(YamlNode node, string key, string of)
    {
        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        _problems.Error(node.Start, $"'{key}' must be a list of {of}, not a {Kind(node)}");
        return [];
    }

    private static bool IsEmpty(YamlScalarNode node) =>
        string.IsNullOrWhiteSpace(node.Value) || (node.Style == ScalarStyle.Plain && node.Value is "null" or "~");

    private static string Kind(YamlNode node) => node switch
    {
        YamlSequenceNode => "list",
        YamlMappingNode => "group of keys",
        _ => "text",
    };

    private static string Article(string word) => word[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a";
}
