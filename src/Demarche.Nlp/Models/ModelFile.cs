using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Demarche.Nlp.Models;

/// <summary>A file of trained weights: named sections behind a version and a checksum. Format: <c>docs/formats/model-file.md</c>.</summary>
/// <remarks>Immutable and safe to share. Little-endian; the whole file is held in memory, sections are read in place.</remarks>
public sealed class ModelFile
{
    /// <summary>Version this program writes and reads. It goes up whenever the bytes or the features behind them change their meaning.</summary>
    public const int Version = 1;

    // Larger than any model we would ship (40 MB for all): a file beyond it is not one of ours.
    private const int LargestFile = 256 << 20;

    private const int HeaderLength = 8 + 4 + 32;

    private readonly string _name;
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int Start, int Length)> _sections;

    private ModelFile(string name, byte[] bytes, Dictionary<string, (int Start, int Length)> sections)
    {
        _name = name;
        _bytes = bytes;
        _sections = sections;
    }

    // "DEMARCHE" in ASCII.
    private static ReadOnlySpan<byte> Magic => "DEMARCHE"u8;

    /// <summary>Names of the sections, in ordinal order.</summary>
    public IEnumerable<string> Sections => _sections.Keys.Order(StringComparer.Ordinal);

    /// <summary>SHA-256 over all that follows the header, in lower-case hexadecimal.</summary>
    public string Checksum => Convert.ToHexStringLower(_bytes.AsSpan(12, 32));

    /// <summary>Reads a model file to its end and checks it.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="ModelFormatException">It is not a model file, of another version, or damaged.</exception>
    public static ModelFile Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] bytes = ReadAll(stream, name);
        if (bytes.Length < HeaderLength || !bytes.AsSpan().StartsWith(Magic))
        {
            throw new ModelFormatException($"{name} is not a model file of Demarche. Put back the file that came with the program, or train one.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        if (version != Version)
        {
            throw new ModelFormatException(
                $"{name} has model format {version}; this program reads {Version}. "
                + (version > Version ? "Use a newer Demarche, or the model file that came with this one." : "Train it anew, or use the model file that came with this program."))
            {
                FoundVersion = version,
            };
        }

        if (!SHA256.HashData(bytes.AsSpan(HeaderLength)).AsSpan().SequenceEqual(bytes.AsSpan(12, 32)))
        {
            throw new ModelFormatException($"{name} is damaged: its checksum does not fit its contents. Copy it again, or train it anew.") { FoundVersion = version };
        }

        return new ModelFile(name, bytes, ReadTable(bytes, name));
    }

    /// <summary>Writes a model file; the same sections give the same bytes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="sections">Contents by name.</param>
    public static void Write(Stream stream, IReadOnlyDictionary<string, byte[]> sections)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(sections);
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(sections.Count);
            foreach ((string name, byte[] bytes) in sections.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                writer.Write(name);
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        }

        ReadOnlySpan<byte> contents = body.GetBuffer().AsSpan(0, (int)body.Length);
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        SHA256.HashData(contents, header[12..]);
        stream.Write(header);
        stream.Write(contents);
    }

    /// <summary>Reads one section.</summary>
    /// <param name="section">Its name.</param>
    /// <param name="read">Makes the model from the section's bytes.</param>
    /// <exception cref="ModelFormatException">There is no such section, or <paramref name="read"/> found it malformed.</exception>
    public T Load<T>(string section, Func<BinaryReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!_sections.TryGetValue(section, out (int Start, int Length) place))
        {
            throw new ModelFormatException($"{_name} has no section '{section}' (it has {string.Join(", ", Sections)}). Use a file that holds this model.") { FoundVersion = Version };
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(_bytes, place.Start, place.Length, writable: false), Encoding.UTF8);
            return read(reader);
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw new ModelFormatException($"Section '{section}' of {_name} cannot be read: {e.Message} Train it anew.", e) { FoundVersion = Version };
        }
    }

    private static byte[] ReadAll(Stream stream, string name)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (memory.Length + read > LargestFile)
            {
                throw new ModelFormatException($"{name} is larger than {LargestFile >> 20} MiB and so no model file of Demarche.");
            }

            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    private static Dictionary<string, (int Start, int Length)> ReadTable(byte[] bytes, string name)
    {
        var sections = new Dictionary<string, (int Start, int Length)>(StringComparer.Ordinal);
        try
        {
            using var stream = new MemoryStream(bytes, writable: false) { Position = HeaderLength };
            using var reader = new BinaryReader(stream, Encoding.UTF8);
            for (int left = reader.ReadInt32(); left > 0; left--)
            {
                string section = reader.ReadString();
                int length = reader.ReadInt32();
                if (length < 0 || length > stream.Length - stream.Position)
                {
                    throw new FormatException($"Section '{section}' runs past the end.");
                }

                sections.Add(section, ((int)stream.Position, length));
                stream.Position += length;
            }
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException)
        {
            throw new ModelFormatException($"{name} has a malformed table of sections: {e.Message} Train it anew.", e) { FoundVersion = Version };
        }

        return sections;
    }
}
