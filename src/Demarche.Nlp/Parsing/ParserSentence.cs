using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Parsing;

/// <summary>The sentence being parsed, as the features see it. Belongs to one workspace and is filled anew for each sentence.</summary>
internal sealed class ParserSentence
{
    private WordHashes[] _words = [];
    private byte[] _tags = [];
    private byte[] _kinds = [];
    private int[] _commas = [];
    private int[] _verbs = [];
    private int[] _conjunctions = [];

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a sentence in.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="tags">One label of <paramref name="tagSet"/> per word.</param>
    /// <param name="tagSet">The tagger's labels.</param>
    public void Fill(ReadOnlySpan<WordHashes> words, ReadOnlySpan<byte> tags, ParserTags tagSet)
    {
        Count = words.Length;
        if (_words.Length < Count)
        {
            _words = new WordHashes[Count * 2];
            _tags = new byte[Count * 2];
            _kinds = new byte[Count * 2];
            _commas = new int[(Count * 2) + 1];
            _verbs = new int[(Count * 2) + 1];
            _conjunctions = new int[(Count * 2) + 1];
        }

        words.CopyTo(_words);
        tags[..Count].CopyTo(_tags);
        for (int i = 0; i < Count; i++)
        {
            _kinds[i] = tagSet.KindOf(tags[i]);
            _commas[i + 1] = _commas[i] + (tagSet.IsComma(tags[i]) ? 1 : 0);
            _verbs[i + 1] = _verbs[i] + (tagSet.IsVerb(tags[i]) ? 1 : 0);
            _conjunctions[i + 1] = _conjunctions[i] + (tagSet.IsConjunction(tags[i]) ? 1 : 0);
        }
    }

    /// <summary>Key of the word in lower case.</summary>
    public uint WordOf(int index) => _words[index].Lower;

    /// <summary>All keys of the word.</summary>
    public ref readonly WordHashes this[int index] => ref _words[index];

    /// <summary>Its label.</summary>
    public uint TagOf(int index) => _tags[index];

    /// <summary>Number of its universal part of speech.</summary>
    public uint KindOf(int index) => _kinds[index];

    /// <summary>Key of its shape; 0 outside the sentence.</summary>
    public uint ShapeOf(int index) => (uint)index < (uint)Count ? _words[index].Shape : 0;

    /// <summary>How many commas, verbs and conjunctions (up to 3 each) stand strictly between two words, as one number.</summary>
    public uint Between(int left, int right) =>
        Counted(_commas, left, right) << 4 | Counted(_verbs, left, right) << 2 | Counted(_conjunctions, left, right);

    private static uint Counted(int[] sums, int left, int right) => (uint)Math.Min(3, sums[right] - sums[left + 1]);
}
