using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Tells whether a sentence itself says that the stance is not new.</summary>
internal static class RepetitionReader
{
    /// <summary>Whether <paramref name="sentence"/> holds a marker such as "again", "reiterated", "remains committed".</summary>
    public static bool IsRepeated(WordText words, WordRange sentence)
    {
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            switch (words.Key(i))
            {
                case "again" or "repeat" or "repeatedly" or "reiter" or "reaffirm" or "unchang" or "restat" or "consist" or "longstand" or "still":
                    return true;
                case "remain" or "continu" when i + 1 < sentence.End:
                    return true;
                case "chang" when i >= 2 && (words.Key(i - 1) == "not" || words.Key(i - 2) == "not"):
                    return true;
                case "long" when i > sentence.Start && words.Key(i - 1) is "has" or "have" or "had":
                    return true;
            }
        }

        return false;
    }
}
