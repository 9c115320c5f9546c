using System.Collections.Frozen;

namespace Demarche.Core.Parties;

/// <summary>Nouns that speak for the party whose name or adjective stands before them: "government", "officials", "ministry".</summary>
internal static class VoiceNouns
{
    private static readonly Lazy<FrozenDictionary<string, VoiceNoun>> Loaded = new(Load);

    /// <summary>How <paramref name="word"/> speaks for a party, or null when it does not ("farmers", "winter").</summary>
    public static VoiceNoun? KindOf(ReadOnlySpan<char> word) =>
        Loaded.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out VoiceNoun kind) ? kind : null;

    private static FrozenDictionary<string, VoiceNoun> Load()
    {
        var kinds = new Dictionary<string, VoiceNoun>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in WordList.Lines("VoiceNouns.tsv"))
        {
            string[] fields = line.Split('\t');
            VoiceNoun kind = Enum.Parse<VoiceNoun>(fields[0], ignoreCase: true);
            foreach (string noun in fields[1].Split('|'))
            {
                kinds.TryAdd(noun, kind);
            }
        }

        return kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>How a noun speaks for a party.</summary>
internal enum VoiceNoun
{
    /// <summary>The party itself: "government".</summary>
    Government,

    /// <summary>Unnamed people of it: "officials".</summary>
    People,

    /// <summary>An institution with a voice of its own: "ministry".</summary>
    Body,

    /// <summary>Words that stand for their author: "statement".</summary>
    Text,
}
