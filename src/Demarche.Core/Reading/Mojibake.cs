using System.Text;

namespace Demarche.Core.Reading;

/// <summary>Repairs characters that were encoded twice: UTF-8 read as Windows-1252 and saved again ("â€™" for an apostrophe).</summary>
internal static class Mojibake
{
    // One such pair of letters can be meant; three in a text that all make sense as UTF-8, and none that does not, cannot.
    private const int FewestRepairs = 3;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text meant; null when nothing was encoded twice, or not certainly.</summary>
    public static string? Repaired(string text)
    {
        if (text.AsSpan().IndexOfAny('Ã', 'â', 'Ð') < 0 && !text.Contains('Â', StringComparison.Ordinal))
        {
            return null;
        }

        string[] lines = text.Split('\n');
        int repairs = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
            {
                continue;
            }

            if (RepairedLine(lines[i]) is not { } repaired)
            {
                // A line that is right as it stands speaks against the others.
                return null;
            }

            repairs += lines[i].Length - repaired.Length;
            lines[i] = repaired;
        }

        return repairs >= FewestRepairs ? string.Join('\n', lines) : null;
    }

    private static string? RepairedLine(string line)
    {
        try
        {
            return Strict.GetString(Windows1252.GetBytes(line));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
