using System.Globalization;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Which words carry the meaning of a statement. Immutable.</summary>
internal static class AlterationWords
{
    private const string Resource = "Demarche.Core.Comparisons.Utterances.alteration-words.txt";
    private const string RefusalKind = "Refusal";

    private static readonly string[] Ones =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Lazy<(Dictionary<string, AlterationKind> Kinds, HashSet<string> Refusals)> Lists = new(Read);

    /// <summary>What kind of word stands at <paramref name="index"/>; null for one that carries no such meaning.</summary>
    /// <param name="words">Words in lower case, with straight apostrophes.</param>
    /// <param name="index">Which of them.</param>
    public static AlterationKind? KindOf(IReadOnlyList<string> words, int index)
    {
        string form = words[index];
        if (char.IsAsciiDigit(form[0]))
        {
            return AlterationKind.Number;
        }

        string next = index + 1 < words.Count ? words[index + 1] : "";
        bool isOther = form switch
        {
            // "only if" binds, "the only bridge" does not; "provided that", "subject to", but not "provided coal", "the subject".
            "only" => next is not ("if" or "when" or "after" or "once"),
            "provided" or "providing" => next != "that",
            "subject" => next != "to",
            // "no less" and "no doubt" deny nothing.
            "no" => next is "less" or "doubt" or "wonder",
            _ => false,
        };
        return !isOther && Lists.Value.Kinds.TryGetValue(form, out AlterationKind kind) ? kind : null;
    }

    /// <summary>Whether a word denies without a negation: "refused", "without".</summary>
    public static bool IsRefusal(string form) => Lists.Value.Refusals.Contains(form);

    /// <summary>Whether something may be so, and nothing more.</summary>
    public static bool IsWeak(string form) => form is "may" or "might" or "could";

    /// <summary>How strong a modal is: "weak" (may), "middle" (should) or "strong" (must).</summary>
    public static string StrengthOf(string modal) => modal switch
    {
        "may" or "might" or "can" or "could" => "weak",
        "should" or "would" or "ought" => "middle",
        _ => "strong",
    };

    /// <summary>The figures of a number: "3" for "3" and for "three", "4300" for "4,300"; null for another word.</summary>
    public static string? FiguresOf(string form) => char.IsAsciiDigit(form[0]) ? form.Replace(",", "", StringComparison.Ordinal)
        : Array.IndexOf(Ones, form) is >= 0 and var one ? one.ToString(CultureInfo.InvariantCulture)
        : Array.IndexOf(Tens, form) is >= 0 and var ten ? ((ten + 2) * 10).ToString(CultureInfo.InvariantCulture)
        : null;

    private static (Dictionary<string, AlterationKind> Kinds, HashSet<string> Refusals) Read()
    {
        using Stream stream = typeof(AlterationWords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not built into the program.");
        using var reader = new StreamReader(stream);
        var kinds = new Dictionary<string, AlterationKind>(StringComparer.Ordinal);
        var refusals = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] parts = line.Split(':', StringSplitOptions.TrimEntries);
            foreach (string word in parts[1].Split(' '))
            {
                if (parts[0] == RefusalKind)
                {
                    refusals.Add(word);
                }
                else
                {
                    kinds.Add(word, Enum.Parse<AlterationKind>(parts[0]));
                }
            }
        }

        return (kinds, refusals);
    }
}
