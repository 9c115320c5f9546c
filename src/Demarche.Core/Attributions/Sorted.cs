namespace Demarche.Core.Attributions;

/// <summary>Looks things up that stand in text order.</summary>
internal static class Sorted
{
    /// <summary>Index of the first of <paramref name="items"/> that starts at or after <paramref name="offset"/>; their number when none does.</summary>
    /// <param name="items">In the order of their starts.</param>
    /// <param name="offset">An offset into the text.</param>
    /// <param name="startOf">Where one starts.</param>
    public static int FirstFrom<T>(IReadOnlyList<T> items, int offset, Func<T, int> startOf)
    {
        int low = 0;
        int high = items.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (startOf(items[middle]) < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
