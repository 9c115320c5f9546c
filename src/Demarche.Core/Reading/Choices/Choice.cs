namespace Demarche.Core.Reading.Choices;

/// <summary>One choice to learn from: the candidates of a page, each by its features, and which of them are right.</summary>
/// <param name="Group">What must not be split between training and evaluation: the host.</param>
/// <param name="Page">Address of the page.</param>
/// <param name="Names">What each candidate is, for a reader; null for the one that says there is nothing.</param>
/// <param name="Candidates">Features of each candidate.</param>
/// <param name="Right">Whether each candidate is right; none right means that the page teaches nothing.</param>
/// <param name="Wanted">What is right, for a reader; null when nothing is.</param>
internal sealed record Choice(
    string Group,
    string Page,
    IReadOnlyList<string?> Names,
    IReadOnlyList<IReadOnlyCollection<string>> Candidates,
    IReadOnlyList<bool> Right,
    string? Wanted)
{
    /// <summary>How much the choice counts in training; 1 for an annotation that is to be trusted.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Feature of the candidate that says there is nothing.</summary>
    public const string Nothing = "nothing";

    /// <summary>The choice among <paramref name="candidates"/>, of which none may be right.</summary>
    public static Choice Among(
        string group, string page, IReadOnlyList<(string Name, IReadOnlyCollection<string> Features)> candidates, Func<int, bool> isRight, string? wanted) =>
        new(
            group,
            page,
            [.. candidates.Select(candidate => candidate.Name)],
            [.. candidates.Select(candidate => candidate.Features)],
            [.. Enumerable.Range(0, candidates.Count).Select(isRight)],
            wanted);

    /// <summary>The choice among <paramref name="candidates"/> and nothing, which is right when nothing is wanted.</summary>
    public static Choice OrNothing(
        string group, string page, IReadOnlyList<(string Name, IReadOnlyCollection<string> Features)> candidates, Func<int, bool> isRight, string? wanted)
    {
        bool[] right = [.. Enumerable.Range(0, candidates.Count).Select(isRight)];
        return new Choice(
            group,
            page,
            [.. candidates.Select(candidate => candidate.Name), null],
            [.. candidates.Select(candidate => candidate.Features), [Nothing]],
            [.. right, wanted is null],
            wanted);
    }

    /// <summary>Whether choosing that candidate answers what is wanted: nothing is no answer where something is.</summary>
    public bool IsAnswer(int index) => Right[index] && (Names[index] is null) == (Wanted is null);
}
