using System.Collections.Frozen;

namespace Demarche.Core.Positions.Issues;

/// <summary>A phrase of the codebook, taken apart: the words that name the matter, and what the phrase wants done with it.</summary>
/// <param name="Issue">Index of its issue in the codebook.</param>
/// <param name="Sign">+1 when the matter itself is the outcome, -1 when the outcome is its end or its opposite.</param>
/// <param name="Concepts">The words that name the matter, each once.</param>
/// <param name="Weights">How much each of them tells, 0-1, aligned to <paramref name="Concepts"/>.</param>
/// <param name="Verb">Sign of the change the phrase names ("lift": -1), or 0 when it names none.</param>
/// <param name="Phrase">The phrase as the codebook has it.</param>
internal sealed record IssueTerm(int Issue, int Sign, string[] Concepts, double[] Weights, int Verb, string Phrase)
{
    /// <summary>Those of the concepts that name a barrier ("export ban"): where none of them stands in a text, the thing barred is meant and wanting it is the contrary.</summary>
    public string[] Barriers { get; init; } = [];

    /// <summary>
    /// Keys of words of barring and opposing with which the issue names its outcome elsewhere ("limit on working hours" for "48-hour week"): near the
    /// matter they are part of its name and turn nothing.
    /// </summary>
    public IReadOnlySet<string> Naming { get; init; } = new HashSet<string>();

    /// <summary>Keys of the phrase's words that do something with the matter: where they stand too, the phrase is meant rather than another of the same matter.</summary>
    public string[] Others { get; init; } = [];

    /// <summary>Keys of the phrase's words as the codebook writes them: what stands in a text for one of them under another key is a synonym.</summary>
    public IReadOnlySet<string> Keys { get; init; } = new HashSet<string>();

    /// <summary>Keys of words that exclude one of the phrase's, with that one: "open" for "close the road". Beside the matter they name the contrary.</summary>
    public IReadOnlyDictionary<string, string> Contraries { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Whether the outcome is to act against the matter ("raids on smuggling"): what fights or ends it then names the outcome.</summary>
    public bool IsFought { get; init; }

    /// <summary>Whether the phrase, or the definition for it, has the thing go to another: "hand over the data".</summary>
    public bool IsTransfer { get; init; }

    /// <summary>The concept of the noun that the phrase is about; an empty string where it is a name or phrases of another issue have it too.</summary>
    public string Head { get; init; } = "";

    /// <summary>The concept of the noun that the phrase is about, whichever issues have it.</summary>
    public string Noun { get; init; } = "";

    /// <summary>Sum of the weights.</summary>
    public double Total { get; } = Weights.Sum();

    /// <summary>Whether it is made of names alone.</summary>
    public bool IsNames { get; } = Concepts.All(c => c[0] == '@');
}
