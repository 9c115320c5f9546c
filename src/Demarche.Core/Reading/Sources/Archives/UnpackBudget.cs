namespace Demarche.Core.Reading.Sources.Archives;

/// <summary>How much an archive may unpack to, with all archives inside it: what keeps a small bomb from filling days and memory.</summary>
internal sealed class UnpackBudget
{
    // As for gzip: news text packs to a fifth.
    private const long FreeBytes = 2L * ReadingLimits.InputBytes;
    private const long MostRatio = 200;

    private readonly long _allowed;
    private long _used;

    /// <param name="packedLength">Bytes of the outermost archive.</param>
    public UnpackBudget(long packedLength) => _allowed = Math.Max(FreeBytes, packedLength * MostRatio);

    /// <summary>Why reading stopped, for a reader.</summary>
    public static string Problem { get; } = $"it unpacks to more than {MostRatio} times its size";

    /// <summary>Whether nothing more may be unpacked.</summary>
    public bool IsSpent => _used > _allowed;

    /// <summary>The stream, its bytes counted; fails once the budget is spent.</summary>
    public Stream Watch(Stream unpacked) => new Watched(unpacked, this);

    private sealed class Watched(Stream inner, UnpackBudget budget) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            int read = inner.Read(buffer);
            budget._used += read;
            return budget.IsSpent ? throw new IOException(Problem) : read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
