namespace Demarche.Core.Parties;

/// <summary>Something in a codebook that its author should look at.</summary>
/// <param name="Line">1-based line of the file; what concerns the whole file stands at 1:1.</param>
/// <param name="Column">1-based column.</param>
/// <param name="Severity">Whether the codebook can be used all the same.</param>
/// <param name="Message">What is wrong, with the words it concerns, and the remedy.</param>
public sealed record CodebookProblem(int Line, int Column, ProblemSeverity Severity, string Message);

/// <summary>Whether a codebook with the problem can be used.</summary>
public enum ProblemSeverity
{
    /// <summary>It can; what happens is said in the message.</summary>
    Warning,

    /// <summary>It cannot.</summary>
    Error,
}
