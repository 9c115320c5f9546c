namespace Demarche.Core.Evaluation;

/// <summary>Counts by name that add up over articles; a count never made is 0.</summary>
public sealed class Tally
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>The count under <paramref name="name"/>.</summary>
    public long this[string name] => _counts.GetValueOrDefault(name);

    /// <summary>The names that were counted.</summary>
    public IEnumerable<string> Names => _counts.Keys;

    /// <summary>Adds to the count under <paramref name="name"/>.</summary>
    public void Add(string name, long count = 1) => _counts[name] = this[name] + count;

    /// <summary>The sum of <paramref name="tallies"/>.</summary>
    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        var sum = new Tally();
        foreach (Tally tally in tallies)
        {
            foreach (string name in tally.Names)
            {
                sum.Add(name, tally[name]);
            }
        }

        return sum;
    }
}
