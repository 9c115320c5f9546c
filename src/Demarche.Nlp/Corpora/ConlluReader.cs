using System.Globalization;
using System.IO.Compression;

namespace Demarche.Nlp.Corpora;

/// <summary>Reads treebanks in CoNLL-U (universaldependencies.org/format.html), plain or gzipped.</summary>
public static class ConlluReader
{
    private const int Columns = 10;

    /// <summary>The sentences of <paramref name="stream"/>, one at a time; multiword tokens (1-2) and empty nodes (1.1) are left out.</summary>
    /// <param name="stream">CoNLL-U in UTF-8; gzip is recognised by its first two bytes, so the stream must be able to seek.</param>
    /// <exception cref="FormatException">A line has too few columns, a number is none, or a head lies outside its sentence.</exception>
    public static IEnumerable<TreebankSentence> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new StreamReader(Unpacked(stream), leaveOpen: false);
        var words = new List<string[]>();
        // Tags, relations and most words repeat endlessly: one string each keeps a million tokens small.
        var pool = new Dictionary<string, string>(StringComparer.Ordinal);
        string documentId = "";
        int lineNumber = 0;
        while (reader.ReadLine() is { } line)
        {
            lineNumber++;
            if (line.Length == 0)
            {
                if (words.Count > 0)
                {
                    yield return Build(words, documentId, lineNumber, pool);
                    words.Clear();
                }
            }
            else if (line[0] == '#')
            {
                documentId = line.StartsWith("# newdoc id = ", StringComparison.Ordinal) ? line["# newdoc id = ".Length..] : documentId;
            }
            else if (Split(line, lineNumber) is { } columns)
            {
                words.Add(columns);
            }
        }

        if (words.Count > 0)
        {
            yield return Build(words, documentId, lineNumber, pool);
        }
    }

    private static Stream Unpacked(Stream stream)
    {
        int first = stream.ReadByte();
        int second = stream.ReadByte();
        stream.Seek(0, SeekOrigin.Begin);
        return first == 0x1F && second == 0x8B ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private static string[]? Split(string line, int lineNumber)
    {
        string[] columns = line.Split('\t');
        if (columns.Length != Columns)
        {
            throw new FormatException($"Line {lineNumber} has {columns.Length} columns instead of {Columns}.");
        }

        return columns[0].AsSpan().ContainsAny('-', '.') ? null : columns;
    }

    private static TreebankSentence Build(List<string[]> words, string documentId, int lineNumber, Dictionary<string, string> pool)
    {
        var heads = new int[words.Count];
        for (int i = 0; i < heads.Length; i++)
        {
            string head = words[i][6];
            if (!int.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out heads[i]) || heads[i] > heads.Length)
            {
                throw new FormatException($"The sentence before line {lineNumber} has the head '{head}' at word {i + 1}.");
            }

            heads[i]--;
        }

        return new TreebankSentence
        {
            Forms = Column(words, 1, pool),
            Lemmas = Column(words, 2, pool),
            Upos = Column(words, 3, pool),
            Xpos = Column(words, 4, pool),
            Heads = heads,
            Relations = Column(words, 7, pool),
            Misc = Column(words, 9, pool),
            DocumentId = documentId,
        };
    }

    private static string[] Column(List<string[]> words, int column, Dictionary<string, string> pool)
    {
        var values = new string[words.Count];
        for (int i = 0; i < values.Length; i++)
        {
            string value = words[i][column];
            values[i] = pool.TryGetValue(value, out string? known) ? known : pool[value] = value;
        }

        return values;
    }
}
