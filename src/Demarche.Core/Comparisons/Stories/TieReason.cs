namespace Demarche.Core.Comparisons.Stories;

/// <summary>What two articles of a story have in common, for a reader: why they are taken to tell of one event.</summary>
/// <param name="Names">Words both write as names, most telling first.</param>
/// <param name="Words">Other words of both, most telling first.</param>
/// <param name="Numbers">Figures of both.</param>
/// <param name="Statements">Number of statements that both render.</param>
/// <param name="Days">Days between them; null when one has no day.</param>
public sealed record TieReason(
    IReadOnlyList<string> Names, IReadOnlyList<string> Words, IReadOnlyList<string> Numbers, int Statements, int? Days)
{
    /// <summary>The reason as a line: "Tarrow, Ardmoor; sluice, toll; 40; 2 statements; same day". Empty when they share nothing.</summary>
    public override string ToString() => string.Join("; ", new[]
    {
        string.Join(", ", Names),
        string.Join(", ", Words),
        string.Join(", ", Numbers),
        Statements switch { 0 => "", 1 => "1 statement", _ => FormattableString.Invariant($"{Statements} statements") },
        Days switch { null => "", 0 => "same day", 1 => "1 day apart", _ => FormattableString.Invariant($"{Days} days apart") },
    }.Where(part => part.Length > 0));
}
