namespace Demarche.Core.Comparisons.Stories;

/// <summary>The words of an article, counted: all that grouping needs of it. Immutable; the arrays are aligned, by <see cref="Terms"/>.</summary>
internal sealed record ArticleProfile
{
    /// <summary>Hashes of the stems, ascending, each once.</summary>
    public required uint[] Terms { get; init; }

    /// <summary>How often each stands in the title, at most 255.</summary>
    public required byte[] InTitle { get; init; }

    /// <summary>How often in the first words of the text, at most 255.</summary>
    public required byte[] InLead { get; init; }

    /// <summary>How often in the text, at most 255.</summary>
    public required byte[] InText { get; init; }

    /// <summary>What each is.</summary>
    public required TermKind[] Kinds { get; init; }

    /// <summary>How rare each is in English at large, <see cref="WordRanks.RarityOf"/>.</summary>
    public required float[] Rarity { get; init; }

    /// <summary>Whether there is no text, only a title.</summary>
    public required bool IsHeadline { get; init; }
}

/// <summary>What a term is.</summary>
internal enum TermKind : byte
{
    /// <summary>A word.</summary>
    Word,

    /// <summary>A word written with a capital inside a sentence.</summary>
    Name,

    /// <summary>Begins with a digit.</summary>
    Number,
}
