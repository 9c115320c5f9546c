using System.Globalization;
using System.Text.Json;
using Demarche.Core.Evaluation;

namespace Demarche.Cli.Rendering;

/// <summary>The figures of an evaluation as lines of text and as JSON.</summary>
internal static class EvaluationView
{
    // Finer differences are noise of the arithmetic.
    private const int JsonDigits = 10;

    /// <summary>Prints the reports.</summary>
    /// <param name="reports">What is printed.</param>
    /// <param name="withErrors">Whether every difference is listed.</param>
    public static void Print(IReadOnlyList<EvaluationReport> reports, bool withErrors)
    {
        foreach (EvaluationReport report in reports)
        {
            foreach (ScoringError error in withErrors ? report.Errors : [])
            {
                Console.WriteLine($"{(error.IsMiss ? "MISS   " : "SURPLUS")} {Terminal.OneLine($"{error.Article} {error.What}", int.MaxValue)}");
            }

            string missing = report.Missing.Count == 0 ? "" : $", without a record {string.Join(", ", report.Missing)}";
            Console.WriteLine(Terminal.Clean($"{report.Subject}: {report.Cases} {report.Unit}{missing}"));
            foreach (FigureResult result in report.Figures)
            {
                Console.WriteLine(LineOf(result, report.Counts));
            }
        }
    }

    /// <summary>Writes a report as one object; figures 0-100, "low" and "high" the bounds of the interval.</summary>
    public static void WriteJson(Utf8JsonWriter json, EvaluationReport report, bool withErrors)
    {
        json.WriteStartObject();
        json.WriteString("of", report.Subject);
        json.WriteNumber(report.Unit, report.Cases);
        json.WriteStartArray("missing");
        foreach (string id in report.Missing)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteStartObject("figures");
        foreach (FigureResult result in report.Figures)
        {
            WriteFigure(json, result, report.Counts);
        }

        json.WriteEndObject();
        if (withErrors)
        {
            WriteErrors(json, report.Errors);
        }

        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, FigureResult result, Tally counts)
    {
        json.WriteStartObject(result.Figure.Name);
        json.WriteNumber("value", Math.Round(result.Value, JsonDigits));
        if (result.Interval is { } interval)
        {
            json.WriteNumber("low", Math.Round(interval.Low, JsonDigits));
            json.WriteNumber("high", Math.Round(interval.High, JsonDigits));
        }

        if (result.Figure is MatchFigure match)
        {
            json.WriteNumber("precision", Math.Round(match.Precision(counts), JsonDigits));
            json.WriteNumber("recall", Math.Round(match.Recall(counts), JsonDigits));
            json.WriteNumber("right", match.Right(counts));
            json.WriteNumber("said", match.Said(counts));
            json.WriteNumber("gold", match.Gold(counts));
        }
        else if (result.Figure is ShareFigure share)
        {
            json.WriteNumber("right", share.Right(counts));
            json.WriteNumber("of", share.Cases(counts));
        }

        json.WriteEndObject();
    }

    /// <summary>Writes differences as an array under "errors".</summary>
    public static void WriteErrors(Utf8JsonWriter json, IReadOnlyList<ScoringError> errors)
    {
        json.WriteStartArray("errors");
        foreach (ScoringError error in errors)
        {
            json.WriteStartObject();
            json.WriteString("article", error.Article);
            json.WriteString("kind", error.IsMiss ? "miss" : "surplus");
            json.WriteString("what", error.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string LineOf(FigureResult result, Tally counts)
    {
        string interval = result.Interval is { } bounds ? Invariant($"  [{bounds.Low,5:F1}, {bounds.High,5:F1}]") : "";
        return result.Figure switch
        {
            MatchFigure match => Invariant($"{match.Label,-34} P {match.Precision(counts),5:F1}  R {match.Recall(counts),5:F1}  F1 {result.Value,5:F1}")
                + interval + Invariant($"  ({match.Right(counts)} of {match.Said(counts)} said, {match.Gold(counts)} gold)"),
            ShareFigure share => Invariant($"{share.Label,-34} {result.Value,26:F1}") + interval
                + Invariant($"  ({share.Right(counts)} of {share.Cases(counts)})"),
            _ => Invariant($"{result.Figure.Label,-34} {result.Value,26:F1}") + interval,
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
