using System.Collections.Frozen;

namespace Demarche.Core.Positions.Issues;

/// <summary>A phrase of the codebook before its words are weighed.</summary>
/// <param name="Issue">Index of its issue.</param>
/// <param name="Sign">As in <see cref="IssueTerm.Sign"/>.</param>
/// <param name="Concepts">Its words, each once.</param>
/// <param name="Verb">As in <see cref="IssueTerm.Verb"/>.</param>
/// <param name="Phrase">As the codebook has it.</param>
/// <param name="IsContext">A definition or label: its words only support a match, they make none.</param>
internal sealed record IssueTermDraft(int Issue, int Sign, List<string> Concepts, int Verb, string Phrase, bool IsContext)
{
    /// <summary>As in <see cref="IssueTerm.Barriers"/>.</summary>
    public string[] Barriers { get; init; } = [];

    /// <summary>As in <see cref="IssueTerm.Naming"/>.</summary>
    public IReadOnlySet<string> Naming { get; init; } = new HashSet<string>();

    /// <summary>As in <see cref="IssueTerm.Keys"/>.</summary>
    public IReadOnlySet<string> Keys { get; init; } = new HashSet<string>();

    /// <summary>As in <see cref="IssueTerm.Contraries"/>.</summary>
    public IReadOnlyDictionary<string, string> Contraries { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>As in <see cref="IssueTerm.IsFought"/>.</summary>
    public bool IsFought { get; init; }

    /// <summary>The concept of the noun that the phrase is about.</summary>
    public string Head { get; init; } = "";

    /// <summary>As in <see cref="IssueTerm.IsTransfer"/>.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>As in <see cref="IssueTerm.Others"/>.</summary>
    public string[] Others { get; init; } = [];
}
