using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;

namespace Demarche.Core.Evaluation;

/// <summary>Reads TimeML files: the text inside TEXT (one leading line break dropped), its TIMEX3 marks, and the day of creation.</summary>
internal static class TimeMlFolder
{
    /// <summary>The files of <paramref name="folder"/> and the folders in it, in order of path.</summary>
    public static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The annotated article of a file; its id is the file's name without extension.</summary>
    /// <exception cref="InvalidDataException">It is no TimeML.</exception>
    public static GoldArticle Read(string path)
    {
        XElement root = Load(path);
        XElement body = root.Element("TEXT") ?? throw new InvalidDataException($"{path}: no element TEXT inside the root");
        var text = new StringBuilder();
        var marks = new List<TimeExpression>();
        Walk(body, text, marks);
        int cut = text.Length > 0 && text[0] == '\n' ? 1 : 0;
        string id = Path.GetFileNameWithoutExtension(path);
        string clean = text.ToString(cut, text.Length - cut);
        return new GoldArticle
        {
            Id = id,
            Text = clean,
            Input = Input(path, id, clean, DayOf(root)),
            Times =
            [
                .. marks.Select(mark => mark with { Span = new TextSpan(mark.Span.Start - cut, mark.Span.End - cut) })
                    .OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Span.End)
                    .ThenBy(mark => mark.Type, StringComparer.Ordinal).ThenBy(mark => mark.Value, StringComparer.Ordinal),
            ],
        };
    }

    private static XElement Load(string path)
    {
        // Nothing outside the file is fetched and nothing in it is expanded.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(path, settings);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static void Walk(XElement node, StringBuilder text, List<TimeExpression> marks)
    {
        int start = text.Length;
        foreach (XNode child in node.Nodes())
        {
            if (child is XText words)
            {
                text.Append(words.Value);
            }
            else if (child is XElement element)
            {
                Walk(element, text, marks);
            }
        }

        if (node.Name.LocalName == "TIMEX3")
        {
            marks.Add(new TimeExpression(
                new TextSpan(start, text.Length), node.Attribute("type")?.Value ?? "", node.Attribute("value")?.Value ?? ""));
        }
    }

    private static string? DayOf(XElement root)
    {
        const int DayLength = 10;
        string? value = root.Descendants("TIMEX3")
            .FirstOrDefault(time => time.Attribute("functionInDocument")?.Value == "CREATION_TIME")?.Attribute("value")?.Value;
        return value is { Length: > DayLength } ? value[..DayLength] : value;
    }

    private static RawArticle Input(string path, string id, string text, string? published)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("published", published);
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        return new RawArticle { Origin = path, Id = id, Kind = RawKind.Record, Bytes = bytes.ToArray() };
    }
}
