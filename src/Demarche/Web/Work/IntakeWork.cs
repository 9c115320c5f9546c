using System.Collections.Concurrent;
using Demarche.Core;
using Demarche.Core.Ledger;

namespace Demarche.Web.Work;

/// <summary>Articles on their way into the ledger, added or read anew.</summary>
public sealed class IntakeWork : WorkItem
{
    // The page is for people; a long list of failures says the same as its beginning.
    private const int MostFailures = 500;

    private readonly ConcurrentQueue<(string Origin, string Problem)> _failures = new();
    private readonly int[] _counts = new int[Enum.GetValues<AddKind>().Length];
    private int _failed;

    /// <summary>Gives what became of every input, in order; each one given is on disk.</summary>
    public required Func<CancellationToken, IAsyncEnumerable<IntakeResult>> Results { get; init; }

    /// <summary>Number of articles, when it is known.</summary>
    public long? Count { init => Total = value; }

    /// <summary>Number of inputs that are not in the ledger.</summary>
    public int Failed => Volatile.Read(ref _failed);

    /// <summary>The first of them with their reasons.</summary>
    public IReadOnlyCollection<(string Origin, string Problem)> Failures => _failures;

    /// <summary>How many inputs did that to the ledger.</summary>
    public int CountOf(AddKind kind) => Volatile.Read(ref _counts[(int)kind]);

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        await foreach (IntakeResult result in Results(cancellation).WithCancellation(cancellation))
        {
            if (result.Outcome is { } outcome)
            {
                Interlocked.Increment(ref _counts[(int)outcome.Kind]);
            }
            else if (Interlocked.Increment(ref _failed) <= MostFailures)
            {
                _failures.Enqueue((result.Origin, result.Problem ?? "it could not be read"));
            }

            Advance();
        }
    }
}
