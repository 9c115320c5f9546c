using System.Globalization;
using System.Text;

namespace Demarche.Core.Reading.Fetching;

/// <summary>What a site's robots.txt allows us (RFC 9309): the group that names us, else the one for all; the longest rule that fits decides, and allows when two are as long.</summary>
internal sealed class RobotsRules
{
    /// <summary>Bytes of a robots.txt that are read, the least the standard asks for.</summary>
    public const int MostBytes = 500 << 10;

    // A site that asks for more between two pages is read at this pace: a page a minute burdens nobody.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private readonly List<(string Pattern, bool Allows)> _rules = [];

    private RobotsRules(bool allowsAll) => AllowsAll = allowsAll;

    /// <summary>No rules: the site has no robots.txt, or refuses to show it (400 to 499).</summary>
    public static RobotsRules Open { get; } = new(allowsAll: true);

    /// <summary>Everything forbidden: the site could not say (500 to 599, no answer), so that nothing is taken from it meanwhile.</summary>
    public static RobotsRules Unreachable { get; } = new(allowsAll: false);

    /// <summary>Whether everything without a rule of its own is allowed.</summary>
    public bool AllowsAll { get; }

    /// <summary>Pause the site asks for between two pages.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>Reads a robots.txt.</summary>
    /// <param name="text">Its text, cut at <see cref="MostBytes"/>.</param>
    /// <param name="agent">Our product's name, without version.</param>
    public static RobotsRules Read(string text, string agent)
    {
        var named = new RobotsRules(allowsAll: true);
        var forAll = new RobotsRules(allowsAll: true);
        bool isNamed = false;
        var groups = new List<RobotsRules>();
        bool inAgents = false;
        foreach (string raw in text.TrimStart('\uFEFF').Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            string line = raw.Split('#', 2)[0];
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string key = colon < 0 ? "" : line[..colon].Trim().ToLowerInvariant();
            string value = line[(colon + 1)..].Trim();
            if (key == "user-agent")
            {
                groups = inAgents ? groups : [];
                inAgents = true;
                bool isOurs = ProductOf(value).Equals(agent, StringComparison.OrdinalIgnoreCase);
                isNamed |= isOurs;
                groups.AddRange(isOurs ? [named] : value == "*" ? [forAll] : (RobotsRules[])[]);
            }
            else if (key is "allow" or "disallow" or "crawl-delay")
            {
                inAgents = false;
                groups.ForEach(group => group.Take(key, value));
            }
        }

        return isNamed ? named : forAll;
    }

    /// <summary>Whether we may take <paramref name="address"/>.</summary>
    public bool Allows(Uri address)
    {
        string path = Normal(address.PathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        int longest = -1;
        bool allowed = AllowsAll;
        foreach ((string pattern, bool allows) in _rules)
        {
            if (pattern.Length >= longest && Fits(pattern, path) && (pattern.Length > longest || allows))
            {
                longest = pattern.Length;
                allowed = allows;
            }
        }

        return allowed;
    }

    private void Take(string key, string value)
    {
        if (key != "crawl-delay")
        {
            if (value.Length > 0)
            {
                _rules.Add((Normal(value), key == "allow"));
            }
        }
        else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds > 0)
        {
            Delay = seconds < LongestDelay.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestDelay;
        }
    }

    private static string ProductOf(string value)
    {
        int end = value.AsSpan().IndexOfAny('/', ' ');
        return end < 0 ? value : value[..end];
    }

    /// <summary>Whether the path begins with the pattern, in which * stands for any characters and $ at the end for the end. Linear in the path for each star.</summary>
    private static bool Fits(string pattern, string path)
    {
        bool isWhole = pattern.EndsWith('$');
        string[] parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        int at = parts[0].Length;
        for (int i = 1; i < parts.Length; i++)
        {
            bool isLast = i == parts.Length - 1;
            int found = isLast && isWhole
                ? (path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal) ? path.Length - parts[i].Length : -1)
                : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !isWhole || at == path.Length;
    }

    /// <summary>Characters that may stand for themselves or as %XX, in one form: letters and digits plain, all else beyond ASCII as capitals of UTF-8.</summary>
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        for (int i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                char c = (char)byte.Parse(path.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                bool isPlain = char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
                normal.Append(isPlain ? c.ToString() : path.Substring(i, 3).ToUpperInvariant());
                i += 2;
            }
            else if (char.IsAscii(path[i]))
            {
                normal.Append(path[i]);
            }
            else
            {
                bool isPair = char.IsHighSurrogate(path[i]) && i + 1 < path.Length;
                normal.Append(Uri.EscapeDataString(path.AsSpan(i, isPair ? 2 : 1)));
                i += isPair ? 1 : 0;
            }
        }

        return normal.ToString();
    }
}
