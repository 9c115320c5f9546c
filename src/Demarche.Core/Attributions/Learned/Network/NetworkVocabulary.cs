namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>Numbers of the words and endings the network has vectors of its own for; 0 stands for all others. Immutable.</summary>
internal sealed class NetworkVocabulary
{
    private const int LeastSeenWord = 4;
    private const int LeastSeenSuffix = 30;

    private readonly Dictionary<uint, int> _words;
    private readonly Dictionary<uint, int> _suffixes;

    private NetworkVocabulary(uint[] words, uint[] suffixes)
    {
        Words = words;
        Suffixes = suffixes;
        _words = Numbered(words);
        _suffixes = Numbered(suffixes);
    }

    public uint[] Words { get; }

    public uint[] Suffixes { get; }

    public int WordOf(uint hash) => _words.GetValueOrDefault(hash);

    public int SuffixOf(uint hash) => _suffixes.GetValueOrDefault(hash);

    /// <summary>The frequent words and endings of texts.</summary>
    public static NetworkVocabulary Learn(IEnumerable<TokenFacts> texts)
    {
        var words = new Dictionary<uint, int>();
        var suffixes = new Dictionary<uint, int>();
        foreach (TokenFacts facts in texts)
        {
            for (int i = 0; i < facts.Lemma.Length; i++)
            {
                words[facts.Lemma[i]] = words.GetValueOrDefault(facts.Lemma[i]) + 1;
                suffixes[facts.Suffix[i]] = suffixes.GetValueOrDefault(facts.Suffix[i]) + 1;
            }
        }

        return new NetworkVocabulary(Frequent(words, LeastSeenWord), Frequent(suffixes, LeastSeenSuffix));
    }

    public void Write(BinaryWriter writer)
    {
        foreach (uint[] hashes in (uint[][])[Words, Suffixes])
        {
            writer.Write(hashes.Length);
            foreach (uint hash in hashes)
            {
                writer.Write(hash);
            }
        }
    }

    public static NetworkVocabulary Read(BinaryReader reader) => new(ReadHashes(reader), ReadHashes(reader));

    private static uint[] ReadHashes(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > 1 << 20)
        {
            throw new FormatException($"A network cannot know {count} words.");
        }

        var hashes = new uint[count];
        foreach (ref uint hash in hashes.AsSpan())
        {
            hash = reader.ReadUInt32();
        }

        return hashes;
    }

    private static uint[] Frequent(Dictionary<uint, int> counts, int least) =>
        [.. counts.Where(entry => entry.Value >= least).Select(entry => entry.Key).Order()];

    private static Dictionary<uint, int> Numbered(uint[] hashes)
    {
        var numbers = new Dictionary<uint, int>(hashes.Length);
        foreach (uint hash in hashes)
        {
            numbers.TryAdd(hash, numbers.Count + 1);
        }

        return numbers;
    }
}
