using System.Collections.Frozen;

namespace Demarche.Core.Evaluation;

/// <summary>Words that mostly head a cue, as <c>speech-cues.txt</c> lists them and says how: the easy part of finding attributions.</summary>
internal static class SpeechCues
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = Load();

    /// <summary>Whether <paramref name="word"/>, in any case, is one.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        const string Name = "Demarche.Core.Evaluation.speech-cues.txt";
        using Stream stream = typeof(SpeechCues).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The word list {Name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
