using System.Collections.Frozen;
using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Lemmatizing;

/// <summary>Gives the dictionary form of a word with a part of speech: "said" as a verb is "say". Immutable and safe to share.</summary>
/// <remarks>
/// The longest known ending that fits the tag decides ("-ies" of a plural noun: cut three, add "y"); a whole word counts as the longest
/// ending, so exceptions need no table of their own.
/// </remarks>
public sealed class Lemmatizer
{
    /// <summary>Longest ending that is learned, in UTF-16 code units; beyond it only whole words are.</summary>
    internal const int LongestEnding = 8;

    // Nothing longer is a word; an address or a row of dashes is its own dictionary form.
    private const int LongestWord = 40;

    private readonly LemmaRule[] _rules;
    private readonly KeyValuePair<uint, ushort>[] _endings;
    private readonly FrozenDictionary<uint, ushort> _ruleOf;

    internal Lemmatizer(IEnumerable<LemmaRule> rules, IEnumerable<KeyValuePair<uint, ushort>> endings)
    {
        _rules = [.. rules];
        _endings = [.. endings.OrderBy(e => e.Key)];
        _ruleOf = _endings.ToFrozenDictionary();
    }

    /// <summary>Number of endings and words known.</summary>
    public int EndingCount => _endings.Length;

    /// <summary>Dictionary form of <paramref name="form"/>.</summary>
    /// <param name="form">The word as written; typographic apostrophes count as straight ones.</param>
    /// <param name="label">Its label of the tagger.</param>
    public string Lemma(ReadOnlySpan<char> form, byte label)
    {
        if (form.Length > LongestWord)
        {
            return form.ToString();
        }

        string plain = form.ContainsAny('\u2018', '\u2019') ? form.ToString().Replace('\u2018', '\'').Replace('\u2019', '\'') : form.ToString();
        return RuleFor(plain, label).Apply(plain);
    }

    /// <summary>Writes the model.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_rules.Length);
        foreach (LemmaRule rule in _rules)
        {
            writer.Write(rule.Lowers);
            writer.Write(rule.Cut);
            writer.Write(rule.Append);
        }

        writer.Write7BitEncodedInt(_endings.Length);
        uint last = 0;
        foreach ((uint key, ushort rule) in _endings)
        {
            writer.Write7BitEncodedInt((int)(key - last));
            writer.Write7BitEncodedInt(rule);
            last = key;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">An ending names a rule that is not there.</exception>
    public static Lemmatizer Read(BinaryReader reader)
    {
        var rules = new List<LemmaRule>();
        for (int left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            rules.Add(new LemmaRule(reader.ReadBoolean(), reader.ReadByte(), reader.ReadString()));
        }

        var endings = new List<KeyValuePair<uint, ushort>>();
        uint key = 0;
        for (int left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            key += (uint)reader.Read7BitEncodedInt();
            int rule = reader.Read7BitEncodedInt();
            endings.Add(new(key, rule < rules.Count ? (ushort)rule : throw new FormatException($"Rule {rule} of {rules.Count} does not exist.")));
        }

        return new Lemmatizer(rules, endings);
    }

    /// <summary>Key of the last <paramref name="length"/> code units of a word; a length beyond the longest ending means the whole word.</summary>
    internal static uint KeyOf(ReadOnlySpan<char> lower, int length, bool hasUpper, byte label) => length > LongestEnding
        ? FeatureHash.Of(label << 1 | (hasUpper ? 1 : 0), FeatureHash.Of(lower), LongestEnding + 1)
        : FeatureHash.Of(label << 1 | (hasUpper ? 1 : 0), FeatureHash.Of(lower[^length..]), (uint)length);

    private LemmaRule RuleFor(string form, byte label)
    {
        Span<char> lower = stackalloc char[LongestWord];
        lower = lower[..form.AsSpan().ToLowerInvariant(lower)];
        bool hasUpper = LemmaRule.HasUpper(form);
        int rule = Find(lower, hasUpper, label);
        // A tag never seen with a capital: what holds for small letters, in small letters.
        rule = rule < 0 && hasUpper ? Find(lower, hasUpper: false, label) : rule;
        return rule < 0 ? new LemmaRule(!hasUpper, 0, "") : _rules[rule];
    }

    private int Find(ReadOnlySpan<char> lower, bool hasUpper, byte label)
    {
        if (_ruleOf.TryGetValue(KeyOf(lower, LongestEnding + 1, hasUpper, label), out ushort rule))
        {
            return rule;
        }

        for (int length = Math.Min(LongestEnding, lower.Length); length >= 0; length--)
        {
            if (_ruleOf.TryGetValue(KeyOf(lower, length, hasUpper, label), out rule))
            {
                return rule;
            }
        }

        return -1;
    }
}
