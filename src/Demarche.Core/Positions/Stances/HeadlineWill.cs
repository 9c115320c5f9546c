using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp;

namespace Demarche.Core.Positions.Stances;

/// <summary>"Norland to lift embargo": the "to" by which a headline or sub-head says what one will do.</summary>
internal static class HeadlineWill
{
    /// <summary>Longest headline, in words. Set by hand: what is longer is a sentence that lacks its full stop.</summary>
    private const int Longest = 16;

    private static readonly Operator Will = new(OperatorGroup.Modal, 1, Act.Commit, 3);

    /// <summary>Each such "to" of a document: behind a party at the start of a sentence without a full stop; none without a document.</summary>
    public static List<OperatorHit> Find(Document? document, WordText words, IReadOnlyList<PartyMention> mentions)
    {
        var found = new List<OperatorHit>();
        int next = 0;
        foreach (TokenRange tokens in document is null ? [] : document.Sentences)
        {
            WordRange sentence = words.RangeOf(document!.SpanOf(tokens));
            while (next < mentions.Count && mentions[next].Words.Start < sentence.Start)
            {
                next++;
            }

            if (next >= mentions.Count || sentence.Length is 0 or > Longest || !words.IsWord(sentence.End - 1))
            {
                continue;
            }

            WordRange name = mentions[next].Words;
            if (name.Start == sentence.Start && name.End + 1 < sentence.End && words.Key(name.End) == "to" && !words.IsPossessive(name.End - 1))
            {
                found.Add(new OperatorHit(name.End, name.End + 1, Will));
            }
        }

        return found;
    }
}
