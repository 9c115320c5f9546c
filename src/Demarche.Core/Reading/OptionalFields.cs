using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Demarche.Core.Reading;

/// <summary>
/// Fields a record has only when there is something to say: time of day and of the last change, what was done to the text, what
/// was cut from the page. Written and read back the same, in a record and in a ledger.
/// </summary>
internal static class OptionalFields
{
    /// <summary>Writes those that <paramref name="article"/> has.</summary>
    public static void Write(Utf8JsonWriter json, Article article)
    {
        if (article.PublishedAt is { } published)
        {
            json.WriteString("published_at", published.ToString());
        }

        if (article.Updated is { } updated)
        {
            json.WriteString("updated", updated.ToString());
        }

        if (article.IsTruncated)
        {
            json.WriteBoolean("truncated", true);
        }

        WriteList(json, "remarks", article.Remarks, remark => JsonStrings.WriteValue(json, remark));
        WriteList(json, "cut", article.Cut, cut =>
        {
            json.WriteStartObject();
            json.WriteString("reason", cut.Reason);
            JsonStrings.Write(json, "text", cut.Text);
            json.WriteEndObject();
        });
    }

    /// <summary>All that <see cref="Write"/> writes of an article, and its unknown fields: name to raw JSON, in ordinal order.</summary>
    public static SortedDictionary<string, string> Spell(Article article)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string value) in article.Extra)
        {
            fields[name] = value;
        }

        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Write(json, article);
            json.WriteEndObject();
        }

        using JsonDocument written = JsonDocument.Parse(bytes.WrittenMemory);
        foreach (JsonProperty field in written.RootElement.EnumerateObject())
        {
            fields[field.Name] = field.Value.GetRawText();
        }

        return fields;
    }

    /// <summary>The article with those of its unknown fields read that are ours and hold what they should; others of the same name stay as they are.</summary>
    public static Article Take(Article article)
    {
        if (article.Extra.Count == 0)
        {
            return article;
        }

        var extra = new Dictionary<string, string>(article.Extra, StringComparer.Ordinal);
        Article taken = article;
        if (Time("published_at") is { Clock: not null } published && (taken.Published is null || taken.Published == published.Day))
        {
            extra.Remove("published_at");
            taken = taken with
            {
                PublishedAt = published,
                Published = published.Day,
                PublishedBasis = taken.Published is null ? DateBasis.Given : taken.PublishedBasis,
            };
        }

        if (Time("updated") is { } updated)
        {
            extra.Remove("updated");
            taken = taken with { Updated = updated };
        }

        if (extra.GetValueOrDefault("truncated") is "true" or "false")
        {
            taken = taken with { IsTruncated = extra["truncated"] == "true" };
            extra.Remove("truncated");
        }

        if (List("remarks", item => item.ValueKind == JsonValueKind.String ? Text(item) : null) is { } remarks)
        {
            taken = taken with { Remarks = remarks };
        }

        if (List("cut", CutOf) is { } cut)
        {
            taken = taken with { Cut = cut };
        }

        return taken with { Extra = extra };

        StatedTime? Time(string name)
        {
            if (!extra.TryGetValue(name, out string? raw) || !raw.StartsWith('"'))
            {
                return null;
            }

            using JsonDocument json = JsonDocument.Parse(raw);
            return StatedTime.Parse(Text(json.RootElement));
        }

        List<T>? List<T>(string name, Func<JsonElement, T?> read)
            where T : class
        {
            if (!extra.TryGetValue(name, out string? raw))
            {
                return null;
            }

            using JsonDocument json = JsonDocument.Parse(raw);
            List<T?> items = json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray().Select(read)] : [null];
            if (items.Contains(null))
            {
                return null;
            }

            extra.Remove(name);
            return items!;
        }
    }

    private static CutText? CutOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String
        && item.TryGetProperty("reason", out JsonElement reason) && reason.ValueKind == JsonValueKind.String
            ? new CutText(Text(text), Text(reason))
            : null;

    private static string Text(JsonElement item)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(item.GetRawText()));
        reader.Read();
        return JsonStrings.Read(reader);
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
