namespace Demarche.Core.Ledger;

/// <summary>An input that could not be read into a ledger, and has not been since.</summary>
/// <param name="Origin">Where it lies, for a reader; at most <see cref="FailureBook.LongestOrigin"/> code units.</param>
/// <param name="Problem">Why it is not in the ledger, for a reader; at most <see cref="FailureBook.LongestProblem"/> code units.</param>
/// <param name="At">When it was tried last, in UTC.</param>
/// <param name="Times">How often it was tried in vain, 1 or more.</param>
public sealed record IntakeFailure(string Origin, string Problem, DateTimeOffset At, int Times);
