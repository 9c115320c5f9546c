using System.Diagnostics;
using System.Globalization;

namespace Demarche.Cli.Rendering;

/// <summary>One line on a terminal's standard error that says how far a long run is: bar, counts, rate. Nothing when standard error is no terminal.</summary>
internal sealed class ProgressLine
{
    private const int BarWidth = 24;

    // Redrawn about eight times a second: often enough to look alive, seldom enough to cost nothing.
    private static readonly TimeSpan RedrawEvery = TimeSpan.FromMilliseconds(125);

    private readonly bool _shows = !Console.IsErrorRedirected;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _drawn;

    /// <summary>Time since the run began.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Draws the line when the last drawing is old enough.</summary>
    /// <param name="done">Articles dealt with.</param>
    /// <param name="counts">What became of them, in words.</param>
    /// <param name="share">How much of the input is read, 0-1; null when nobody knows.</param>
    public void Draw(int done, string counts, double? share)
    {
        if (!_shows || _clock.Elapsed - _drawn < RedrawEvery)
        {
            return;
        }

        _drawn = _clock.Elapsed;
        double rate = done / Math.Max(0.001, _clock.Elapsed.TotalSeconds);
        Console.Error.Write(string.Create(
            CultureInfo.InvariantCulture, $"\r{Bar(share)}{done} articles: {counts} ({rate:0} a second)\u001B[K"));
    }

    /// <summary>Takes the line away, so that other output starts at the margin.</summary>
    public void Clear()
    {
        if (_shows && _drawn > TimeSpan.Zero)
        {
            Console.Error.Write("\r\u001B[K");
        }
    }

    private static string Bar(double? share)
    {
        if (share is not { } part)
        {
            return "";
        }

        int filled = (int)(Math.Clamp(part, 0, 1) * BarWidth);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', filled)}{new string('-', BarWidth - filled)}] {Math.Clamp(part, 0, 1):P0} ");
    }
}
