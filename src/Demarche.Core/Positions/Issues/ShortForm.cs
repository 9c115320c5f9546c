namespace Demarche.Core.Positions.Issues;

/// <summary>Tells where a text names a matter that is known by the noun alone: "the closure" for "closure of the night clinic".</summary>
internal static class ShortForm
{
    private static readonly string[] Determiners = ["the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "our", "your", "my"];

    /// <summary>Whether the noun at <paramref name="word"/> stands as one already known: with a determiner, at most an adjective between, and with nothing that makes it another's.</summary>
    public static bool IsKnown(CodedText text, int word)
    {
        if (word == 0 || Is(text, word + 1, "of") || (!text.Tree.IsEmpty && text.Tree.Relation(word) is "compound"))
        {
            return false;
        }

        int before = word - 1;
        before -= before > 0 && !text.Tree.IsEmpty && text.Tree.Relation(before) is "amod" ? 1 : 0;
        return text.Words.IsPossessive(before) || Array.Exists(Determiners, d => Is(text, before, d));
    }

    private static bool Is(CodedText text, int word, string form) =>
        word < text.Words.Count && text.Words.Span(word).SliceOf(text.Words.Text).Equals(form, StringComparison.OrdinalIgnoreCase);
}
