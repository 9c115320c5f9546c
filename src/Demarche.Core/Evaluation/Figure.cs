namespace Demarche.Core.Evaluation;

/// <summary>A figure made of counts, 0-100.</summary>
/// <param name="Name">Its name for programs: "exact_source".</param>
/// <param name="Label">Its name for people: "exact source".</param>
public abstract record Figure(string Name, string Label)
{
    /// <summary>Its value.</summary>
    public abstract double ValueIn(Tally tally);
}

/// <summary>F1, the harmonic mean of precision and recall. Counts: NAME.right, NAME.said, NAME.gold.</summary>
/// <param name="Name">Its name for programs.</param>
/// <param name="Label">Its name for people.</param>
public sealed record MatchFigure(string Name, string Label) : Figure(Name, Label)
{
    /// <summary>Share of what was said that is right, 0-100; 0 when nothing was said.</summary>
    public double Precision(Tally tally) => Percentage.Of(Right(tally), Said(tally));

    /// <summary>Share of the gold that was found, 0-100; 0 without gold.</summary>
    public double Recall(Tally tally) => Percentage.Of(Right(tally), Gold(tally));

    /// <inheritdoc/>
    public override double ValueIn(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        double precision = Precision(tally) / 100;
        double recall = Recall(tally) / 100;
        return precision + recall == 0 ? 0 : 100 * (2 * precision * recall / (precision + recall));
    }

    /// <summary>How many were found.</summary>
    public long Right(Tally tally) => Count(tally, "right");

    /// <summary>How many were said.</summary>
    public long Said(Tally tally) => Count(tally, "said");

    /// <summary>How many there are.</summary>
    public long Gold(Tally tally) => Count(tally, "gold");

    /// <summary>Adds what one article counts.</summary>
    public void Add(Tally tally, long right, long said, long gold)
    {
        ArgumentNullException.ThrowIfNull(tally);
        tally.Add($"{Name}.right", right);
        tally.Add($"{Name}.said", said);
        tally.Add($"{Name}.gold", gold);
    }

    private long Count(Tally tally, string what)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return tally[$"{Name}.{what}"];
    }
}

/// <summary>Share of cases that are right. Counts: NAME.right, NAME.of.</summary>
/// <param name="Name">Its name for programs.</param>
/// <param name="Label">Its name for people.</param>
public sealed record ShareFigure(string Name, string Label) : Figure(Name, Label)
{
    /// <inheritdoc/>
    public override double ValueIn(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return Percentage.Of(Right(tally), Cases(tally));
    }

    /// <summary>How many are right.</summary>
    public long Right(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return tally[$"{Name}.right"];
    }

    /// <summary>How many there are.</summary>
    public long Cases(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return tally[$"{Name}.of"];
    }

    /// <summary>Adds one case.</summary>
    public void Add(Tally tally, bool isRight)
    {
        ArgumentNullException.ThrowIfNull(tally);
        tally.Add($"{Name}.right", isRight ? 1 : 0);
        tally.Add($"{Name}.of");
    }
}

/// <summary>Parts of a hundred.</summary>
internal static class Percentage
{
    /// <summary>100 <paramref name="part"/> / <paramref name="whole"/>; 0 of nothing.</summary>
    public static double Of(long part, long whole) => whole == 0 ? 0 : 100 * ((double)part / whole);
}
