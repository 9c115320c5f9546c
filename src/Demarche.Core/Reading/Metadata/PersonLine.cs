namespace Demarche.Core.Reading.Metadata;

/// <summary>Reads the names out of a byline: "By Jane Doe and John Roe, 5 March 2031" has two.</summary>
internal static class PersonLine
{
    private const int LongestLine = 100;
    private const int MostLeads = 3;
    private const int LongestLabel = 20;

    // What stands before the names, in the languages most pages are in; longer ones first, since "by" begins none of them but itself.
    private static readonly string[] Leads =
    [
        "view all posts by", "view all articles by", "zeige alle beiträge von", "alle beiträge von", "alle artikel von", "voir tous les articles par",
        "ver todas las entradas de", "posts by", "articles by", "artikel von", "ein artikel von", "ein beitrag von", "beitrag von", "text von", "gastbeitrag von",
        "posted by", "written by", "published by", "reported by", "story by", "article by", "geschrieben von", "verfasst von", "erstellt von",
        "eingestellt von", "veröffentlicht von", "publié par", "écrit par", "escrito por", "publicado por", "scritto da", "pubblicato da",
        "geschreven door", "geplaatst door", "autor/in", "autorin", "autoren", "autores", "autor", "author", "authors", "auteur", "auteurs", "autore",
        "redaktion:", "text:", "foto:", "author:", "редактор", "автор", "yazar", "tekst", "by", "von", "vom", "par", "por", "door", "av", "af", "da", "di", "od",
        "quelle:", "source:", "fuente:", "fonte:", "责任编辑", "记者", "作者",
    ];

    private static readonly string[] Joints = [" and ", " und ", " et ", " y ", " en ", " e ", " & ", "; ", ", ", " / "];

    /// <summary>The names without what stands before and behind them; null when nothing that can be a name is left.</summary>
    public static string? Clean(string? line)
    {
        if (line is null || line.Length > LongestLine || line.Contains("//", StringComparison.Ordinal))
        {
            return null;
        }

        ReadOnlySpan<char> rest = line.AsSpan().Trim();
        for (int i = 0; i < MostLeads && LeadLength(rest) is > 0 and var length; i++)
        {
            rest = rest[length..].TrimStart(" :：\u00A0-–|");
        }

        IReadOnlyList<WrittenDay> days = WrittenDays.Find(rest.ToString());
        rest = days.Count > 0 ? rest[..days[0].Span.Start] : rest;
        int cut = rest.IndexOfAny('|', '•', '·');
        rest = cut > 1 ? rest[..cut] : rest;
        rest = WithoutTail(rest.Trim(" ,;:|·•-–—/\t\u00A0→»>("));
        return rest.Length < 2 || !rest.ToString().Any(char.IsLetter) ? null : string.Join(' ', rest.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The words "by Jane Doe" begins with, in lower case; null when the line begins with none.</summary>
    public static string? Lead(string line) => LeadLength(line) is > 0 and var length ? line[..length].ToLowerInvariant() : null;

    /// <summary>Whether the line says nothing but that a name follows: "Author:", "By".</summary>
    public static bool IsLabel(string line) =>
        line.Length <= LongestLabel && Array.IndexOf(Leads, line.TrimEnd(':', ' ', '\u00A0').ToLowerInvariant()) >= 0;

    /// <summary>The people of a byline that names several.</summary>
    public static IReadOnlyList<string> Split(string names)
    {
        string[] people = names.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // "dpa/lno" and "Jane Doe, Reuters" stay whole only where a part would be no name.
        return people.Length > 1 && Array.TrueForAll(people, person => person.Length > 1) ? people : [names];
    }

    private static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> rest)
    {
        foreach (string tail in (ReadOnlySpan<string>)[" am", " on", " le", " um", " vor", " at", ", am", " veröffentlicht", " published", " posted", " stand"])
        {
            if (rest.EndsWith(tail, StringComparison.OrdinalIgnoreCase))
            {
                return rest[..^tail.Length].Trim(" ,");
            }
        }

        return rest;
    }

    private static int LeadLength(ReadOnlySpan<char> line)
    {
        foreach (string lead in Leads)
        {
            if (line.Length > lead.Length + 1
                && line.StartsWith(lead, StringComparison.OrdinalIgnoreCase)
                && (lead[^1] == ':' || line[lead.Length] is ' ' or ':' or '：' or '\u00A0'))
            {
                return lead.Length;
            }
        }

        return 0;
    }
}
