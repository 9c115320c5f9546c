using System.Buffers.Binary;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>Profiles as bytes, as a ledger keeps them: a byte that tells headlines, then nine bytes a term.</summary>
internal static class ProfileBytes
{
    private const int TermLength = 9;
    private const int KindShift = 6;
    private const int TitleMask = (1 << KindShift) - 1;

    /// <summary>The bytes of a profile.</summary>
    public static byte[] Of(ArticleProfile profile)
    {
        var bytes = new byte[1 + (TermLength * profile.Terms.Length)];
        bytes[0] = profile.IsHeadline ? (byte)1 : (byte)0;
        for (int i = 0; i < profile.Terms.Length; i++)
        {
            Span<byte> at = bytes.AsSpan(1 + (TermLength * i), TermLength);
            BinaryPrimitives.WriteUInt32LittleEndian(at, profile.Terms[i]);
            BinaryPrimitives.WriteUInt16LittleEndian(at[4..], profile.Ranks[i]);
            at[6] = (byte)(((int)profile.Kinds[i] << KindShift) | profile.InTitle[i]);
            at[7] = profile.InLead[i];
            at[8] = profile.InText[i];
        }

        return bytes;
    }

    /// <summary>The profile of some bytes.</summary>
    /// <exception cref="InvalidDataException">They are no profile.</exception>
    public static ArticleProfile Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % TermLength != 1)
        {
            throw new InvalidDataException($"A profile of {bytes.Length} bytes.");
        }

        int count = bytes.Length / TermLength;
        var profile = new ArticleProfile
        {
            Terms = new uint[count],
            InTitle = new byte[count],
            InLead = new byte[count],
            InText = new byte[count],
            Kinds = new TermKind[count],
            Ranks = new ushort[count],
            IsHeadline = bytes[0] == 1,
        };
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> at = bytes.Slice(1 + (TermLength * i), TermLength);
            profile.Terms[i] = BinaryPrimitives.ReadUInt32LittleEndian(at);
            profile.Ranks[i] = BinaryPrimitives.ReadUInt16LittleEndian(at[4..]);
            profile.Kinds[i] = (TermKind)(at[6] >> KindShift);
            profile.InTitle[i] = (byte)(at[6] & TitleMask);
            profile.InLead[i] = at[7];
            profile.InText[i] = at[8];
        }

        return profile;
    }
}
