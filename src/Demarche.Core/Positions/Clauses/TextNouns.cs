namespace Demarche.Core.Positions.Clauses;

/// <summary>The nouns for what somebody says or writes, which own what they are about: "Norland's letter on the need to lift it".</summary>
internal static class TextNouns
{
    /// <summary>Whether the key is one of them. Written by us.</summary>
    public static bool Is(string key) =>
        key is "statement" or "remark" or "comment" or "speech" or "letter" or "messag" or "interview" or "articl" or "appeal" or "word";
}
