namespace Demarche.Core.Reading;

/// <summary>Tells records, pages and plain texts apart: by the file's name, or by its first bytes.</summary>
internal static class RawKinds
{
    /// <summary>Bytes of the byte order marks, white space, and the zero bytes of UTF-16.</summary>
    private static ReadOnlySpan<byte> MarksAndSpaces =>
        [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0];

    /// <summary>What a file of this name holds, or null when its name does not say. A <c>.gz</c> at the end does not count.</summary>
    public static RawKind? OfName(string path)
    {
        string name = WithoutGzip(path);
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".JSONL" or ".NDJSON" => RawKind.Record,
            ".HTML" or ".HTM" or ".XHTML" => RawKind.Page,
            ".TXT" => RawKind.Text,
            _ => null,
        };
    }

    /// <summary>The file's name without folders, <c>.gz</c> and extension.</summary>
    public static string StemOf(string path) => Path.GetFileNameWithoutExtension(WithoutGzip(path));

    /// <summary>
    /// What a stream that begins with <paramref name="first"/> holds: records as soon as one line starts with a brace
    /// (so that a broken line in front does not hide them), else a page when it starts with a tag, else text.
    /// </summary>
    public static RawKind Of(ReadOnlySpan<byte> first)
    {
        ReadOnlySpan<byte> rest = first.TrimStart(MarksAndSpaces);
        if (rest.StartsWith("{"u8) || rest.IndexOf("\n{"u8) >= 0 || rest.IndexOf("\n\0{"u8) >= 0)
        {
            return RawKind.Record;
        }

        return rest.StartsWith("<"u8) ? RawKind.Page : RawKind.Text;
    }

    private static string WithoutGzip(string path) =>
        path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
}
