using System.Text.Json.Serialization;
using Demarche.Core.Positions;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>What a person said, as the column <c>correction.payload</c> keeps it.</summary>
internal sealed record CorrectionPayload(LineEdit? Edit, Position? Added, ActorMerge? Merge, string? Note, SeenLine? Seen = null);

/// <summary>JSON of the ledger's columns, made at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CorrectionPayload))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class LedgerJson : JsonSerializerContext;
