namespace Demarche.Core.Comparisons;

/// <summary>Draws signed strength over time on one line: low for opposed, high for supported, one sign a position.</summary>
public static class Sparkline
{
    /// <summary>Most signs of a line; of longer histories the last are drawn.</summary>
    public const int MostSigns = 16;

    // From -4 to +4 without 0, which no position has.
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const string Ascii = "_,.-~'\"^";

    /// <summary>The line of <paramref name="strengths"/>.</summary>
    /// <param name="strengths">Signed strengths, -4 to 4, oldest first.</param>
    /// <param name="isAscii">Whether only ASCII characters are wanted.</param>
    public static string Of(IEnumerable<int> strengths, bool isAscii)
    {
        string signs = isAscii ? Ascii : Blocks;
        return string.Concat(strengths.TakeLast(MostSigns).Select(strength =>
            signs[strength < 0 ? Math.Max(strength, -4) + 4 : Math.Clamp(strength, 1, 4) + 3]));
    }
}
