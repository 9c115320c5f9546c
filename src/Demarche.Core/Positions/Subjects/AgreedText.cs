using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Subjects;

/// <summary>What an agreement lays down for those who made it: "the treaty obliges Norland to pay", "under the accord, Suderia must".</summary>
internal static class AgreedText
{
    /// <summary>Words from "under" to the noun and from the noun to its verb: "under the | long awaited transit | accord", "accord | also | obliges".</summary>
    private const int Reach = 4;

    /// <summary>What binds a party to do it: it has agreed to.</summary>
    private static readonly Operator Bound = new(OperatorGroup.Attitude, 1, Act.Commit, 3);

    /// <summary>The word by which an agreement binds <paramref name="mention"/> to do what follows; or null.</summary>
    public static OperatorHit? Binding(CodedText text, PartyMention mention)
    {
        WordText words = text.Words;
        int verb = mention.Words.Start - 1;
        verb -= verb > 0 && words.Key(verb) is "the" or "both" ? 1 : 0;
        bool isBound = verb > 0 && mention.Words.End < words.Count && words.Key(mention.Words.End) == "to"
            && Of(words, verb) is "obliges" or "obliged" or "obligates" or "obligated" or "requires" or "required" or "commits" or "committed" or "binds" or "bound";
        bool agreed = false;
        for (int i = verb - 1; isBound && i >= 0 && i >= verb - Reach && words.IsWord(i); i--)
        {
            agreed |= IsAgreement(words.Key(i));
        }

        return agreed ? new OperatorHit(verb, verb + 1, Bound) : null;
    }

    /// <summary>Whether a sentence tells what stands in an agreement: "Under the accord signed on Monday, ...".</summary>
    public static bool Opens(WordText words, WordRange sentence)
    {
        bool opens = false;
        for (int i = sentence.Start + 1; words.Key(sentence.Start) == "under" && i < sentence.End && i <= sentence.Start + Reach + 1; i++)
        {
            opens |= IsAgreement(words.Key(i));
        }

        return opens;
    }

    /// <summary>Whether the key is that of what two make together and both are held to. Written by us.</summary>
    public static bool IsAgreement(string key) =>
        key is "accord" or "deal" or "agreement" or "treaty" or "pact" or "settlement" or "truce" or "framework" or "compact" or "arrang" or "bargain" or "packag" or "understand" or "swap"
            or "comprom" or "contract";

    private static string Of(WordText words, int at) => words.Span(at).Of(words.Text);
}
