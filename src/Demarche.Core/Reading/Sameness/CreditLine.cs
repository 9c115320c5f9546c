using System.Text.RegularExpressions;
using Demarche.Nlp.Text;

namespace Demarche.Core.Reading.Sameness;

/// <summary>What an article owes to a news agency, by its own words.</summary>
/// <param name="Agency">Usual short name of the agency.</param>
/// <param name="IsWhole">Whether the article is the agency's; false when the agency contributed to it.</param>
/// <param name="Span">The characters that say so.</param>
public sealed partial record CreditLine(string Agency, bool IsWhole, TextSpan Span)
{
    // Credits stand in the dateline and in the last lines; elsewhere an agency is a source like any other.
    private const int HeadLength = 600;
    private const int TailLength = 900;

    // Agencies that sell text to papers, under the names these print, as their own directories list them.
    private static readonly (string Name, string Agency)[] Agencies =
    [
        ("The Associated Press", "AP"), ("Associated Press", "AP"), ("AP", "AP"), ("Reuters", "Reuters"), ("Thomson Reuters", "Reuters"),
        ("Agence France-Presse", "AFP"), ("AFP", "AFP"), ("United Press International", "UPI"), ("UPI", "UPI"), ("Bloomberg News", "Bloomberg"),
        ("Bloomberg", "Bloomberg"), ("Deutsche Presse-Agentur", "dpa"), ("dpa", "dpa"), ("DPA", "dpa"), ("PA Media", "PA"), ("Press Association", "PA"),
        ("The Canadian Press", "CP"), ("Australian Associated Press", "AAP"), ("AAP", "AAP"), ("Xinhua", "Xinhua"), ("Kyodo News", "Kyodo"), ("Kyodo", "Kyodo"),
        ("Jiji Press", "Jiji"), ("Yonhap", "Yonhap"), ("TASS", "TASS"), ("Interfax", "Interfax"), ("Ukrinform", "Ukrinform"), ("Anadolu Agency", "Anadolu"),
        ("EFE", "EFE"), ("ANSA", "ANSA"), ("Press Trust of India", "PTI"), ("PTI", "PTI"), ("IANS", "IANS"), ("ANI", "ANI"), ("Tribune News Service", "TNS"),
        ("TNS", "TNS"), ("New York Times News Service", "NYT"), ("Washington Post News Service", "WP"),
    ];

    /// <summary>The credits of a text, in order; an agency once for each way.</summary>
    public static IReadOnlyList<CreditLine> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<CreditLine>();
        int tail = Math.Max(0, text.Length - TailLength);
        Add(found, Dateline().Matches(text[..Math.Min(HeadLength, text.Length)]), 0, isWhole: true);
        Add(found, Byline().Matches(text[..Math.Min(HeadLength, text.Length)]), 0, isWhole: true);
        Add(found, Sign().Matches(text[tail..]), tail, isWhole: true);
        Add(found, Contribution().Matches(text[tail..]), tail, isWhole: false);
        found.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return found;
    }

    private static void Add(List<CreditLine> found, MatchCollection matches, int offset, bool isWhole)
    {
        foreach (Match match in matches)
        {
            foreach (string name in match.Groups["who"].Value.Split([",", " and ", "/", ";"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string plain = name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
                string? agency = Array.Find(Agencies, each => each.Name == plain || each.Name == name).Agency;
                if (agency is not null && !found.Exists(credit => credit.Agency == agency && credit.IsWhole == isWhole))
                {
                    found.Add(new CreditLine(agency, isWhole, new TextSpan(offset + match.Index, offset + match.Index + match.Length)));
                }
            }
        }
    }

    // "PORT ILVANE (Reuters) - ", "ILVANE, May 6 (AP) — "
    [GeneratedRegex(@"^[\p{Lu}][^\n()]{1,60}\((?<who>[^()\n]{2,40})\)\s*[-–—]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    // "By Ann Lee, Associated Press" on a line of its own, "By Reuters"
    [GeneratedRegex(@"^(?:By|by|BY|From)\s(?:[^\n,|]{1,60}[,|]\s*)?(?<who>[\p{L} -]{2,40})$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    // "(Reuters)", "— AP", "© AFP 2031", "Source: TASS", "Copyright 2031 The Associated Press. All rights reserved."
    [GeneratedRegex(@"^\W{0,3}(?:(?:©|\(c\)|Copyright|COPYRIGHT|Source:|SOURCE:)\s*(?:©\s*)?(?:[0-9]{4}\s*)?)?(?<who>[\p{L} -]{2,40}?)(?:\s[0-9]{4})?\)?\.?(?:\s*All rights reserved[^\n]{0,120})?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    // "Reuters contributed to this report.", "With reporting by AP and AFP", "Additional reporting from Reuters"
    [GeneratedRegex(@"(?:(?<who>[\p{L} ,/-]{2,80}?)\s(?:also\s)?contributed to this (?:report|story|article)|(?:[Ww]ith|[Aa]dditional|[Ff]iles?)\s(?:reporting\s|material\s|reports?\s|files?\s|information\s|input\s){0,2}(?:by|from)\s(?<who>(?:the\s)?[\p{L} ,/-]{2,80}))", RegexOptions.CultureInvariant)]
    private static partial Regex Contribution();
}
