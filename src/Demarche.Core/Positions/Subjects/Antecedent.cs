using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Finds whom a relative pronoun means: "Norland, which has fought for it".</summary>
internal static class Antecedent
{
    /// <summary>The actor named right before the "who" or "which" at <paramref name="at"/>, or null.</summary>
    public static PartyMention? Of(CodedText text, int at, WordRange limits)
    {
        if (text.Words.Key(at) is not ("who" or "which"))
        {
            return null;
        }

        int before = at - 1;
        before -= before > limits.Start && text.Words.Key(before) == "," ? 1 : 0;
        return before >= limits.Start && text.MentionAt(before) is { } mention && !text.Words.IsPossessive(before) ? mention : null;
    }
}
