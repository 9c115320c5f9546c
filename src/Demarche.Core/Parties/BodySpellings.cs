namespace Demarche.Core.Parties;

/// <summary>
/// Other spellings of a listed body: "Valdorian Cabinet of Ministers" is also "Valdoria's Cabinet of Ministers" and
/// "Cabinet of Ministers of Valdoria"; a "trade ministry" is also a "ministry of trade".
/// </summary>
internal static class BodySpellings
{
    // Ministries whose short and long names use different words.
    private static readonly (string Short, string Long)[] Unlike =
    [
        ("foreign", "foreign affairs"), ("interior", "the interior"), ("interior", "internal affairs"), ("defense", "defence"),
    ];

    /// <summary>The spellings that follow from <paramref name="name"/>, itself left out; none when it names no ministry and no state.</summary>
    /// <param name="name">A listed name.</param>
    /// <param name="states">The states of the party that lists it.</param>
    public static IEnumerable<string> Of(string name, IEnumerable<Country> states)
    {
        string bare = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        foreach (Country state in states)
        {
            if (WithoutOwner(bare, state) is { } body && !bare.Contains(" of " + state.Name, StringComparison.Ordinal))
            {
                string[] forms = [body, body.ToLowerInvariant(), .. Inverted(body)];
                string[] owners = [.. state.Adjectives, .. state.Names];
                return [.. forms.SelectMany(form => owners.Select(owner => $"{owner} {form}").Append($"{form} of {state.Name}"))];
            }
        }

        return VoiceNouns.KindOf(LastOf(bare)) == VoiceNoun.Body && bare.Contains(' ', StringComparison.Ordinal) && !IsHouse(bare)
            ? Inverted(bare).Append(bare.ToLowerInvariant())
            : Inverted(bare);
    }

    // "the White House" is no white house.
    private static bool IsHouse(string name) =>
        name.EndsWith("house", StringComparison.OrdinalIgnoreCase) || name.EndsWith("palace", StringComparison.OrdinalIgnoreCase);

    // "Valdorian Cabinet", "Valdoria's Cabinet", "Valdoria Cabinet": the body is the cabinet; one word alone belongs to the state's names.
    private static string? WithoutOwner(string name, Country state)
    {
        foreach (string owner in state.Adjectives.Concat(state.Names))
        {
            if (name.StartsWith(owner, StringComparison.Ordinal) && name.Length > owner.Length + 3)
            {
                ReadOnlySpan<char> rest = name.AsSpan(owner.Length);
                rest = rest.StartsWith("'s ", StringComparison.Ordinal) || rest.StartsWith("\u2019s ", StringComparison.Ordinal) ? rest[2..] : rest;
                if (rest[0] == ' ' && VoiceNouns.KindOf(LastOf(rest)) == VoiceNoun.Body)
                {
                    return rest[1..].ToString();
                }
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> LastOf(ReadOnlySpan<char> phrase)
    {
        int of = phrase.IndexOf(" of ", StringComparison.Ordinal);
        phrase = of > 0 ? phrase[..of] : phrase;
        return phrase[(phrase.LastIndexOf(' ') + 1)..];
    }

    private static IEnumerable<string> Inverted(string body)
    {
        string lower = body.ToLowerInvariant();
        const string Of = "ministry of ";
        const string Ministry = " ministry";
        bool isLong = lower.StartsWith(Of, StringComparison.Ordinal);
        bool isShort = lower.EndsWith(Ministry, StringComparison.Ordinal) && lower.LastIndexOf(' ') == lower.IndexOf(' ', StringComparison.Ordinal);
        string topic = isLong ? lower[Of.Length..] : isShort ? lower[..^Ministry.Length] : "";
        if (topic.Length == 0)
        {
            yield break;
        }

        yield return isLong ? topic + Ministry : Of + topic;
        foreach ((string brief, string full) in Unlike)
        {
            if (isLong && topic == full)
            {
                yield return brief + Ministry;
            }
            else if (isShort && topic == brief)
            {
                yield return Of + full;
            }
        }
    }
}
