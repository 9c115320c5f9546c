namespace Demarche.Core.Comparisons.Stories;

/// <summary>Articles about one event within days of each other.</summary>
/// <param name="Id">Made from its first article: stays while later ones join.</param>
/// <param name="Articles">Its articles, oldest first, undated last; at least one.</param>
/// <param name="Title">Title of the article nearest to all others, or its first words.</param>
/// <param name="Ties">What ties each article but the middle one to the story, in the order of articles.</param>
public sealed record Story(string Id, IReadOnlyList<ComparedArticle> Articles, string Title, IReadOnlyList<StoryTie> Ties)
{
    /// <summary>Day of the first article; null when none has a day.</summary>
    public DateOnly? From => Articles.Min(article => article.Published);

    /// <summary>Day of the last article; null when none has a day.</summary>
    public DateOnly? To => Articles.Max(article => article.Published);
}

/// <summary>Why an article is in its story.</summary>
/// <param name="ArticleKey">The article.</param>
/// <param name="NearestKey">The article of the story it is most like; of a copy, the text it copies.</param>
/// <param name="Probability">That these two tell of one event, by their words and days; 1 for a copy.</param>
public sealed record StoryTie(string ArticleKey, string NearestKey, double Probability)
{
    /// <summary>Whether the article prints the text of the other.</summary>
    public bool IsCopy => Probability >= 1;
}
