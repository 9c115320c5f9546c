using Demarche.Core.Ledger;

namespace Demarche.Tests.Contracts;

/// <summary>An empty ledger of its own for each test of a contract.</summary>
public abstract class LedgerFixture : IDisposable
{
    private readonly TemporaryFolder _parent = new();

    private protected LedgerFixture() => Ledger = SqliteLedger.Create(Folder, "dispute: strait\n", Time);

    protected string Folder => _parent["strait"];

    protected SteppingTime Time { get; } = new();

    protected SqliteLedger Ledger { get; }

    public void Dispose()
    {
        Ledger.Dispose();
        _parent.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>A clock that moves on by a second each time it is read.</summary>
public sealed class SteppingTime : TimeProvider
{
    private long _seconds;

    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(2031, 5, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref _seconds));
}
