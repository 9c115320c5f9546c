using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Demarche.Core.Reading.Sources.Documents;

/// <summary>Reads a Word document (.docx, ECMA-376): its paragraphs as they stand, deleted text left out, and its title.</summary>
internal static class WordReader
{
    // Texts pack to a fifth in it; a document of the largest size read stays below.
    private const long MostCharacters = 8L * ReadingLimits.InputBytes;

    /// <summary>The text, paragraphs parted by line feeds, and the title of its properties.</summary>
    /// <param name="document">The document.</param>
    /// <param name="problem">Why it cannot be read, for a reader; null when it can.</param>
    public static (string Text, string? Title) Read(ReadOnlyMemory<byte> document, out string? problem)
    {
        problem = null;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(document.ToArray()), ZipArchiveMode.Read);
            if (archive.GetEntry("word/document.xml") is not { } body)
            {
                problem = "no Word document: word/document.xml is missing in it";
                return ("", null);
            }

            return (TextOf(body), archive.GetEntry("docProps/core.xml") is { } properties ? TitleOf(properties) : null);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or NotSupportedException or IOException)
        {
            problem = $"broken Word document: {e.Message}";
            return ("", null);
        }
    }

    private static string TextOf(ZipArchiveEntry body)
    {
        var text = new StringBuilder();
        using XmlReader reader = Open(body);
        while (reader.Read())
        {
            bool starts = reader.NodeType == XmlNodeType.Element;
            switch (reader.LocalName)
            {
                case "del" or "instrText" or "txbxContent" or "Fallback" when starts && !reader.IsEmptyElement:
                    reader.Skip();
                    break;
                case "t" when starts && !reader.IsEmptyElement:
                    text.Append(reader.ReadString());
                    break;
                case "tab" when starts:
                    text.Append(' ');
                    break;
                case "br" or "cr" when starts:
                    text.Append('\n');
                    break;
                case "p" when reader.NodeType == XmlNodeType.EndElement && text.Length > 0 && text[^1] != '\n':
                    text.Append('\n');
                    break;
                default:
                    break;
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string? TitleOf(ZipArchiveEntry properties)
    {
        using XmlReader reader = Open(properties);
        return reader.ReadToFollowing("title", "http://purl.org/dc/elements/1.1/") && reader.ReadElementContentAsString().Trim() is { Length: > 0 } title
            ? title
            : null;
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        CloseInput = true,
    });
}
