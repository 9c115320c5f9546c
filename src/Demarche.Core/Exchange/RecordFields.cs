using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;

namespace Demarche.Core.Exchange;

/// <summary>Reads the fields of records: absent and null are the same, another kind of value than wanted is an error that names the field.</summary>
internal static class RecordFields
{
    /// <summary>The object in one line of JSON.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new InvalidDataException("not a JSON object");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"broken JSON at byte {e.BytePositionInLine + 1}", e);
        }
    }

    /// <summary>The field's value, or null when it is absent or null.</summary>
    public static JsonElement? Field(this JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>The field's string, or null. Lone surrogates stay.</summary>
    public static string? Text(this JsonElement record, string name) =>
        record.Field(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? TextOf(value)
        : throw new InvalidDataException($"{name} is not a string");

    /// <summary>The field's string.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static string RequiredText(this JsonElement record, string name) =>
        record.Text(name) ?? throw new InvalidDataException($"{name} is missing");

    /// <summary>The field's number, or null.</summary>
    public static double? Number(this JsonElement record, string name) =>
        record.Field(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble()
        : throw new InvalidDataException($"{name} is not a number");

    /// <summary>Whether the field is true; false when it is absent.</summary>
    public static bool Flag(this JsonElement record, string name) => record.Field(name)?.ValueKind == JsonValueKind.True;

    /// <summary>The field's day, or null.</summary>
    public static DateOnly? Day(this JsonElement record, string name) =>
        record.Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw new InvalidDataException($"{name} is no day like 2031-03-17 but '{text}'");

    /// <summary>The word of an enumeration, in any case, or null.</summary>
    public static T? Word<T>(this JsonElement record, string name)
        where T : struct, Enum =>
        record.Text(name) is not { } text ? null
        : Enum.TryParse(text, ignoreCase: true, out T word) && Enum.IsDefined(word) && !char.IsAsciiDigit(text[0]) ? word
        : throw new InvalidDataException(
            $"{name} is '{text}'; it is one of {string.Join(", ", Enum.GetNames<T>().Select(known => known.ToLowerInvariant()))}");

    /// <summary>The items of the field, which is a list, one object, or absent.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement record, string name) =>
        record.Field(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : value.ValueKind == JsonValueKind.Object ? [value]
        : throw new InvalidDataException($"{name} is not a list");

    /// <summary>The strings of the field, which is a list, one string, or absent.</summary>
    public static IEnumerable<string> Texts(this JsonElement record, string name) =>
        record.Field(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.String ? [TextOf(value)]
        : record.Items(name).Select(item => item.ValueKind == JsonValueKind.String
            ? TextOf(item)
            : throw new InvalidDataException($"{name} holds something that is not a string"));

    /// <summary>The spans of the field.</summary>
    /// <param name="record">The record.</param>
    /// <param name="name">The field.</param>
    /// <param name="text">The text they point into.</param>
    public static IReadOnlyList<TextSpan> Spans(this JsonElement record, string name, string text) =>
        [.. record.Items(name).Select(item => item.Span(name, text))];

    /// <summary>The span that <paramref name="item"/>, a value of the field <paramref name="name"/>, gives by start and end.</summary>
    /// <exception cref="InvalidDataException">It does not lie inside the text.</exception>
    public static TextSpan Span(this JsonElement item, string name, string text)
    {
        if (item.Number("start") is { } start && item.Number("end") is { } end && start >= 0 && start <= end && end <= text.Length)
        {
            return new TextSpan((int)start, (int)end);
        }

        throw new InvalidDataException($"{name} does not point at characters of the text");
    }

    private static string TextOf(JsonElement value)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value));
        reader.Read();
        return JsonStrings.Read(reader);
    }
}
