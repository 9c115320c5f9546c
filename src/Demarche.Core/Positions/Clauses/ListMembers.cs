using Demarche.Core.Attributions;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp;

namespace Demarche.Core.Positions.Clauses;

/// <summary>Which words of a text stand in which member of a list: what a later member does to its thing, it does to no other's. Immutable.</summary>
internal sealed class ListMembers
{
    /// <summary>Number of the member, counted through the text; 0 outside lists and in a list's first member, where nothing shows its beginning.</summary>
    private readonly int[] _members;

    /// <summary>The members of the even lists of <paramref name="document"/>; none without a language model.</summary>
    public ListMembers(Document? document, WordText words)
    {
        _members = new int[words.Count];
        int number = 0;
        foreach (PhraseList list in document is null ? [] : PhraseList.Find(document))
        {
            for (int i = list.First < 0 ? 0 : -1; i < list.Borders.Count && list.IsEven; i++)
            {
                int start = i < 0 ? list.First : list.Borders[i] + 1;
                int end = i + 1 < list.Borders.Count ? list.Borders[i + 1] : list.End;
                WordRange member = words.RangeOf(document!.SpanOf(new TokenRange(start, end)));
                Array.Fill(_members, ++number, member.Start, member.Length);
            }
        }
    }

    /// <summary>Number of the member that holds <paramref name="word"/>; 0 outside lists and in a first member.</summary>
    public int Of(int word) => _members[word];

    /// <summary>What of <paramref name="range"/> stands in no other member than the words of <paramref name="matter"/> do.</summary>
    public WordRange Around(WordRange matter, WordRange range)
    {
        if (!range.Contains(matter.Start) || !range.Contains(matter.End - 1))
        {
            return range;
        }

        int start = matter.Start;
        while (start > range.Start && _members[start - 1] == _members[matter.Start])
        {
            start--;
        }

        int end = matter.End;
        while (end < range.End && _members[end] == _members[matter.End - 1])
        {
            end++;
        }

        return new WordRange(start, end);
    }

    /// <summary>Whether both words stand in later members of lists, and not in the same.</summary>
    public bool AreApart(int word, int other) => _members[word] > 0 && _members[other] > 0 && _members[word] != _members[other];
}
