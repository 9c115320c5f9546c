using System.Runtime.InteropServices;
using Demarche.Core.Ledger.Sqlite;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>The telling words of all articles of some weeks, held in memory. Immutable once read.</summary>
/// <remarks>
/// What <see cref="StoryLinkRows.Having"/> gives word by word, and dearer for one article: all the keys of the weeks are read. For hundreds of articles
/// of one time it is several times cheaper (bench/results/two-cores.md).
/// </remarks>
internal sealed class KeyWindow
{
    private readonly Dictionary<uint, List<(int Day, long Id)>> _having = [];

    private KeyWindow(IEnumerable<uint> wanted)
    {
        foreach (uint term in wanted)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_having, term, out _) ??= [];
        }
    }

    /// <summary>Reads the articles of some days, the undated among them.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="wanted">The words that will be asked for.</param>
    public static KeyWindow Read(StoryTables tables, int from, int to, IEnumerable<uint> wanted)
    {
        var window = new KeyWindow(wanted);
        foreach ((int day, long id, uint[] terms) in tables.Links.KeysOf(from, to))
        {
            foreach (uint term in terms)
            {
                if (window._having.TryGetValue(term, out List<(int, long)>? articles))
                {
                    articles.Add((day, id));
                }
            }
        }

        return window;
    }

    /// <summary>Articles found by a wanted word within days inside the window, the undated among them.</summary>
    public IEnumerable<long> Having(uint term, int from, int to)
    {
        foreach ((int day, long id) in _having[term])
        {
            if (day == 0 || (day >= from && day <= to))
            {
                yield return id;
            }
        }
    }
}
