using Demarche.Core.Positions.References;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Issues;

/// <summary>A place that names the matter of an issue.</summary>
/// <param name="Issue">Index of the issue in the codebook.</param>
/// <param name="Sign">+1 when wanting the matter is supporting the outcome, -1 when it is opposing it.</param>
/// <param name="Words">From the first to the last word that names it.</param>
/// <param name="Hits">The words that name it, in text order.</param>
/// <param name="Score">How sure the match is; about 1 for a whole distinctive phrase.</param>
/// <param name="Coverage">Share of the phrase's weight that stands there, 0-1.</param>
/// <param name="Verb">What a verb near it adds or takes: the phrase's own, another, none.</param>
/// <param name="Phrase">The phrase of the codebook behind it.</param>
internal sealed record IssueMatch(int Issue, int Sign, WordRange Words, int[] Hits, double Score, double Coverage, double Verb, string Phrase)
{
    /// <summary>Share of its words that a better match of another issue has taken already.</summary>
    public double Shared { get; init; }

    /// <summary>Share of the phrase for which only words of a near meaning stand there, 0-1.</summary>
    public double Near { get; init; }

    /// <summary>1 when the phrase's words that do something with the matter stand there too, -1 when not all do, 0 when it has none.</summary>
    public int Others { get; init; }

    /// <summary>Whether the thing is to go to another by the phrase, as <see cref="IssueTerm.IsTransfer"/>.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>The sign under what governs the matter: of "hand over the data" the data are wanted by whoever wants the outcome, where nothing says that they go or stay.</summary>
    /// <param name="text">The text.</param>
    /// <param name="operators">What governs the matter.</param>
    public int SignUnder(CodedText text, IReadOnlyList<OperatorHit> operators)
    {
        bool isOwned = Words.Start > 0 && text.Words.Key(Words.Start - 1) is "it" or "their" or "our" or "his" or "her";
        return IsTransfer && !isOwned && operators.Count > 0 && operators.All(o => o.Operator.Group is OperatorGroup.Attitude or OperatorGroup.Modal or OperatorGroup.Negator) ? -Sign : Sign;
    }

    /// <summary>What the issue's definition adds, as <see cref="MatchSurroundings.Context"/>.</summary>
    public double Context { get; init; }

    /// <summary>Share of the words that are synonyms of the phrase's own or near them in meaning, 0-1.</summary>
    public double Synonyms { get; init; }

    /// <summary>Indices of the issues that have another party act than the one that acts here: they are not meant, however near their words come.</summary>
    public IReadOnlyList<int> RuledOut { get; init; } = [];

    /// <summary>The place that names it, where the words only point back there; else null.</summary>
    public Reference? Reference { get; init; }
}
