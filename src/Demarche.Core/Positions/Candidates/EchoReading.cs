using Demarche.Core.Attributions;
using Demarche.Core.Positions.References;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Reads who shares what was just told, or does not: "Norland wants a truce. Suderia does not.", "So does Suderia."</summary>
internal static class EchoReading
{
    /// <summary>Adds the positions of those whom a clause without a verb of its own names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The segments of the sentence.</param>
    /// <param name="found">All positions in text order; changed in place.</param>
    public static void Read(CodedText text, IReadOnlyList<Segment> sentence, List<Candidate> found)
    {
        WordRange range = sentence[0].Sentence;
        for (int i = range.Start; i < range.End && found.Count > 0; i++)
        {
            if (text.MentionAt(i) is not { } mention || mention.Words.Start != i || Echo(text, mention, range) is not (int sign, WordRange words))
            {
                continue;
            }

            Candidate last = found.Where(c => c.Match.Words.End <= words.Start).MaxBy(c => c.Match.Words.End) ?? found[0];
            bool follows = last.Match.Words.End <= words.Start && last.Sentence.End >= range.Start - 1;
            Attribution? voice = sentence.FirstOrDefault(s => s.Words.Contains(i))?.Attribution;
            foreach (Candidate told in found.Where(c => follows && c.Evidence == last.Evidence && c.Holder.Party != mention.Actor.PartyId && c.Condition is null).ToList())
            {
                found.Add(told with
                {
                    Holder = new Holder(mention.Actor.Name, mention.Actor.PartyId, voice is null ? null : told.Holder.ReportedBy),
                    Sign = sign * told.Sign,
                    Evidence = words,
                    Sentence = range,
                });
            }
        }
    }

    /// <summary>The words that echo and what they do: +1 for "so does Suderia", -1 for "Suderia does not"; null where the clause has a verb of its own.</summary>
    private static (int Sign, WordRange Words)? Echo(CodedText text, PartyMention mention, WordRange sentence)
    {
        int before = mention.Words.Start - 1;
        before -= before >= sentence.Start && text.Words.Key(before) == "the" ? 1 : 0;
        int after = mention.Words.End;
        if (before > sentence.Start && ShortAnswer.IsAuxiliary(Word(text, before)) && Word(text, before - 1) is "so" or "neither" or "nor" && Ends(text, after, sentence))
        {
            return (1, new WordRange(before - 1, after));
        }

        bool opens = before < sentence.Start || text.Words.Key(before) is ";" or "," or "but" or "and" or "while" || !text.Words.IsWord(before);
        if (!opens || text.Words.IsPossessive(after - 1) || after >= sentence.End || !ShortAnswer.IsAuxiliary(Word(text, after)))
        {
            return null;
        }

        bool not = after + 1 < sentence.End && text.Words.Key(after + 1) == "not";
        bool too = after + 1 < sentence.End && text.Words.Key(after + 1) is "too" or "also";
        return (not || too) && Ends(text, after + 2, sentence) ? (not ? -1 : 1, new WordRange(mention.Words.Start, after + 2)) : null;
    }

    private static bool Ends(CodedText text, int at, WordRange sentence) => at >= sentence.End || text.Words.Key(at) is "." or ";" or "," or "!" or "\n";

    private static string Word(CodedText text, int at) => text.Words.Span(at).Of(text.Words.Text).ToLowerInvariant();
}
