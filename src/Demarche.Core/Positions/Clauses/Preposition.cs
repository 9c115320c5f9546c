namespace Demarche.Core.Positions.Clauses;

/// <summary>The preposition that ties a word to what governs it.</summary>
internal static class Preposition
{
    /// <summary>Key of the first preposition of <paramref name="noun"/>; empty when it has none.</summary>
    public static string Of(CodedText text, int noun)
    {
        foreach (int child in text.Tree.Children(noun))
        {
            if (text.Tree.Relation(child) == "case")
            {
                return text.Words.Key(child);
            }
        }

        return "";
    }
}
