using System.Buffers;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Outlets;

namespace Demarche.Core.Exchange;

/// <summary>
/// Reads inputs, codes them and writes their records in input order, on several threads. Nothing is kept between articles:
/// memory does not grow with their number, and the bytes are the same on any number of threads.
/// </summary>
public sealed class RecordPipe
{
    // A record of an article of usual length fits.
    private const int InitialLineBytes = 1 << 14;

    private readonly InputCoder _coder;
    private readonly bool _isCoded;
    private readonly int _threads;

    /// <summary>A pipe for records.</summary>
    /// <param name="pipeline">Codes the articles; null writes what Reading alone gives.</param>
    /// <param name="threads">How many articles are worked on at once, 1 or more.</param>
    /// <param name="isExplained">Whether what Reading cut is written with the reasons.</param>
    /// <param name="outlets">Names that outlets go by; null for none.</param>
    public RecordPipe(ArticlePipeline? pipeline, int threads, bool isExplained = false, OutletRegistry? outlets = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _coder = new InputCoder(pipeline, outlets, keepsCut: isExplained);
        _isCoded = pipeline is not null;
        _threads = threads;
    }

    /// <summary>Writes one line for every input.</summary>
    /// <param name="inputs">Enumerated once, no further ahead than a few inputs a thread.</param>
    /// <param name="output">Receives the records; flushed whenever the next one is not at hand yet.</param>
    /// <param name="onProblem">Told of every input that failed, in input order: where it lies, and why.</param>
    /// <param name="cancellation">Stops between two records.</param>
    /// <returns>How many inputs failed.</returns>
    public async Task<int> WriteAsync(
        IEnumerable<RawArticle> inputs, Stream output, Action<string, string> onProblem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(onProblem);
        int failed = 0;
        await using IAsyncEnumerator<Line> lines =
            OrderedWork.MapAsync(inputs, Make, _threads, cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            ValueTask<bool> next = lines.MoveNextAsync();
            if (!next.IsCompleted)
            {
                await output.FlushAsync(cancellation);
            }

            if (!await next)
            {
                return failed;
            }

            if (lines.Current.Problem is { } problem)
            {
                failed++;
                onProblem(lines.Current.Origin, problem);
            }

            await output.WriteAsync(lines.Current.Bytes, cancellation);
        }
    }

    private Line Make(RawArticle raw)
    {
        CodedInput input = _coder.Code(raw);
        try
        {
            return LineOf(input);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // A span outside its text is a fault of ours; it costs its own article, not the run.
            return LineOf(input with
            {
                Coded = new CodedArticle { Article = input.Coded.Article with { Furniture = [] }, Error = $"internal error: {e.Message}" },
            });
        }
    }

    private Line LineOf(CodedInput input)
    {
        var buffer = new ArrayBufferWriter<byte>(InitialLineBytes);
        if (_isCoded)
        {
            RecordWriter.Write(input.Coded, buffer);
        }
        else
        {
            RecordWriter.WriteRead(input.Coded, buffer);
        }

        return new Line(input.Origin, input.Coded.Error, buffer.WrittenMemory);
    }

    private readonly record struct Line(string Origin, string? Problem, ReadOnlyMemory<byte> Bytes);
}
