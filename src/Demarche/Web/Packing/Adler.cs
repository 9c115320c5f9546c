namespace Demarche.Web.Packing;

/// <summary>The checksum of the zlib format (RFC 1950): that of a whole comes from those of its parts, so a kept part is never summed again.</summary>
/// <param name="Sum">Sum of the bytes and of where it started.</param>
/// <param name="Sums">Sum of all sums on the way.</param>
/// <param name="Length">Bytes summed.</param>
internal readonly record struct Adler(uint Sum, uint Sums, long Length)
{
    // The largest prime below 65,536, and how many bytes fit before 32 bits run over (RFC 1950, section 9).
    private const uint Base = 65521;
    private const int MostAtOnce = 5552;

    /// <summary>Of no bytes.</summary>
    public static Adler Start => new(1, 0, 0);

    /// <summary>As it is written at the end.</summary>
    public uint Value => (Sums << 16) | Sum;

    /// <summary>After <paramref name="bytes"/>.</summary>
    public Adler Over(ReadOnlySpan<byte> bytes)
    {
        (uint sum, uint sums) = (Sum, Sums);
        for (int start = 0; start < bytes.Length; start += MostAtOnce)
        {
            foreach (byte one in bytes.Slice(start, Math.Min(MostAtOnce, bytes.Length - start)))
            {
                sum += one;
                sums += sum;
            }

            sum %= Base;
            sums %= Base;
        }

        return new Adler(sum, sums, Length + bytes.Length);
    }

    /// <summary>After bytes of which <paramref name="next"/> is the checksum alone.</summary>
    public Adler Then(Adler next)
    {
        long before = (long)Sum + Base - 1;
        return new Adler(
            (uint)((before + next.Sum) % Base),
            (uint)((Sums + next.Sums + (before % Base * (next.Length % Base))) % Base),
            Length + next.Length);
    }
}
