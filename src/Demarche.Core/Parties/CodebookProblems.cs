using YamlDotNet.Core;

namespace Demarche.Core.Parties;

/// <summary>Gathers the problems of one codebook.</summary>
internal sealed class CodebookProblems
{
    // A file that is no codebook at all would fill the screen; the first hundred tell enough.
    private const int MostKept = 100;

    private readonly List<CodebookProblem> _problems = [];

    /// <summary>Whether one of them is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Notes an error at <paramref name="mark"/>.</summary>
    public void Error(Mark mark, string message) => Add(mark, ProblemSeverity.Error, message);

    /// <summary>Notes a warning at <paramref name="mark"/>.</summary>
    public void Warn(Mark mark, string message) => Add(mark, ProblemSeverity.Warning, message);

    /// <summary>All of them by line and column.</summary>
    public IReadOnlyList<CodebookProblem> Sorted() =>
        [.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ThenBy(problem => problem.Message, StringComparer.Ordinal)];

    private void Add(Mark mark, ProblemSeverity severity, string message)
    {
        HasErrors |= severity == ProblemSeverity.Error;
        if (_problems.Count < MostKept)
        {
            _problems.Add(new CodebookProblem((int)mark.Line, (int)mark.Column, severity, message));
        }
    }
}
