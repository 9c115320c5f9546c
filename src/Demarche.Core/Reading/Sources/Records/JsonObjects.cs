using System.Text.Json;

namespace Demarche.Core.Reading.Sources.Records;

/// <summary>
/// Cuts JSON into the objects of its list, whether that is the document itself, a member of it ("items", "articles") or a bare
/// sequence of objects. An object that is broken costs itself: the next one is sought where a list goes on.
/// </summary>
internal sealed class JsonObjects
{
    private static readonly string[] ListNames = ["items", "articles", "results", "stories", "data", "docs"];

    private readonly ByteWindow _window;

    /// <param name="stream">JSON in UTF-8.</param>
    public JsonObjects(Stream stream) => _window = new ByteWindow(stream);

    /// <summary>Passes to the list; gives what stands before it, with the list left empty: a document by itself. Empty when there is no such member.</summary>
    public byte[] Head()
    {
        _window.Grow();
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        _window.Pass(_window.Held.StartsWith(mark) ? mark.Length : 0);
        int list = FindList(_window.Held);
        if (list < 0)
        {
            return [];
        }

        byte[] head = [.. _window.Held[..list], (byte)']', (byte)'}'];
        _window.Pass(list);
        return head;
    }

    /// <summary>The next object; null at the end of the list.</summary>
    /// <param name="problem">Why it is none that can be read; null when it can.</param>
    public byte[]? Next(out string? problem)
    {
        problem = null;
        if (!SeekObject())
        {
            return null;
        }

        while (true)
        {
            int length = LengthOfObject(_window.Held);
            if (length > 0 && IsObject(_window.Held[..length]))
            {
                byte[] whole = _window.Held[..length].ToArray();
                _window.Pass(length);
                return whole;
            }

            bool isTooLong = _window.Held.Length > ReadingLimits.InputBytes;
            if (length > 0 || isTooLong || _window.IsEnded)
            {
                problem = isTooLong ? $"the object is longer than {ReadingLimits.InputBytes >> 20} MiB" : "broken JSON";
                int next = NextInList(_window.Held);
                _window.Pass(next < 0 ? _window.Held.Length : next);
                return [];
            }

            _window.Grow();
        }
    }

    private bool SeekObject()
    {
        while (true)
        {
            int at = _window.Held.IndexOfAny((byte)'{', (byte)']');
            if (at >= 0)
            {
                _window.Pass(at);
                return _window.Held[0] == '{';
            }

            _window.Pass(_window.Held.Length);
            if (_window.IsEnded)
            {
                return false;
            }

            _window.Grow();
        }
    }

    /// <summary>Offset behind the bracket that opens the list; -1 when none is held.</summary>
    private static int FindList(ReadOnlySpan<byte> held)
    {
        var reader = new Utf8JsonReader(held, isFinalBlock: false, default);
        try
        {
            while (reader.Read() && reader.CurrentDepth <= 1)
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = JsonStrings.Read(reader);
                    if (!reader.Read())
                    {
                        return -1;
                    }

                    if (reader.TokenType == JsonTokenType.StartArray && ListNames.Contains(name))
                    {
                        return (int)reader.BytesConsumed;
                    }

                    if (!reader.TrySkip())
                    {
                        return -1;
                    }
                }
                else if (reader.TokenType == JsonTokenType.StartArray)
                {
                    return (int)reader.BytesConsumed;
                }
            }
        }
        catch (JsonException)
        {
            // Broken before any list: objects are then sought as they come.
        }

        return -1;
    }

    /// <summary>Length of the object that <paramref name="held"/> begins with, by its braces; 0 when its end is not held.</summary>
    private static int LengthOfObject(ReadOnlySpan<byte> held)
    {
        int depth = 0;
        for (int at = 0; at < held.Length; at++)
        {
            int next = held[at..].IndexOfAny("{}\""u8);
            if (next < 0)
            {
                return 0;
            }

            at += next;
            if (held[at] == '"')
            {
                int length = LengthOfString(held[(at + 1)..]);
                if (length < 0)
                {
                    return 0;
                }

                at += length + 1;
                continue;
            }

            depth += held[at] == '{' ? 1 : -1;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return 0;
    }

    /// <summary>Bytes before the quotation mark that ends a string; -1 when it is not held.</summary>
    private static int LengthOfString(ReadOnlySpan<byte> inside)
    {
        int at = 0;
        while (at < inside.Length)
        {
            int next = inside[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (inside[at] == '"')
            {
                return at;
            }

            at += 2;
        }

        return -1;
    }

    private static bool IsObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Offset of the brace that opens the next object of a list: behind a closing brace and a comma, before a quotation mark; -1 for none.</summary>
    private static int NextInList(ReadOnlySpan<byte> held)
    {
        for (int at = 1; at < held.Length; at++)
        {
            int next = held[at..].IndexOf((byte)'{');
            if (next < 0)
            {
                return -1;
            }

            at += next;
            ReadOnlySpan<byte> before = held[..at].TrimEnd(" \t\r\n"u8);
            bool isBehindComma = before.EndsWith(","u8) && before[..^1].TrimEnd(" \t\r\n"u8).EndsWith("}"u8);
            if (isBehindComma && held[(at + 1)..].TrimStart(" \t\r\n"u8).StartsWith("\""u8))
            {
                return at;
            }
        }

        return -1;
    }
}
