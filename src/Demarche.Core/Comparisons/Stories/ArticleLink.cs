namespace Demarche.Core.Comparisons.Stories;

/// <summary>Two articles that may tell of one event.</summary>
/// <param name="Left">Index of the earlier one in the order of the articles.</param>
/// <param name="Right">Index of the later one.</param>
/// <param name="Probability">That they do; 0-1.</param>
internal readonly record struct ArticleLink(int Left, int Right, double Probability);
