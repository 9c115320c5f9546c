using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Demarche.Cli;

/// <summary>Where a command prints for people: knows the width, and whether colours and a progress bar are welcome.</summary>
internal sealed class Terminal
{
    // What a table gets when nobody says how wide the paper is.
    private const int DefaultWidth = 100;

    // Narrower than this no table is readable; the terminal then wraps.
    private const int SmallestWidth = 40;

    private Terminal(IAnsiConsole console) => Console = console;

    /// <summary>The console for tables and text.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Width in columns.</summary>
    public int Width => Console.Profile.Width;

    /// <summary>Whether colors and styles show.</summary>
    public bool HasColors => Console.Profile.Capabilities.Ansi;

    /// <summary>Signed strengths over time as one line of signs, in ASCII where the output cannot show blocks.</summary>
    public string Sparkline(IEnumerable<int> strengths) => Core.Comparisons.Sparkline.Of(strengths, isAscii: !Console.Profile.Capabilities.Unicode);

    /// <summary>Standard output: colored on a terminal unless NO_COLOR is set, as wide as the terminal or COLUMNS.</summary>
    /// <param name="isPlain">Whether colors are unwanted in any case.</param>
    public static Terminal Output(bool isPlain = false) =>
        Create(System.Console.Out, System.Console.IsOutputRedirected, isPlain);

    /// <summary>The text with every control character but line breaks made visible, so that an article cannot steer the terminal.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            bool steers = (char.IsControl(c) && c != '\n') || TurnsDirection(c);
            clean.Append(steers ? (c == '\t' ? ' ' : '\uFFFD') : c);
        }

        return clean.ToString();
    }

    /// <summary>The text with a space for every control character, and without the rest of the sequences that color a terminal: words copied from one stay words.</summary>
    public static string WithoutControls(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u001B' && i + 1 < text.Length && text[i + 1] == '[')
            {
                // Parameters and intermediates of a control sequence (ECMA-48, 5.4), then the character that ends it.
                i += 2;
                while (i < text.Length && text[i] is >= ' ' and <= '?')
                {
                    i++;
                }

                plain.Append(' ');
            }
            else
            {
                plain.Append(char.IsControl(text[i]) ? ' ' : text[i]);
            }
        }

        return plain.ToString();
    }

    /// <summary><see cref="Clean"/>, and safe inside console markup.</summary>
    public static string Escape(string text) => Markup.Escape(Clean(text));

    /// <summary>The text on one line, cut with an ellipsis so that it has at most <paramref name="length"/> characters.</summary>
    public static string OneLine(string text, int length)
    {
        string line = Clean(text).Replace('\n', ' ').Trim();
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, Math.Max(0, length - 1)).TrimEnd(), "…");
    }

    // Marks that turn the direction of writing can make a line read otherwise than it is stored.
    private static bool TurnsDirection(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static Terminal Create(TextWriter writer, bool isRedirected, bool isPlain)
    {
        bool colors = !isRedirected && !isPlain && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colors ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (isRedirected || Columns() is not null)
        {
            console.Profile.Width = Math.Max(SmallestWidth, Columns() ?? DefaultWidth);
        }

        return new Terminal(console);
    }

    private static int? Columns() =>
        int.TryParse(
            Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns)
            ? columns
            : null;
}
