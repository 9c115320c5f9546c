using System.Globalization;
using System.Text;

namespace Demarche.Core.Reading.Sources.Mail;

/// <summary>How mail carries bytes through seven-bit channels (RFC 2045, 2047). What is not well-formed is kept as it stands.</summary>
internal static class TransferCoding
{
    /// <summary>The bytes of a part.</summary>
    /// <param name="body">As they were sent.</param>
    /// <param name="coding">The part's Content-Transfer-Encoding, or null.</param>
    public static byte[] Decode(ReadOnlySpan<byte> body, string? coding) => (coding ?? "").Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body, isWord: false),
        _ => body.ToArray(),
    };

    /// <summary>A header's text with its encoded words ("=?utf-8?B?...?=") read.</summary>
    public static string Words(string value)
    {
        var text = new StringBuilder();
        int at = 0;
        while (value.IndexOf("=?", at, StringComparison.Ordinal) is var start and >= 0)
        {
            string[] parts = value[(start + 2)..].Split('?', 4);
            int length = parts.Length == 4 && parts[3].StartsWith('=') ? parts[0].Length + parts[1].Length + parts[2].Length + 6 : 0;
            if (length == 0)
            {
                break;
            }

            // White space between two encoded words belongs to neither.
            string before = value[at..start];
            text.Append(at > 0 && string.IsNullOrWhiteSpace(before) ? "" : before);
            byte[] bytes = Encoding.Latin1.GetBytes(parts[2]);
            byte[] decoded = parts[1].Equals("B", StringComparison.OrdinalIgnoreCase) ? Base64(bytes) : QuotedPrintable(bytes, isWord: true);
            text.Append(TextDecoder.Decode(decoded, TextDecoder.Named(parts[0])));
            at = start + length;
        }

        return text.Append(value.AsSpan(at)).ToString().Trim();
    }

    private static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var digits = new byte[body.Length + 3];
        int count = 0;
        foreach (byte b in body)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/')
            {
                digits[count++] = b;
            }
        }

        // A lone digit at the end holds no byte; missing padding is made up for.
        count -= count % 4 == 1 ? 1 : 0;
        while (count % 4 != 0)
        {
            digits[count++] = (byte)'=';
        }

        var bytes = new byte[count / 4 * 3];
        System.Buffers.Text.Base64.DecodeFromUtf8(digits.AsSpan(0, count), bytes, out _, out int written);
        return bytes[..written];
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> body, bool isWord)
    {
        var bytes = new MemoryStream(body.Length);
        for (int i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes.WriteByte(isWord && body[i] == '_' ? (byte)' ' : body[i]);
                continue;
            }

            ReadOnlySpan<byte> rest = body[(i + 1)..];
            int lineEnd = rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) ? 1 : 0;
            bool isByte = rest.Length >= 2 && byte.TryParse(rest[..2], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _);
            if (isByte)
            {
                bytes.WriteByte(byte.Parse(rest[..2], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            }
            else if (lineEnd == 0)
            {
                bytes.WriteByte((byte)'=');
            }

            i += isByte ? 2 : lineEnd;
        }

        return bytes.ToArray();
    }
}
