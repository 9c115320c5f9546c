using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Demarche.Core.Reading.Sources.Records;

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
    /// <param name="line">The record.</param>
    /// <param name="named">Which members hold which field; what it leaves open is told by the layout of the tool that wrote the record.</param>
    /// <returns>Why it is no record, for a reader; null when it is one.</returns>
    public string? Fill(ReadOnlySpan<byte> line, FieldMap? named = null)
    {
        string? problem = Parse(line);
        if (problem is null)
        {
            Move(FieldLayouts.Of([.. Extra.Keys, .. _fields.Keys]), isFirm: false);
            Move(named, isFirm: true);
        }

        return problem ?? MistypedText();
    }

    private string? Parse(ReadOnlySpan<byte> line)
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

        return null;
    }

    /// <summary>Takes fields from the members they have in <paramref name="map"/>.</summary>
    /// <param name="map">The map, or null.</param>
    /// <param name="isFirm">Whether it goes before a member that has the field's own name.</param>
    private void Move(FieldMap? map, bool isFirm)
    {
        if (map is null)
        {
            return;
        }

        var own = new Dictionary<string, string>(_fields, StringComparer.Ordinal);
        foreach ((string field, string name) in map.Names)
        {
            string? value = Extra.TryGetValue(name, out string? json) ? Plain(json) : own.GetValueOrDefault(name);
            if (value is not null && name != field && (isFirm || !_fields.ContainsKey(field)))
            {
                _fields[field] = value;
                Extra.Remove(name);
            }
        }
    }

    /// <summary>A value as text: a string or number as it is, a list of strings parted by commas; null for anything else.</summary>
    private static string? Plain(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return reader.TokenType == JsonTokenType.String ? JsonStrings.Read(reader)
                : reader.TokenType == JsonTokenType.Number ? json
                : null;
        }

        var items = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            items.Add(JsonStrings.Read(reader));
        }

        return reader.TokenType == JsonTokenType.EndArray && items.Count > 0 ? string.Join(", ", items) : null;
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
