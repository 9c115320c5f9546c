using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Ledger.Sqlite;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>Judges, after articles came or went, whose words weigh otherwise than before; the links of these are to be found anew.</summary>
/// <remarks>
/// An article changes the stretches that hold its place, and no others: from the whole line down to its own vicinity. At each of them are judged
/// the articles that stand in a half too empty to be a vicinity, and the sample. What comes out is <see cref="Vicinity.Of"/> over all places.
/// </remarks>
/// <param name="tables">The tables, inside a transaction.</param>
/// <param name="rule">By how many articles words are weighed.</param>
internal sealed class VicinityJudge(StoryTables tables, SampleRule rule)
{
    private readonly List<(long Place, string Draw)> _moved = tables.Vicinities.Moved();
    private readonly HashSet<Vicinity> _judged = [];
    private readonly Dictionary<Vicinity, bool> _full = [];

    /// <summary>Judges all that moved.</summary>
    public void Run()
    {
        foreach (long place in _moved.Select(moved => moved.Place).Distinct())
        {
            Vicinity around = Vicinity.Whole;
            while (Judge(around) && IsFull(around.HalfWith(place)))
            {
                around = around.HalfWith(place);
            }
        }

        tables.Vicinities.SetJudged();
    }

    // False where a stretch cannot be halved.
    private bool Judge(Vicinity around)
    {
        if (!_judged.Add(around))
        {
            return around.IsDivisible;
        }

        Vicinity[] parts = around.IsDivisible ? [around.HalfWith(around.First), around.HalfWith(around.Last)] : [around];
        foreach (Vicinity part in parts.Where(part => part == around || !IsFull(part)))
        {
            tables.Vicinities.Settle(part.First, part.Last, around.Id);
        }

        if (tables.Vicinities.IsUsed(around.Id))
        {
            SampleAnew(around);
        }

        return around.IsDivisible;
    }

    private void SampleAnew(Vicinity around)
    {
        (string? LastDraw, byte[] Terms)? kept = tables.Vicinities.Get(around.Id);
        if (kept is { } known && !_moved.Exists(moved => around.Contains(moved.Place)
            && (known.LastDraw is null || string.CompareOrdinal(moved.Draw, known.LastDraw) <= 0)))
        {
            return;
        }

        (string? lastDraw, TermSample sample) = Sample(tables, around, rule);
        byte[] terms = sample.ToBytes();
        tables.Vicinities.Put(around.Id, lastDraw, terms);
        if (kept is { } before && !terms.AsSpan().SequenceEqual(before.Terms))
        {
            tables.Vicinities.SetUnlinked(around.Id);
        }
    }

    /// <summary>The sample of a vicinity as its articles are now, and the draw of its last; null when it is all of them.</summary>
    public static (string? LastDraw, TermSample Sample) Sample(StoryTables tables, Vicinity around, SampleRule rule)
    {
        List<(string Draw, byte[] Profile)> sampled = tables.Vicinities.Sample(around.First, around.Last, rule.Size);
        return (sampled.Count < rule.Size ? null : sampled[^1].Draw, new TermSample([.. sampled.Select(article => ProfileBytes.Read(article.Profile))]));
    }

    private bool IsFull(Vicinity part)
    {
        if (!_full.TryGetValue(part, out bool isFull))
        {
            _full[part] = isFull = tables.Vicinities.HasAtLeast(part.First, part.Last, rule.Enough);
        }

        return isFull;
    }
}
