namespace Demarche.Core.Positions.Wording;

/// <summary>Nouns that take their meaning from what stands with them, "decision", "measure", "step": alone they name no matter.</summary>
/// <remarks>After H.-J. Schmid, English Abstract Nouns as Conceptual Shells (2000); those of news, written by us.</remarks>
internal static class ShellNouns
{
    /// <summary>Whether the key is one of them.</summary>
    public static bool Is(string key) =>
        key is "decid" or "measur" or "step" or "move" or "effort" or "attempt" or "prepar" or "way" or "process" or "activity" or "issu" or "question" or "matter" or "situat" or "case"
            or "point" or "time" or "part" or "place" or "thing" or "kind" or "form" or "number" or "result" or "use" or "role" or "side";
}
