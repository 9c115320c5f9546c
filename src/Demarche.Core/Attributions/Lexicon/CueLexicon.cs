using System.Collections.Frozen;
using System.Globalization;

namespace Demarche.Core.Attributions.Lexicon;

/// <summary>
/// What was learned about cues: which words head them, how their surroundings speak for or against it, which prepositions lead
/// to the content and where content ends. The figures stand in <c>cues.txt</c>, which says how they were made. Immutable.
/// </summary>
internal sealed class CueLexicon
{
    private readonly FrozenDictionary<string, CueForm> _forms;
    private readonly FrozenDictionary<string, CueForm>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly FrozenDictionary<string, int> _symbols;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _symbolBySpan;
    private readonly FrozenDictionary<long, float> _weights;

    private CueLexicon(Dictionary<string, CueForm> forms, Dictionary<string, int> symbols, Dictionary<long, float> weights)
    {
        _forms = forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _bySpan = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
        _symbols = symbols.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _symbolBySpan = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();
        _weights = weights.ToFrozenDictionary();
    }

    /// <summary>The lexicon of <c>cues.txt</c>.</summary>
    public static CueLexicon English { get; } = Load();

    /// <summary>The entry of <paramref name="word"/> in any case; null when it heads no cue.</summary>
    public CueForm? Find(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out CueForm? form) ? form : null;

    /// <summary>Number of a class, preposition or other name of a row's columns; 0 when no row names it.</summary>
    public int Symbol(ReadOnlySpan<char> name) => _symbolBySpan.TryGetValue(name, out int id) ? id : 0;

    /// <summary>Number of <paramref name="wordClass"/>.</summary>
    public static int Symbol(WordClass wordClass) => (int)wordClass;

    /// <summary>The weight of the row <paramref name="kind"/> <paramref name="first"/> <paramref name="second"/>; 0 when there is none.</summary>
    public float Weight(CueRow kind, int first = 0, int second = 0) =>
        _weights.TryGetValue(Key(kind, first, second), out float weight) ? weight : 0;

    private static long Key(CueRow kind, int first, int second) => ((long)kind << 48) | ((long)first << 24) | (long)second;

    private static CueLexicon Load()
    {
        var forms = new Dictionary<string, CueForm>(StringComparer.OrdinalIgnoreCase);
        var symbols = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (WordClass wordClass in Enum.GetValues<WordClass>())
        {
            symbols[wordClass.ToString()] = (int)wordClass;
        }

        List<string[]> rows = [.. LexiconFile.Rows("cues.txt")];
        foreach (string[] row in rows)
        {
            if (row.Length == 3)
            {
                string word = row[0][(row[0].IndexOf(' ', StringComparison.Ordinal) + 1)..];
                forms[word] = Form(forms.Count + 1, row);
            }
        }

        var weights = new Dictionary<long, float>();
        foreach (string[] row in rows)
        {
            string[] names = row[0].Split(' ');
            if (row.Length == 2 && Enum.TryParse(names[0], ignoreCase: true, out CueRow kind))
            {
                bool startsWithForm = kind is CueRow.After or CueRow.Before or CueRow.Link;
                int first = names.Length < 2 ? 0 : startsWithForm ? forms[names[1]].Id : Number(symbols, names[1]);
                int second = names.Length < 3 ? 0 : Number(symbols, names[2]);
                weights[Key(kind, first, second)] = Parse(row[1]);
            }
        }

        return new CueLexicon(forms, symbols, weights);
    }

    private static CueForm Form(int id, string[] row)
    {
        bool Has(char flag) => row[2].Contains(flag, StringComparison.Ordinal);
        return new CueForm(id, Parse(row[1]), Has('a') ? AttributionType.Attitude : AttributionType.Statement)
        {
            Inverts = Has('i'),
            TakesHearer = Has('r'),
            TakesClause = Has('c'),
            IsAspect = Has('g'),
            IsPredicative = Has('p'),
            IsStance = Has('n'),
        };
    }

    private static int Number(Dictionary<string, int> symbols, string name)
    {
        if (!symbols.TryGetValue(name, out int id))
        {
            id = symbols.Count + 1;
            symbols[name] = id;
        }

        return id;
    }

    private static float Parse(string number) => float.Parse(number, CultureInfo.InvariantCulture);
}
