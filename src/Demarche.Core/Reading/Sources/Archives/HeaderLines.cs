using System.Text;

namespace Demarche.Core.Reading.Sources.Archives;

/// <summary>Header lines as WARC records, web servers and mails write them: "Name: value", continued where a line begins with white space.</summary>
internal sealed class HeaderLines
{
    // Servers allow some 100 headers of 8 KB together; more are noise and are passed over.
    private const int MostLines = 1000;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first value of a name; null when it is not there.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The first line, where it is no header: a status or version line.</summary>
    public string FirstLine { get; private init; } = "";

    /// <summary>Reads a block of lines.</summary>
    /// <param name="block">The lines, without the empty line that ends them.</param>
    /// <param name="hasFirstLine">Whether the first line is no header.</param>
    public static HeaderLines Read(ReadOnlySpan<byte> block, bool hasFirstLine)
    {
        // Values may hold any bytes: read as UTF-8 where they are valid, as Latin-1 where not.
        string text = System.Text.Unicode.Utf8.IsValid(block) ? Encoding.UTF8.GetString(block) : Encoding.Latin1.GetString(block);
        string[] lines = text.Split('\n', MostLines);
        var headers = new HeaderLines { FirstLine = hasFirstLine ? lines[0].TrimEnd('\r') : "" };
        string? name = null;
        var value = new StringBuilder();
        foreach (string line in lines.AsSpan(hasFirstLine ? 1 : 0))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is ' ' or '\t')
            {
                value.Append(' ').Append(line.AsSpan().Trim());
            }
            else
            {
                headers.Keep(name, value);
                name = colon > 0 ? line[..colon].Trim() : null;
                value.Clear().Append(line.AsSpan(colon + 1).Trim());
            }
        }

        headers.Keep(name, value);
        return headers;
    }

    /// <summary>Bytes of the header block that <paramref name="bytes"/> begins with, and of the empty line behind it; the block is -1 long when its end is not there.</summary>
    public static (int Length, int Gap) Measure(ReadOnlySpan<byte> bytes)
    {
        int wide = bytes.IndexOf("\r\n\r\n"u8);
        int narrow = bytes[..(wide < 0 ? bytes.Length : wide)].IndexOf("\n\n"u8);
        return narrow >= 0 ? (narrow, 2) : (wide, 4);
    }

    /// <summary>A parameter of a value: the charset of "text/html; charset=utf-8". Null when it is not there.</summary>
    public static string? Parameter(string? value, string name)
    {
        foreach (string part in (value ?? "").Split(';', 64).Skip(1))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return part[(equals + 1)..].Trim().Trim('"', '\'');
            }
        }

        return null;
    }

    /// <summary>The value without its parameters, in small letters.</summary>
    public static string Plain(string? value) => (value ?? "").Split(';', 2)[0].Trim().ToLowerInvariant();

    private void Keep(string? name, StringBuilder value)
    {
        if (name is not null)
        {
            _values.TryAdd(name, value.ToString());
        }
    }
}
