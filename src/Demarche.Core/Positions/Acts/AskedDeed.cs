using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Acts;

/// <summary>An infinitive that is told or given to another to do: "told Norland to lift it", "gave Norland until Friday to lift it", "a deadline to lift it".</summary>
internal static class AskedDeed
{
    /// <summary>Words from the verb to the "to": "gave the Norlandic government two more weeks | to". Set by hand.</summary>
    private const int Reach = 9;

    /// <summary>Words from the "to" to the words that name the matter. Set by hand.</summary>
    private const int VerbReach = 6;

    /// <summary>Whether <paramref name="candidate"/> tells such a deed.</summary>
    public static bool Is(CodedText text, Candidate candidate)
    {
        WordText words = text.Words;
        int to = candidate.Match.Words.Start;
        int floor = Math.Max(candidate.Sentence.Start, to - VerbReach);
        while (to > floor && words.Key(to) != "to")
        {
            to--;
        }

        bool isSet = false;
        bool tells = false;
        bool gives = false;
        bool hasTerm = false;
        bool namesOther = false;
        for (int i = to - 1; words.Key(to) == "to" && i >= Math.Max(0, to - Reach) && words.Key(i) is not ("." or ";" or ":"); i--)
        {
            isSet |= words.Key(i) == "deadlin";
            tells |= words.Key(i) is "tell" or "told";
            gives |= words.Key(i) is "give" or "gave" or "given" or "has" or "have" or "had";
            hasTerm |= words.Key(i) is "until" or "till" or "hour" or "day" or "week" or "month" or "year";
            namesOther |= text.MentionAt(i) is { } mention ? mention.Actor.PartyId != candidate.Holder.Party : words.Key(i) is "him" or "them" or "you";
        }

        return isSet || (namesOther && (tells || (hasTerm && gives)));
    }
}
