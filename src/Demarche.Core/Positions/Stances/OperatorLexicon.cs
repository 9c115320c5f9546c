using System.Globalization;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Finds the words that turn or mark a stance. Immutable; safe to share between threads.</summary>
internal sealed class OperatorLexicon
{
    /// <summary>Words between a verb and its particle, both counted: "turn the whole plan for it down".</summary>
    private const int LongestObject = 7;

    private static readonly string[] Be = ["is", "are", "was", "were", "be", "been"];

    private readonly Dictionary<string, Operator> _phrases = new(StringComparer.Ordinal);

    // Words that count as verbs only, by their keys.
    private readonly Dictionary<string, Operator> _verbs = new(StringComparer.Ordinal);

    // Words of the longest phrase that begins with a word.
    private readonly Dictionary<string, int> _longestFrom = new(StringComparer.Ordinal);

    /// <param name="keys">Gives the families of the words.</param>
    /// <exception cref="InvalidOperationException">A line of the built-in list cannot be read.</exception>
    public OperatorLexicon(WordKeys keys)
    {
        foreach (string line in ListResource.Lines("Stances.operators.txt"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string[] head = line[..Math.Max(colon, 0)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (head.Length != 4)
            {
                throw new InvalidOperationException($"operators.txt: '{line}' needs GROUP SIGN ACT STRENGTH before the colon.");
            }

            Add(Read(head), line[(colon + 1)..], keys);
        }
    }

    /// <summary>The single words of verdicts and effects with their signs, in the order of the list.</summary>
    public List<(string Word, int Sign)> Verdicts { get; } = [];

    /// <summary>The operators of <paramref name="words"/>, longest first at each place, none overlapping, in text order.</summary>
    /// <param name="words">The words.</param>
    /// <param name="withVerbs">Whether those are wanted too that count as verbs only (<see cref="Operator.IsVerb"/>); whoever wants them has a tree to tell.</param>
    public List<OperatorHit> Find(WordText words, bool withVerbs = false)
    {
        var hits = new List<OperatorHit>();
        var rest = new WordRange(-1, -1);
        int at = 0;
        while (at < words.Count)
        {
            if (at == rest.Start)
            {
                // "on hold" of "put the plan on hold" has been counted with its verb.
                at = rest.End;
                continue;
            }

            int length = words.IsWord(at) ? MatchAt(words, at, out Operator? found) : MatchNothing(out found);
            if (words.IsWord(at) && (length == 1 || found?.Group == OperatorGroup.Neutral) && (Apart(words, at, ref rest) ?? Staying(words, at) ?? Preventing(words, at)) is { } wide)
            {
                (length, found) = (1, wide);
            }

            if (withVerbs && length == 1 && found?.Group is null or OperatorGroup.Neutral && _verbs.TryGetValue(words.Key(at), out Operator? verb))
            {
                found = verb;
            }

            // "a no-entry zone": the part of a word negates nothing.
            if (found is not null && (found.Group != OperatorGroup.Negator || at + 1 >= words.Count || words.Key(at + 1) != "-"))
            {
                hits.Add(new OperatorHit(at, at + length, found));
            }

            at += Math.Max(length, 1);
        }

        return hits;
    }

    private int MatchAt(WordText words, int at, out Operator? found)
    {
        // Hardly a word begins a phrase: they are put together for those that do.
        for (int length = Math.Clamp(_longestFrom.GetValueOrDefault(words.Key(at)), 1, words.Count - at); length > 0; length--)
        {
            // This very form goes before its family: "security" is not "secure".
            if (length == 1 && _phrases.TryGetValue(ExactForm(words, at), out found))
            {
                return 1;
            }

            for (int skipping = 0; skipping < (length > 1 ? 2 : 1); skipping++)
            {
                string phrase = PhraseAt(words, at, length, skipping > 0, out int end);
                if (_phrases.TryGetValue(phrase, out found))
                {
                    return end - at;
                }
            }
        }

        return MatchNothing(out found);
    }

    /// <summary>The keys of <paramref name="length"/> words from <paramref name="at"/> on; hyphens are passed over ("non-negotiable"), and articles and owners too where asked ("slap in the face", "threw her weight behind").</summary>
    private static string PhraseAt(WordText words, int at, int length, bool skipsArticles, out int end)
    {
        string phrase = words.Key(at);
        end = at + 1;
        for (int i = 1; i < length && end < words.Count; i++)
        {
            while (end + 1 < words.Count && (words.Key(end) == "-" || (skipsArticles && IsArticle(words, end))))
            {
                end++;
            }

            phrase = string.Concat(phrase, " ", words.Key(end));
            end++;
        }

        return phrase;
    }

    /// <summary>A verb whose particle or idiom stands behind its object, "turn the plan down", "put it on hold"; else null. The idiom's words go to <paramref name="rest"/>.</summary>
    private Operator? Apart(WordText words, int at, ref WordRange rest)
    {
        if (_longestFrom.GetValueOrDefault(words.Key(at)) < 2 || IsPlain(words, at))
        {
            return null;
        }

        for (int i = at + 1; i < Math.Min(words.Count, at + LongestObject) && words.IsWord(i); i++)
        {
            if (i > at + 1 && words.Key(i) is "on" or "at" or "in" or "to" or "off" or "out" or "into" && IdiomAt(words, at, i, out Operator? idiom) is var end and > 0)
            {
                rest = new WordRange(i, end);
                return idiom;
            }

            if (i > at + 1 && IsEnd(words, at, i) && _phrases.TryGetValue($"{words.Key(at)} {words.Key(i)}", out Operator? whole))
            {
                return whole;
            }

            bool isParticle = i > at + 1 && words.Key(i) is "out" or "off" or "up" or "down" or "back" or "over" or "away" or "in" or "through" or "halfway";
            if (isParticle)
            {
                // A preposition has its noun behind it: "call the strike in the harbour".
                bool goesOn = i + 1 < words.Count && words.IsWord(i + 1) && !OpensRest(words.Key(i + 1));
                return !goesOn && _phrases.TryGetValue($"{words.Key(at)} {words.Key(i)}", out Operator? found) ? found : null;
            }

            if (i > at + 1 && words.Key(i) != "of" && OpensRest(words.Key(i)))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>"made clear that it was out of the question": nothing is cleared out.</summary>
    private static bool IsPlain(WordText words, int at) =>
        words.Key(at) == "clear" && ((at > 0 && words.Key(at - 1) is "make" or "made") || (at + 1 < words.Count && words.Key(at + 1) == "that"));

    /// <summary>"let the truce | lapse", "made its new duties | known".</summary>
    private static bool IsEnd(WordText words, int verb, int at) =>
        words.Key(verb) == "let" || (words.Key(verb) is "make" or "made" && words.Span(at).SliceOf(words.Text) is "known" or "public");

    /// <summary>Index after "on hold" where the verb at <paramref name="at"/> makes an idiom of it, else 0.</summary>
    private int IdiomAt(WordText words, int at, int preposition, out Operator? found)
    {
        int noun = preposition + 1;
        noun += noun + 1 < words.Count && IsArticle(words, noun) ? 1 : 0;
        found = null;
        return noun < words.Count && words.IsWord(noun) && _phrases.TryGetValue($"{words.Key(at)} {words.Key(preposition)} {words.Key(noun)}", out found) ? noun + 1 : 0;
    }

    /// <summary>"leave it as it is", "left the rule in place": what is left so stays, and so does what "still stands"; else null.</summary>
    private Operator? Staying(WordText words, int at)
    {
        bool stands = words.Span(at).SliceOf(words.Text) is "stands" or "stood" or "stand" && at > 0 && words.Key(at - 1) is not ("thing" or "it" or "matter" or "they" or "to");
        if (stands && (at + 1 == words.Count || !words.IsWord(at + 1)))
        {
            return _phrases["remain"];
        }

        bool leaves = words.Key(at) == "leav";
        for (int i = at + 1; leaves && i < Math.Min(words.Count, at + LongestObject + 1) && words.IsWord(i); i++)
        {
            string next = i + 1 < words.Count ? words.Key(i + 1) : "";
            string after = i + 2 < words.Count ? words.Key(i + 2) : "";
            if (words.Key(i) is "alon" or "intact" or "unchang" or "untouch" || (words.Key(i) == "in" && next == "place")
                || (words.Key(i) == "as" && (next is "is" || (next is "it" or "they" && after is "is" or "are"))))
            {
                return _phrases["keep"];
            }
        }

        return null;
    }

    /// <summary>"kept the barges from landing": whoever is kept from a thing is not to do it; else null.</summary>
    private Operator? Preventing(WordText words, int at)
    {
        bool keeps = words.Key(at) == "keep";
        for (int i = at + 2; keeps && i + 1 < Math.Min(words.Count, at + LongestObject + 1) && words.IsWord(i); i++)
        {
            if (words.Key(i) == "from")
            {
                return words.Span(i + 1).SliceOf(words.Text).EndsWith("ing") ? _phrases["prevent"] : null;
            }
        }

        return null;
    }

    // "its" has the key of "it", which stands for the matter itself: "ruled it out".
    private static bool IsArticle(WordText words, int at) => words.Key(at) switch
    {
        "the" or "a" or "an" or "his" or "her" or "their" or "our" or "my" or "your" => true,
        "it" => words.Span(at).Length == 3,
        _ => false,
    };

    private static bool OpensRest(string key) =>
        key is "and" or "or" or "but" or "to" or "of" or "for" or "from" or "befor" or "before" or "after" or "until" or "unless" or "if" or "at" or "on" or "by" or "with"
            or "in" or "as" or "when" or "so" or "for" or "that" or "again" or "now" or "without" or "complete" or "altogeth";

    private static int MatchNothing(out Operator? found)
    {
        found = null;
        return 1;
    }

    private static string ExactForm(WordText words, int at) =>
        "=" + words.Span(at).Of(words.Text).ToLowerInvariant();

    private void Add(Operator op, string phrases, WordKeys keys)
    {
        foreach (string phrase in phrases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (op.Group is OperatorGroup.Judgement or OperatorGroup.Effect && phrase[0] is not ('=' or '~') && !phrase.Contains(' ', StringComparison.Ordinal))
            {
                Verdicts.Add((phrase, op.Sign));
            }

            if (phrase[0] == '~')
            {
                _verbs.TryAdd(keys.KeyOf(phrase.AsSpan(1)), op with { IsVerb = true });
                continue;
            }

            foreach (string form in FormsOf(phrase))
            {
                string key = form[0] == '='
                    ? form
                    : string.Join(' ', form.Split(' ').Select(word => keys.KeyOf(word)));
                _phrases.TryAdd(key, op);
                string first = key.Split(' ')[0];
                _longestFrom[first] = Math.Max(key.Count(c => c == ' ') + 1, _longestFrom.GetValueOrDefault(first));
            }
        }
    }

    /// <summary>The phrase with each form of "be" in place of its "is": stems keep them apart, and a report tells "it is time" as "it was time".</summary>
    private static IEnumerable<string> FormsOf(string phrase)
    {
        string[] words = phrase.Split(' ');
        int at = Array.IndexOf(words, "is");
        return at < 0 || words.Length == 1 ? [phrase] : Be.Select(form => string.Join(' ', [.. words[..at], form, .. words[(at + 1)..]]));
    }

    private static Operator Read(string[] head)
    {
        int strength = int.Parse(head[3], NumberStyles.None, CultureInfo.InvariantCulture);
        Act? act = head[2] == "." ? null : Enum.Parse<Act>(head[2], ignoreCase: true);
        bool isTransfer = head[0] == "transfer";
        OperatorGroup group = isTransfer ? OperatorGroup.Change : Enum.Parse<OperatorGroup>(head[0], ignoreCase: true);
        return new Operator(group, head[1] == "-" ? -1 : 1, act, strength) { IsTransfer = isTransfer };
    }
}
