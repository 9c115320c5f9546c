using System.Globalization;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Nlp.Text;

namespace Demarche;

/// <summary>Turns what a reviewer types for a field into an edit, or says why it cannot be.</summary>
internal sealed class ReviewFields
{
    /// <summary>The fields by key.</summary>
    public const string Menu = "h holder  p party  i issue  d for/against  g strength 1-4  t act  c condition  k addressee  y day  w not new  o told by";

    private readonly Codebook? _codebook;

    /// <summary>Fields of lines coded with <paramref name="codebook"/>.</summary>
    public ReviewFields(Codebook? codebook) => _codebook = codebook;

    /// <summary>What to ask for a field; null when the key names none.</summary>
    public static string? Prompt(char key) => key switch
    {
        'h' => "holder",
        'p' => "party id (empty for none)",
        'i' => "issue id",
        'd' => "for or against",
        'g' => "strength 1-4",
        't' => "act",
        'c' => "the words of the condition (empty for none)",
        'k' => "addressee id (empty for none)",
        'y' => "day as YYYY-MM-DD",
        'w' => "not new: yes or no",
        'o' => "told by (empty for nobody)",
        _ => null,
    };

    /// <summary>The edit that sets a field.</summary>
    /// <param name="key">Key of the field.</param>
    /// <param name="value">What was typed.</param>
    /// <param name="text">The article's text.</param>
    /// <param name="near">Where the evidence stands: of several places the words nearest to it are meant.</param>
    /// <exception cref="UserException">The value cannot be; the message says why.</exception>
    public LineEdit Read(char key, string value, string text, TextSpan near) => key switch
    {
        'h' => new LineEdit { Holder = value.Length > 0 ? value : throw new UserException("a position has a holder") },
        'p' => new LineEdit { Party = KnownOrEmpty("party", value, _codebook?.Parties.Select(party => party.Id)) },
        'i' => new LineEdit { Issue = Known("issue", value, _codebook?.Issues.Select(issue => issue.Id)) },
        'd' => new LineEdit { Direction = DirectionOf(value) },
        'g' => new LineEdit { Strength = StrengthOf(value) },
        't' => new LineEdit { Act = ActOf(value) },
        'c' => new LineEdit { Condition = value.Length == 0 ? default(TextSpan) : Place(value, text, near) },
        'k' => new LineEdit { Addressee = KnownOrEmpty("party", value, _codebook?.Parties.Select(party => party.Id)) },
        'y' => new LineEdit { Date = DayOf(value) },
        'w' => new LineEdit { IsReiterated = value.StartsWith('y') },
        'o' => new LineEdit { ReportedBy = value },
        _ => throw new UserException($"no field has the key '{key}'"),
    };

    /// <summary>The direction of "for", "+", "against", "-".</summary>
    public static Direction DirectionOf(string value) => value.ToLowerInvariant() switch
    {
        "for" or "+" or "f" or "supports" => Direction.Supports,
        "against" or "-" or "a" or "opposes" => Direction.Opposes,
        _ => throw new UserException("say for or against"),
    };

    /// <summary>A strength.</summary>
    public static int StrengthOf(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int strength) && strength is >= 1 and <= 4
            ? strength
            : throw new UserException("strength is 1 (open to), 2 (calls for), 3 (demands, commits, rejects) or 4 (ultimatum, rules out)");

    /// <summary>An act.</summary>
    public static Act ActOf(string value) =>
        Enum.TryParse(value, ignoreCase: true, out Act act) && Enum.IsDefined(act) && !char.IsAsciiDigit(value[0])
            ? act
            : throw new UserException($"act is one of {string.Join(", ", Enum.GetNames<Act>().Select(name => name.ToLowerInvariant()))}");

    /// <summary>An id that the codebook has.</summary>
    public string Issue(string value) => Known("issue", value, _codebook?.Issues.Select(issue => issue.Id));

    /// <summary>A party's id, or the empty text.</summary>
    public string Party(string value) => KnownOrEmpty("party", value, _codebook?.Parties.Select(party => party.Id));

    /// <summary>Where the words stand in the article.</summary>
    /// <exception cref="UserException">They do not.</exception>
    public static TextSpan Place(string words, string text, TextSpan near)
    {
        int best = -1;
        for (int at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
             at >= 0;
             at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            best = best < 0 || Math.Abs(at - near.Start) < Math.Abs(best - near.Start) ? at : best;
        }

        return best < 0
            ? throw new UserException("these very words do not stand in the article")
            : new TextSpan(best, best + words.Length);
    }

    private static DateOnly DayOf(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new UserException("a day looks like 2031-03-17");

    private static string KnownOrEmpty(string what, string value, IEnumerable<string>? known) =>
        value.Length == 0 ? "" : Known(what, value, known);

    private static string Known(string what, string value, IEnumerable<string>? known)
    {
        if (known is null || known.Contains(value, StringComparer.Ordinal))
        {
            return value.Length > 0 ? value : throw new UserException($"a position has an {what}");
        }

        IReadOnlyList<string> near = NearestNames.Of(value, known);
        throw new UserException(
            $"the codebook has no {what} '{value}'; " + (near.Count > 0 ? $"did you mean {string.Join(" or ", near)}?" : $"it has {string.Join(", ", known)}"));
    }
}
