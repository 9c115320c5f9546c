using System.Text.Json;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;

namespace Demarche.Core.Exchange;

/// <summary>Writes what could not be read into a ledger as JSON objects.</summary>
public static class FailureWriter
{
    /// <summary>Writes a failure as an object.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="failure">The failure.</param>
    public static void Write(Utf8JsonWriter json, IntakeFailure failure)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(failure);
        json.WriteStartObject();
        JsonStrings.Write(json, "origin", failure.Origin);
        JsonStrings.Write(json, "problem", failure.Problem);
        json.WriteString("at", failure.At.UtcDateTime);
        json.WriteNumber("times", failure.Times);
        json.WriteEndObject();
    }
}
