using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Demarche.Core.Reading;

/// <summary>
/// Works on items of a sequence on several threads and gives the results in the sequence's order. A few items a thread are
/// in flight, however long the sequence is, and it is read no further than that.
/// </summary>
public static class OrderedWork
{
    /// <summary>The results of <paramref name="work"/> on <paramref name="items"/>, in their order.</summary>
    /// <param name="items">Enumerated once, on one thread at a time.</param>
    /// <param name="work">Called on several threads at once; what it throws is thrown where its result would have been.</param>
    /// <param name="threads">How many, 1 or more.</param>
    /// <param name="cancellation">Stops early.</param>
    public static async IAsyncEnumerable<TResult> MapAsync<TItem, TResult>(
        IEnumerable<TItem> items,
        Func<TItem, TResult> work,
        int threads,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var jobs = Channel.CreateBounded<Job<TItem, TResult>>(threads);
        // Four results a thread may wait for their turn behind a slow article.
        var order = Channel.CreateBounded<Task<TResult>>(threads * 4);
        Task feeder = Task.Run(() => FeedAsync(items, jobs.Writer, order.Writer, stop.Token), CancellationToken.None);
        Task[] workers = [.. Enumerable.Range(0, threads).Select(_ =>
            Task.Run(() => WorkAsync(jobs.Reader, work, stop.Token), CancellationToken.None))];
        try
        {
            await foreach (Task<TResult> result in order.Reader.ReadAllAsync(stop.Token))
            {
                yield return await result.WaitAsync(stop.Token);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll([feeder, .. workers]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FeedAsync<TItem, TResult>(
        IEnumerable<TItem> items,
        ChannelWriter<Job<TItem, TResult>> jobs,
        ChannelWriter<Task<TResult>> order,
        CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            foreach (TItem item in items)
            {
                var job = new Job<TItem, TResult>(item);
                await order.WriteAsync(job.Done.Task, stop);
                await jobs.WriteAsync(job, stop);
            }
        }
        catch (Exception e)
        {
            // Whatever the sequence throws surfaces behind the results before it.
            failure = e;
        }

        jobs.Complete();
        order.Complete(failure);
    }

    private static async Task WorkAsync<TItem, TResult>(
        ChannelReader<Job<TItem, TResult>> jobs, Func<TItem, TResult> work, CancellationToken stop)
    {
        await foreach (Job<TItem, TResult> job in jobs.ReadAllAsync(stop))
        {
            try
            {
                job.Done.SetResult(work(job.Item));
            }
            catch (Exception e)
            {
                job.Done.SetException(e);
            }
        }
    }

    private sealed class Job<TItem, TResult>(TItem item)
    {
        public TItem Item { get; } = item;

        public TaskCompletionSource<TResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
