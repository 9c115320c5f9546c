namespace Demarche.Nlp.Entities;

/// <summary>A named entity of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Tokens">The tokens of its name, always in one sentence.</param>
public readonly record struct Entity(EntityKind Kind, TokenRange Tokens);
