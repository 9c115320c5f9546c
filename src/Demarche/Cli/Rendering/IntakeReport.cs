using System.Globalization;
using System.Text.Json;
using Demarche.Core;
using Demarche.Core.Ledger;

namespace Demarche.Cli.Rendering;

/// <summary>Tells how adding goes: failures on standard error at once, a counting line on a terminal, the sums at the end.</summary>
internal sealed class IntakeReport : IDisposable
{
    private readonly bool _asJson;
    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly ProgressLine _progress = new();
    private readonly Dictionary<AddKind, int> _counts = [];

    /// <summary>A report.</summary>
    /// <param name="asJson">Whether to write a JSON line an input instead of sums.</param>
    public IntakeReport(bool asJson) => _asJson = asJson;

    /// <summary>How many inputs failed so far.</summary>
    public int Failed { get; private set; }

    private int Total => Failed + _counts.Values.Sum();

    /// <summary>Counts one input and names it when it failed.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="share">How much of the input is read, 0-1; null when nobody knows.</param>
    public void Tell(IntakeResult result, double? share = null)
    {
        if (result.Outcome is { } outcome)
        {
            _counts[outcome.Kind] = _counts.GetValueOrDefault(outcome.Kind) + 1;
        }
        else
        {
            Failed++;
            _progress.Clear();
            Console.Error.WriteLine($"demarche: {Terminal.Clean(result.Origin)}: {Terminal.Clean(result.Problem ?? "")}");
        }

        if (_asJson)
        {
            WriteJson(result);
        }

        _progress.Draw(Total, Sums(), share);
    }

    /// <summary>Writes the sums.</summary>
    public void Finish()
    {
        _progress.Clear();
        if (!_asJson)
        {
            Console.WriteLine($"{Sums()}, in {_progress.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();

    private void WriteJson(IntakeResult result)
    {
        // Flushed line by line: whoever reads the pipe may rely on what it says.
        using (var writer = new Utf8JsonWriter(_output))
        {
            writer.WriteStartObject();
            writer.WriteString("status", result.Outcome is { } outcome ? outcome.Kind.ToString().ToLowerInvariant() : "failed");
            writer.WriteString("id", result.Article.Id);
            writer.WriteString("origin", result.Origin);
            writer.WriteString("key", result.Outcome?.ArticleKey);
            if (result.Outcome is { } added)
            {
                writer.WriteNumber("revision", added.Revision);
            }

            writer.WriteString("problem", result.Problem);
            writer.WriteEndObject();
        }

        _output.WriteByte((byte)'\n');
        _output.Flush();
    }

    private string Sums()
    {
        string[] parts =
        [
            Count(AddKind.Added, "added"),
            .. Some(AddKind.Revised, "revised"),
            .. Some(AddKind.Recoded, "coded anew"),
            .. Some(AddKind.Unchanged, "known already"),
            .. Failed > 0 ? [$"{Failed} failed"] : (string[])[],
        ];
        return string.Join(", ", parts);
    }

    private string Count(AddKind kind, string word) => $"{_counts.GetValueOrDefault(kind)} {word}";

    private string[] Some(AddKind kind, string word) => _counts.ContainsKey(kind) ? [Count(kind, word)] : [];
}
