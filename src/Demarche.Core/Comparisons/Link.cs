namespace Demarche.Core.Comparisons;

/// <summary>Two things - articles, passages - that may belong together.</summary>
/// <param name="Left">Index of the earlier one.</param>
/// <param name="Right">Index of the later one.</param>
/// <param name="Probability">How much speaks for it; 0-1.</param>
internal readonly record struct Link(int Left, int Right, double Probability);
