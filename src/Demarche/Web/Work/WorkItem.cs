namespace Demarche.Web.Work;

/// <summary>Something that takes longer than a request: shown with its progress, and stopped when its reader wants to. Written by one thread, read by many.</summary>
public abstract class WorkItem : IDisposable
{
    private readonly CancellationTokenSource _cancelling = new();
    private long _done;

    /// <summary>What it does, for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Its number since the program was started, from 1.</summary>
    public int Number { get; internal set; }

    /// <summary>How far it is.</summary>
    public WorkState State { get; private set; }

    /// <summary>How many of <see cref="Total"/> are done.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>How much there is to do; null when it is not known before the end.</summary>
    public long? Total { get; protected set; }

    /// <summary>Why it failed as a whole, for a reader; null when it did not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether it is not at its end yet.</summary>
    public bool IsOpen => State is WorkState.Waiting or WorkState.Running;

    /// <summary>Stops it before its next article.</summary>
    public void Cancel() => _cancelling.Cancel();

    /// <summary>Does it; never throws.</summary>
    /// <param name="ending">The program is about to end.</param>
    internal async Task RunAsync(CancellationToken ending)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending, _cancelling.Token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            State = WorkState.Running;
            await WorkAsync(either.Token);
            State = WorkState.Done;
        }
        catch (OperationCanceledException)
        {
            State = WorkState.Cancelled;
        }
#pragma warning disable CA1031 // Whatever went wrong is this item's: it is told on its page, and the next item runs.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            Problem = problem.Message;
            State = WorkState.Failed;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancelling.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>One more is done.</summary>
    protected void Advance() => Interlocked.Increment(ref _done);

    /// <summary>Does the work.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellation);
}

/// <summary>How far a work item is.</summary>
public enum WorkState
{
    /// <summary>Others come first.</summary>
    Waiting,

    /// <summary>It is being done.</summary>
    Running,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>Its reader stopped it; what was done until then stays done.</summary>
    Cancelled,

    /// <summary>It could not be done.</summary>
    Failed,
}
