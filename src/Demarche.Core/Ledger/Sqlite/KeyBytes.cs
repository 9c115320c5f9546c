using System.Buffers.Binary;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Hashes of terms as bytes, four each, lowest first, whatever the machine.</summary>
internal static class KeyBytes
{
    /// <summary>The bytes of some terms.</summary>
    public static byte[] Of(uint[] terms)
    {
        var bytes = new byte[sizeof(uint) * terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(sizeof(uint) * i), terms[i]);
        }

        return bytes;
    }

    /// <summary>The terms of some bytes.</summary>
    /// <exception cref="InvalidDataException">They are no terms.</exception>
    public static uint[] Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % sizeof(uint) != 0)
        {
            throw new InvalidDataException($"Terms of {bytes.Length} bytes.");
        }

        var terms = new uint[bytes.Length / sizeof(uint)];
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(sizeof(uint) * i)..]);
        }

        return terms;
    }
}
