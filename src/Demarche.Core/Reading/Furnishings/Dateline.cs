using System.Text.RegularExpressions;
using Demarche.Nlp.Text;

namespace Demarche.Core.Reading.Furnishings;

/// <summary>The place, day and agency that a report begins with, in front of its first sentence: "PORT ILVANE, May 6 (Coast Wire) - ".</summary>
/// <param name="Span">Its characters, without white space behind.</param>
/// <param name="Agency">The agency that credits itself in it, or null.</param>
internal sealed partial record Dateline(TextSpan Span, string? Agency)
{
    // Place, country, day and agency.
    private const int Longest = 110;

    /// <summary>The dateline a line begins with, or null.</summary>
    public static Dateline? Of(string text, TextSpan line)
    {
        ReadOnlySpan<char> start = line.SliceOf(text)[..Math.Min(line.Length, Longest)];
        if (start.IsEmpty || !char.IsUpper(start[0]) || !(start.ContainsAny("–—") || start.Contains(" -", StringComparison.Ordinal) || start.Contains("/.", StringComparison.Ordinal)))
        {
            return null;
        }

        Match match = Form().Match(start.ToString());
        if (!match.Success)
        {
            return null;
        }

        string agency = match.Groups["agency"].Value;
        string place = match.Groups["place"].Value;
        bool isShouted = place.Split(' ', ',', '/')[0] is { Length: > 2 } first && first.All(c => !char.IsLower(c));
        return agency.Length > 0 || isShouted
            ? new Dateline(new TextSpan(line.Start, line.Start + match.Groups["all"].Length), agency.Length > 0 ? agency : null)
            : null;
    }

    // "PORT ILVANE, Norland (CW) —", "ILVANE/SKARROW, May 6 -", "Ilvane (cw/no) –", "ILVANE, May 6. /CW/."; a sentence follows.
    [GeneratedRegex(
        @"^(?<all>(?<place>\p{Lu}[\p{L}.'’/-]*(?: \p{Lu}[\p{L}.'’/-]*){0,3}(?:, \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)??)(?:,? (?:\p{Lu}\p{L}{2,8}\.? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2}\.? \p{L}{3,9}(?: [0-9]{4})?))?(?:\s?\((?<agency>[^()\n]{2,40})\)\s?[-–—]{1,2}|\. /(?<agency>[^/\n]{2,30})/\.|\s?[–—]|\s--?))\s+(?=[\p{Lu}0-9""“‘'«„])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
