using System.Text.Json;

namespace Demarche.Web.Tests.Api;

/// <summary>Holds JSON against the schemas of an OpenAPI document: types, and exactly the fields that are named. What a document of ours does not use is not known here.</summary>
internal sealed class SchemaCheck(JsonElement document)
{
    /// <summary>What does not fit, a line each.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="place">Where it stands, for messages.</param>
    public IEnumerable<string> Problems(JsonElement value, JsonElement schema, string place)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        if (schema.TryGetProperty("oneOf", out JsonElement choices))
        {
            return choices.EnumerateArray().Any(choice => !Problems(value, choice, place).Any()) ? [] : [$"{place} fits none of the choices: {Short(value)}"];
        }

        if (schema.TryGetProperty("type", out JsonElement type) && !TypesOf(type).Any(wanted => wanted == TypeOf(value) || (wanted == "number" && TypeOf(value) == "integer")))
        {
            return [$"{place} is {TypeOf(value)}, not {type}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object when schema.TryGetProperty("properties", out JsonElement properties) => ObjectProblems(value, schema, properties, place),
            JsonValueKind.Array when schema.TryGetProperty("items", out JsonElement items) =>
                value.EnumerateArray().SelectMany((item, i) => Problems(item, items, $"{place}[{i}]")),
            _ => [],
        };
    }

    private IEnumerable<string> ObjectProblems(JsonElement value, JsonElement schema, JsonElement properties, string place)
    {
        if (schema.TryGetProperty("required", out JsonElement required))
        {
            foreach (JsonElement name in required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)))
            {
                yield return $"{place} has no {name}";
            }
        }

        foreach (JsonProperty field in value.EnumerateObject())
        {
            if (!properties.TryGetProperty(field.Name, out JsonElement known))
            {
                yield return $"{place} has a field {field.Name} that is not described";
                continue;
            }

            foreach (string problem in Problems(field.Value, known, $"{place}.{field.Name}"))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> TypesOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? text[..80] : value.GetRawText();
}
