using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Demarche.Core.Reading;

/// <summary>One line of a JSON Lines file: the fields an article can have, and all others as they stand.</summary>
internal sealed class InputRecord
{
    // What a record of ours holds beside the article. It is made anew, so that records can be fed back.
    private static readonly string[] MadeAnew =
        ["furniture", "attributions", "positions", "times", "model", "error", "codebook"];

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>Fields not known here, name to raw JSON.</summary>
    public Dictionary<string, string> Extra { get; } = new(StringComparer.Ordinal);

    /// <summary>The field's string or number as text; null when it is missing, null or something else.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    /// <summary>Reads <paramref name="line"/> as far as it goes.</summary>
    /// <returns>Why it is no record, for a reader; null when it is one.</returns>
    public string? Fill(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> json = Utf8.IsValid(line) ? line : Encoding.UTF8.GetBytes(TextDecoder.Decode(line));
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        try
        {
            return ReadObject(json.StartsWith(mark) ? json[mark.Length..] : json);
        }
        catch (JsonException e)
        {
            return $"broken JSON at byte {e.BytePositionInLine + 1}";
        }
    }

    private string? ReadObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return "not a JSON object";
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = JsonStrings.Read(reader);
            reader.Read();
            if (name == "extra" && reader.TokenType == JsonTokenType.StartObject)
            {
                KeepMembers(ref reader, json);
            }
            else if (!Take(name, reader))
            {
                Keep(name, ref reader, json);
            }
            else
            {
                reader.Skip();
            }
        }

        // Reads to the end of the line: anything behind the object breaks it.
        while (reader.Read())
        {
        }

        return MistypedText();
    }

    private void KeepMembers(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = JsonStrings.Read(reader);
            reader.Read();
            Keep(name, ref reader, json);
        }
    }

    private void Keep(string name, ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        Extra[name] = Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]);
    }

    /// <summary>Takes the value for a known field; false when it belongs to the unknown ones.</summary>
    private bool Take(string name, in Utf8JsonReader reader)
    {
        bool known = name is "id" or "url" or "outlet" or "title" or "byline" or "published" or "published_basis"
            or "language" or "text" or "html";
        switch (reader.TokenType)
        {
            case JsonTokenType.Null when known:
                _fields.Remove(name);
                return true;
            case JsonTokenType.String when known:
                _fields[name] = JsonStrings.Read(reader);
                return true;
            case JsonTokenType.Number when known && name is not ("text" or "html"):
                _fields[name] = Encoding.UTF8.GetString(reader.ValueSpan);
                return true;
            default:
                return Array.IndexOf(MadeAnew, name) >= 0;
        }
    }

    private string? MistypedText() =>
        Extra.ContainsKey("text") ? "the field text is not a string"
        : Extra.ContainsKey("html") ? "the field html is not a string"
        : null;
}
