using System.Text.Encodings.Web;
using System.Text.Json;

namespace Demarche.Cli.Rendering;

/// <summary>Writes JSON objects to standard output, one a line.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes each item as one line.</summary>
    /// <param name="items">What is written, walked once.</param>
    /// <param name="write">Writes one item as one JSON value.</param>
    public static void WriteLines<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        using Stream output = Console.OpenStandardOutput();
        using var buffer = new BufferedStream(output);
        foreach (T item in items)
        {
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                write(json, item);
            }

            buffer.WriteByte((byte)'\n');
        }
    }

    /// <summary>Writes one object of names and paths.</summary>
    public static void WritePaths(params (string Name, string Path)[] paths) =>
        WriteLines([paths], static (json, all) =>
        {
            json.WriteStartObject();
            foreach ((string name, string path) in all)
            {
                json.WriteString(name, path);
            }

            json.WriteEndObject();
        });
}
