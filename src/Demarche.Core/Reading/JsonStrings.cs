using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Demarche.Core.Reading;

/// <summary>
/// JSON strings as they stand, lone surrogates included: those are no Unicode text, which the base library rejects or
/// replaces, but offsets count them and the output has to equal the input. They are read from and written as \uXXXX.
/// </summary>
internal static class JsonStrings
{
    /// <summary>The string the reader stands on; its bytes are valid UTF-8.</summary>
    public static string Read(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> raw = reader.ValueSpan;
        return !reader.ValueIsEscaped ? Encoding.UTF8.GetString(raw)
            : raw.IndexOf(@"\ud"u8) < 0 && raw.IndexOf(@"\uD"u8) < 0 ? reader.GetString()!
            : Unescape(Encoding.UTF8.GetString(raw));
    }

    /// <summary>Writes a property whose value is <paramref name="value"/>, or JSON null.</summary>
    public static void Write(Utf8JsonWriter writer, string name, string? value)
    {
        writer.WritePropertyName(name);
        WriteValue(writer, value);
    }

    /// <summary>Writes <paramref name="value"/>, or JSON null.</summary>
    public static void WriteValue(Utf8JsonWriter writer, string? value)
    {
        if (value is null || !HasLoneSurrogate(value))
        {
            writer.WriteStringValue(value);
            return;
        }

        writer.WriteRawValue(Escape(value), skipInputValidation: true);
    }

    private static bool HasLoneSurrogate(string value)
    {
        int at = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; at >= 0 && at < value.Length; at++)
        {
            if (char.IsHighSurrogate(value[at]) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(value[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 64).Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                escaped.Append(c).Append(value[++i]);
            }
            else if (c < ' ' || c is '"' or '\\' || char.IsSurrogate(c))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.Append('"').ToString();
    }

    /// <summary>Resolves the escapes of a string the reader has found well-formed.</summary>
    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            char kind = raw[++i];
            text.Append(kind switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                _ => kind,
            });
            i += kind == 'u' ? 4 : 0;
        }

        return text.ToString();
    }
}
