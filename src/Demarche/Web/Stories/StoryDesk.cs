using Demarche.Core.Comparisons.Kept;

namespace Demarche.Web.Stories;

/// <summary>
/// The stories of the ledger for all pages. What the ledger keeps of them is brought up to date beside the requests: when articles came, the
/// first one who asks starts it, and nobody waits longer than they want to. Safe to share.
/// </summary>
internal sealed class StoryDesk : IAsyncDisposable
{
    // Readers and an intake want the processor too.
    private const int Threads = 1;

    private readonly LedgerSource _source;
    private readonly Lock _starting = new();
    private readonly CancellationTokenSource _ending = new();
    private Task _update = Task.CompletedTask;
    private string _currentOf = "";

    /// <summary>The stories of <paramref name="source"/>.</summary>
    public StoryDesk(LedgerSource source)
    {
        _source = source;
        Book = new StoryBook(source.Ledger, ShippedModels.ReadVectors);
    }

    /// <summary>What the ledger keeps.</summary>
    public StoryBook Book { get; }

    /// <summary>Waits until the stories are those of the articles, and tells whether they are.</summary>
    /// <param name="patience">How long to wait at most.</param>
    /// <param name="cancellation">Stops the waiting, not the work.</param>
    public async Task<bool> IsCurrentAsync(TimeSpan patience, CancellationToken cancellation)
    {
        if (_currentOf == _source.Version)
        {
            return true;
        }

        Task update = Start();
        try
        {
            await update.WaitAsync(patience, cancellation);
        }
        catch (TimeoutException)
        {
            return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        // Whoever waits for it is told how it ended; what was done stays done.
        await _update.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private Task Start()
    {
        lock (_starting)
        {
            if (_update.IsCompleted && !_ending.IsCancellationRequested)
            {
                _update = Task.Run(Update);
            }

            return _update;
        }
    }

    // Its own writing changes the version as well: only when a round changed nothing are the stories those of that version.
    private void Update()
    {
        for (string version = ""; version != _source.Version;)
        {
            version = _source.Version;
            Book.Update(Threads, _ending.Token);
            _currentOf = version;
        }
    }
}
