namespace Demarche.Nlp.Stemming;

/// <summary>Words that Porter2 treats by hand; the list is part of the algorithm's definition.</summary>
internal static class StemExceptions
{
    /// <summary>The stem of a special word, or null.</summary>
    public static string? Find(ReadOnlySpan<char> word) => word switch
    {
        "skis" => "ski",
        "skies" => "sky",
        "dying" => "die",
        "lying" => "lie",
        "tying" => "tie",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "sky" or "news" or "howe" or "atlas" or "cosmos" or "bias" or "andes" => word.ToString(),
        _ => null,
    };

    /// <summary>Whether <paramref name="word"/> is left alone once its plural is off.</summary>
    public static bool IsFinished(ReadOnlySpan<char> word) =>
        word is "inning" or "outing" or "canning" or "herring" or "earring" or "proceed" or "exceed" or "succeed";
}
