using System.Runtime.InteropServices;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>
/// Sets passages aside that say what many others of the story say in the same words, so that one quotation in thousands of articles is not compared with
/// itself millions of times; they follow their like into its utterance.
/// </summary>
internal sealed class SamePassages
{
    // So many of one text are compared. No story of the public sets has as many outlets, so their utterances stay what they were; and it is a quarter of
    // the passages that PassageLinks looks at for one word, so that a text keeps the links it has with other wordings.
    private const int MostCompared = 50;

    private readonly Dictionary<(string Text, bool IsQuoted, bool IsBare, string? Speaker), List<Passage>> _aside = [];

    /// <summary>Parts <paramref name="passages"/>; the first of a text, in their order, are compared.</summary>
    public SamePassages(IReadOnlyList<Passage> passages)
    {
        var counts = new Dictionary<(string, bool, bool, string?), int>();
        var compared = new List<Passage>();
        foreach (Passage passage in passages)
        {
            ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, KeyOf(passage), out _);
            if (++count <= MostCompared)
            {
                compared.Add(passage);
                continue;
            }

            ref List<Passage>? aside = ref CollectionsMarshal.GetValueRefOrAddDefault(_aside, KeyOf(passage), out _);
            (aside ??= []).Add(passage);
        }

        Compared = compared;
    }

    /// <summary>Those to compare, in the order given.</summary>
    public IReadOnlyList<Passage> Compared { get; }

    /// <summary>The members of a group, then those set aside that say the same as one of them; each is given to the first group that asks.</summary>
    public List<Passage> With(IReadOnlyList<Passage> group)
    {
        var all = new List<Passage>(group);
        foreach (Passage passage in group)
        {
            if (_aside.Remove(KeyOf(passage), out List<Passage>? others))
            {
                all.AddRange(others);
            }
        }

        return all;
    }

    private static (string Text, bool IsQuoted, bool IsBare, string? Speaker) KeyOf(Passage passage) =>
        (passage.Text, passage.IsQuoted, passage.IsBare, passage.Attribution.Speaker);
}
