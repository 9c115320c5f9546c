namespace Demarche.Web.Work;

/// <summary>Does work items one after the other, beside the requests. Safe to share.</summary>
internal sealed class WorkDesk(LedgerSource source) : IAsyncDisposable
{
    // More than one reader fills in a hurry; whoever comes later is told to wait.
    private const int MostWaiting = 8;

    // What is shown of the past.
    private const int MostKept = 50;

    private readonly Lock _starting = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly List<WorkItem> _items = [];
    private Task _last = Task.CompletedTask;
    private int _number;

    /// <summary>What was begun since the program was started, the latest first; the oldest are forgotten.</summary>
    public IReadOnlyList<WorkItem> Items
    {
        get
        {
            lock (_starting)
            {
                return [.. Enumerable.Reverse(_items)];
            }
        }
    }

    /// <summary>The item of that number, or null.</summary>
    public WorkItem? Find(int number) => Items.FirstOrDefault(item => item.Number == number);

    /// <summary>Puts <paramref name="item"/> behind those that wait.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryStart(WorkItem item)
    {
        lock (_starting)
        {
            if (_items.Count(other => other.IsOpen) > MostWaiting)
            {
                return false;
            }

            item.Number = ++_number;
            _items.Add(item);
            if (_items.Count > MostKept)
            {
                _items.Remove(_items.First(other => !other.IsOpen));
            }

            Task before = _last;
            _last = Task.Run(async () =>
            {
                await before;
                await item.RunAsync(_ending.Token);
                source.Refresh();
            });
            return true;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _last;
        _items.ForEach(item => item.Dispose());
        _ending.Dispose();
    }
}
