using Demarche.Core.Comparisons;
using Demarche.Web.Parts;

namespace Demarche.Web.Linkages;

/// <summary>
/// Where the graph of conditions has its issues and arrows, in units of the drawing. Issues stand in two columns that bow outward, so that
/// boxes never touch however many there are; the same conditions give the same picture.
/// </summary>
internal sealed class LinkageMap
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 1000;

    /// <summary>Half the width of an issue's box.</summary>
    public const double HalfWidth = 104;

    /// <summary>Half its height: three lines.</summary>
    public const double HalfHeight = 29;

    // From one row of boxes to the next: a box, an arrow and its number.
    private const double RowHeight = 112;
    private const double Margin = HalfHeight + 36;
    private const double Reach = (Width / 2) - HalfWidth - 6;

    // Two boxes of one row, with an arrow between them.
    private const double LeastReach = HalfWidth + 46;
    private const int LongestLine = 25;
    private const int MostLines = 3;

    // Numbers nearer to each other than this run into one.
    private const double LeastDistance = 27;

    // Places along an arrow where its number may stand, the best first.
    private static readonly double[] MarkPlaces = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

    private readonly Dictionary<string, Node> _byIssue = new(StringComparer.Ordinal);

    private LinkageMap()
    {
    }

    /// <summary>The issues, in the order in which the conditions name them.</summary>
    public required IReadOnlyList<Node> Nodes { get; init; }

    /// <summary>The arrows, one a condition, in its order.</summary>
    public IReadOnlyList<Edge> Edges { get; private set; } = [];

    /// <summary>Height of the drawing.</summary>
    public required double Height { get; init; }

    /// <summary>The map of <paramref name="linkages"/>.</summary>
    /// <param name="linkages">The conditions.</param>
    /// <param name="labelOf">Label of an issue.</param>
    public static LinkageMap Of(IReadOnlyList<Linkage> linkages, Func<string, string> labelOf)
    {
        string[] issues = [.. linkages.SelectMany(linkage => new[] { linkage.Condition, linkage.Issue }).Distinct(StringComparer.Ordinal)];
        Point[] places = [.. PlacesOf(issues.Length)];
        var map = new LinkageMap
        {
            Nodes = [.. issues.Select((issue, i) => new Node(issue, places[i], LabelLines.Of(labelOf(issue), LongestLine, MostLines)))],
            Height = HeightOf(issues.Length),
        };
        foreach (Node node in map.Nodes)
        {
            map._byIssue[node.Issue] = node;
        }

        map.Edges = map.Draw(linkages);
        return map;
    }

    /// <summary>Height of a drawing with so many issues.</summary>
    public static double HeightOf(int issues) => SpanOf(issues) + (2 * Margin);

    /// <summary>Where the middles of so many boxes stand, clockwise from the top.</summary>
    public static IEnumerable<Point> PlacesOf(int issues) => Enumerable.Range(0, issues).Select(i => PlaceOf(i, issues, SpanOf(issues)));

    // One on top, one at the bottom of an even number, the others in pairs: from the first row to the last.
    private static double SpanOf(int issues) => issues / 2 * RowHeight;

    private static Point PlaceOf(int index, int count, double span)
    {
        int row = Math.Min(index, count - index);
        double y = Margin + (row * RowHeight);
        if (row == 0 || row * 2 == count)
        {
            return new Point(Width / 2.0, y);
        }

        double outward = span == 0 ? 0 : ((y - Margin) / span * 2) - 1;
        double reach = Math.Max(LeastReach, Reach * Math.Sqrt(Math.Max(0, 1 - (outward * outward))));
        return new Point((Width / 2.0) + (index == row ? reach : -reach), y);
    }

    private List<Edge> Draw(IReadOnlyList<Linkage> linkages)
    {
        var edges = new List<Edge>();
        var drawn = new Dictionary<(string From, string To), int>();
        foreach (Linkage linkage in linkages)
        {
            (string from, string to) = (linkage.Condition, linkage.Issue);
            int nth = drawn.GetValueOrDefault((from, to));
            drawn[(from, to)] = nth + 1;
            edges.Add(from == to ? Loop(_byIssue[from].Middle, nth) : Arrow(_byIssue[from].Middle, _byIssue[to].Middle, nth, edges));
        }

        return edges;
    }

    private static Edge Loop(Point middle, int nth)
    {
        double x = middle.X - 60 + (nth * 40 % 120);
        return new Edge($"M{N(x - 22)} {N(middle.Y - HalfHeight)}q22 -48 44 0", new Point(x, middle.Y - HalfHeight - 24));
    }

    // A bow, wider for every further condition of the same two issues, so that none covers another.
    private Edge Arrow(Point from, Point to, int nth, List<Edge> drawn)
    {
        Point bend = IsRight(from) is { } side && IsRight(to) == side ? BendInside(from, to, side, nth) : BendLeft(from, to, nth);
        Point start = Border(from, bend);
        Point end = Border(to, bend);
        Point[] places = [.. MarkPlaces.Select(share => Along(start, bend, end, share))];
        Point mark = places.FirstOrDefault(place => IsFree(place, drawn), places[0]);
        return new Edge($"M{N(start.X)} {N(start.Y)}Q{N(bend.X)} {N(bend.Y)} {N(end.X)} {N(end.Y)}", mark);
    }

    // To the left of its way.
    private static Point BendLeft(Point from, Point to, int nth)
    {
        (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
        double length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        double bow = 40 + (34 * nth);
        return new Point(((from.X + to.X) / 2) - (dy / length * bow), ((from.Y + to.Y) / 2) + (dx / length * bow));
    }

    // Inside a column an arrow bows into the middle, past the boxes between its ends; one that goes up bows wider than one that goes down.
    private static Point BendInside(Point from, Point to, bool isRight, int nth)
    {
        double bow = (2.3 * HalfWidth) + (0.2 * Math.Abs(to.Y - from.Y)) + (40 * nth) + (to.Y < from.Y ? 48 : 0);
        return new Point(((from.X + to.X) / 2) + (isRight ? -bow : bow), (from.Y + to.Y) / 2);
    }

    // Which column a place is in; null in the middle.
    private static bool? IsRight(Point place) => Math.Abs(place.X - (Width / 2.0)) < 1 ? null : place.X > Width / 2.0;

    private bool IsFree(Point place, List<Edge> drawn) =>
        !drawn.Any(edge => Math.Pow(edge.Mark.X - place.X, 2) + Math.Pow(edge.Mark.Y - place.Y, 2) < LeastDistance * LeastDistance)
        && !Nodes.Any(node => Math.Abs(node.Middle.X - place.X) < HalfWidth + (LeastDistance / 2) && Math.Abs(node.Middle.Y - place.Y) < HalfHeight + (LeastDistance / 2));

    // A point of the quadratic curve.
    private static Point Along(Point start, Point bend, Point end, double share)
    {
        double rest = 1 - share;
        return new Point(
            (rest * rest * start.X) + (2 * rest * share * bend.X) + (share * share * end.X),
            (rest * rest * start.Y) + (2 * rest * share * bend.Y) + (share * share * end.Y));
    }

    // Where the way from a box's middle leaves the box.
    private static Point Border(Point middle, Point toward)
    {
        (double dx, double dy) = (toward.X - middle.X, toward.Y - middle.Y);
        double share = Math.Min(1, Math.Min(HalfWidth / Math.Max(0.001, Math.Abs(dx)), HalfHeight / Math.Max(0.001, Math.Abs(dy))));
        return new Point(middle.X + (dx * share), middle.Y + (dy * share));
    }

    private static string N(double number) => TimeScale.Number(number);

    /// <summary>A place in the drawing.</summary>
    internal readonly record struct Point(double X, double Y);

    /// <summary>An issue: its box's middle and the lines in it.</summary>
    internal sealed record Node(string Issue, Point Middle, IReadOnlyList<string> Lines);

    /// <summary>An arrow: its path as SVG writes it, and where its number stands.</summary>
    internal sealed record Edge(string Path, Point Mark);
}
