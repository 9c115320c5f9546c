using Demarche.Core.Ledger.Sqlite;
using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>A step of a party on an issue, by the sketches of its lines: what <see cref="HeldPosition"/> is to the lines themselves.</summary>
/// <param name="Lead">The line that leads it.</param>
/// <param name="Lines">All its lines.</param>
internal sealed record SketchedStep(LineSketch Lead, ArraySegment<LineSketch> Lines)
{
    /// <summary>The day; null = undated.</summary>
    public DateOnly? Day => Lead.Place.Day;

    /// <summary>Whether it is told as what held before the news.</summary>
    public bool IsBackground => Lead.Place.IsBackground;

    /// <summary>Whether only lesser voices tell it.</summary>
    public bool IsLesserVoice { get; } = Lines.All(line => line.Voice == CellVoice.Lesser);

    /// <summary>What it says.</summary>
    public (Stance Stance, Direction Direction) Stance => Lead.Stance;
}

/// <summary>Folds sketches of lines the way <see cref="PositionHistory"/> folds lines. A test holds the two together.</summary>
/// <param name="keyOf">Key of a line and of its article, which decide where nothing else does; asked for seldom.</param>
internal sealed class SketchedHistory(Func<LineSketch, (string Line, string Article)> keyOf)
{
    /// <summary>The steps of a cell in the party's own voices, oldest first, undated last.</summary>
    /// <param name="cell">All lines of the cell.</param>
    public IReadOnlyList<SketchedStep> StepsOf(LineSketch[] cell)
    {
        LineSketch[] lines = [.. cell.Where(line => line.Voice != CellVoice.Told)];
        Array.Sort(lines, CompareSteps);
        var steps = new List<SketchedStep>();
        for (int start = 0; start < lines.Length;)
        {
            int end = start + 1;
            while (end < lines.Length && CompareSteps(lines[start], lines[end]) == 0)
            {
                end++;
            }

            var group = new ArraySegment<LineSketch>(lines, start, end - start);
            steps.Add(new SketchedStep(LeadOf(group), group));
            start = end;
        }

        Order(steps);
        return steps;
    }

    private static int CompareSteps(LineSketch left, LineSketch right)
    {
        int order = (left.Place.Day ?? DateOnly.MaxValue).CompareTo(right.Place.Day ?? DateOnly.MaxValue);
        order = order != 0 ? order : (left.Place.Day is null).CompareTo(right.Place.Day is null);
        order = order != 0 ? order : (!left.Place.IsBackground).CompareTo(!right.Place.IsBackground);
        order = order != 0 ? order : left.Stance.Stance.CompareTo(right.Stance.Stance);
        return order != 0 ? order : left.Stance.Direction.CompareTo(right.Stance.Direction);
    }

    private LineSketch LeadOf(ArraySegment<LineSketch> lines)
    {
        LineSketch best = lines[0];
        for (int i = 1; i < lines.Count; i++)
        {
            best = CompareLines(lines[i], best) < 0 ? lines[i] : best;
        }

        return best;
    }

    // Steps of one day and one kind of place by voice, then by what leads them: they are few.
    private void Order(List<SketchedStep> steps)
    {
        for (int start = 0; start < steps.Count;)
        {
            int end = start + 1;
            while (end < steps.Count && steps[end].Day == steps[start].Day && steps[end].IsBackground == steps[start].IsBackground)
            {
                end++;
            }

            if (end - start > 1)
            {
                steps.Sort(start, end - start, Comparer<SketchedStep>.Create((left, right) =>
                    left.IsLesserVoice != right.IsLesserVoice ? left.IsLesserVoice.CompareTo(right.IsLesserVoice) : CompareLines(left.Lead, right.Lead)));
            }

            start = end;
        }
    }

    private int CompareLines(LineSketch left, LineSketch right)
    {
        int order = left.Level.CompareTo(right.Level);
        order = order != 0 ? order : right.Confidence.CompareTo(left.Confidence);
        order = order != 0 ? order : (left.Published ?? DateOnly.MaxValue).CompareTo(right.Published ?? DateOnly.MaxValue);
        if (order != 0 || left.Found == right.Found)
        {
            return order;
        }

        (string leftLine, string leftArticle) = keyOf(left);
        (string rightLine, string rightArticle) = keyOf(right);
        order = string.CompareOrdinal(leftLine, rightLine);
        return order != 0 ? order : string.CompareOrdinal(leftArticle, rightArticle);
    }
}
