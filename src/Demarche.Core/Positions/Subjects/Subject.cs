using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Stances;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Whose stance a clause tells, by its grammar.</summary>
/// <param name="Mentions">The actors, several for a joint subject.</param>
/// <param name="Operator">The word by which they take the stance.</param>
/// <param name="Start">Index of the first word of the first of them.</param>
internal sealed record Subject(IReadOnlyList<PartyMention> Mentions, OperatorHit Operator, int Start)
{
    /// <summary>Whether the tree shows it; else it only stands near.</summary>
    public bool IsByTree { get; init; }

    /// <summary>Index after the last of them: what governs the matter from their side stands behind it.</summary>
    public int End => Mentions[0].Words.Start >= Operator.Start ? Start : Mentions[^1].Words.End;

    /// <summary>Whether one of them belongs to <paramref name="party"/>.</summary>
    public bool Has(string? party) => Mentions.Any(m => m.Actor.PartyId == party);

    /// <summary>Whether it stands behind what it does, so that the matter may stand before it: "was branded a farce by Norland".</summary>
    public bool IsBehind { get; init; }

    /// <summary>Whether it is whose words the matter is told in: "Norland's statement on the need to lift it".</summary>
    public bool IsText { get; init; }

    /// <summary>Whether it sets a day by which another has to act: what that other must do is what it asks for.</summary>
    public bool IsAsking { get; init; }

    /// <summary>Whether it is what a cleft brings out: "it was Norland that closed it".</summary>
    public bool IsCleft(CodedText text)
    {
        // "it was Norland that", "it was Norland's troops that".
        int pronoun = Mentions[^1].Words.End;
        pronoun += pronoun + 1 < text.Words.Count && text.Words.Key(pronoun) is not ("that" or "who" or "which") ? 1 : 0;
        return !IsBehind && pronoun < text.Words.Count && text.Words.Key(pronoun) is "that" or "who" or "which" && SubjectMending.CleftBefore(text.Words, pronoun) >= 0;
    }
}
