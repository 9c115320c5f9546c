namespace Demarche.Core.Attributions.Learned;

/// <summary>An article to learn from.</summary>
/// <param name="Tokens">The text.</param>
/// <param name="Ruled">What the rules found in it.</param>
/// <param name="Gold">What a person marked.</param>
internal sealed record TrainingArticle(TokenColumns Tokens, List<Relation> Ruled, IReadOnlyList<GoldRelation> Gold);
