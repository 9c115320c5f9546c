using Demarche.Core.Reading.Metadata;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Choices;

/// <summary>Learns from pages with known bodies which blocks belong to an article. The same pages in the same order give the same weights.</summary>
public sealed class BodyTrainer
{
    private const int ShingleWords = 4;

    // A block of which this share is in the known text belongs to it.
    private const double EnoughShared = 0.6;

    private const int Parts = 5;

    // One page has hundreds of blocks that are much alike: the prior counts for more than with one choice a page.
    private const double Prior = 2;

    private readonly List<(string Host, Page Page, PageMarks Marks, LinkedData Linked, string Body, List<Choice> Blocks)> _pages = [];

    /// <summary>Takes a page to learn from.</summary>
    public void Add(BodyPage known)
    {
        ArgumentNullException.ThrowIfNull(known);
        Page page = Page.Of(known.Page.Html);
        PageMarks marks = page.Marks;
        LinkedData linked = LinkedData.Of(page.Root);
        var features = new BlockFeatures(page, marks, linked);
        var lines = known.Body.Split('\n').Select(line => string.Join(' ', Words(line))).ToHashSet(StringComparer.Ordinal);
        HashSet<string> shingles = [.. Shingles(known.Body)];
        var blocks = new List<Choice>();
        for (int i = features.First; i < features.End; i++)
        {
            string text = page.Blocks.Blocks[i].Text;
            string[] own = [.. Shingles(text)];
            bool isBody = Words(text).Length < ShingleWords
                ? lines.Contains(string.Join(' ', Words(text)))
                : own.Count(shingles.Contains) >= EnoughShared * own.Length;
            blocks.Add(new Choice(known.Page.Host, known.Page.Address, ["keep", null], [features.Of(i), []], [isBody, !isBody], isBody ? "keep" : null));
        }

        _pages.Add((known.Page.Host, page, marks, linked, known.Body, blocks));
    }

    /// <summary>Writes the weights into <paramref name="folder"/>.</summary>
    public void Write(string folder)
    {
        using var writer = new StreamWriter(Path.Combine(folder, "body.tsv"));
        writer.Write("# Weights of the features of a block of a page, by demarche train page; see card.md.\n");
        ChoiceTrainer.Train([.. _pages.SelectMany(page => page.Blocks)], Prior).Write(writer);
    }

    /// <summary>Precision, recall (means over pages, shingles of four words) and share of exact pages, on hosts the weights were not learned from.</summary>
    public (double Precision, double Recall, double Exact) CrossValidate()
    {
        string[] hosts = [.. _pages.Select(page => page.Host).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        double precision = 0;
        double recall = 0;
        int exact = 0;
        for (int part = 0; part < Parts; part++)
        {
            var left = hosts.Where((_, i) => i % Parts == part).ToHashSet(StringComparer.Ordinal);
            ChoiceModel model = ChoiceTrainer.Train([.. _pages.Where(page => !left.Contains(page.Host)).SelectMany(page => page.Blocks)], Prior);
            foreach (var page in _pages.Where(page => left.Contains(page.Host)))
            {
                string text = Shown(BodyChooser.Choose(page.Page, page.Marks, page.Linked, model).Text);
                (double p, double r) = Shared(text, page.Body);
                precision += p;
                recall += r;
                exact += Words(text).AsSpan().SequenceEqual(Words(page.Body)) ? 1 : 0;
            }
        }

        return (precision / _pages.Count, recall / _pages.Count, (double)exact / _pages.Count);
    }

    private static string Shown(string text)
    {
        int at = 0;
        var kept = new System.Text.StringBuilder();
        foreach (Furniture furniture in FurnitureFinder.Find(text))
        {
            kept.Append(text, at, furniture.Span.Start - at).Append('\n');
            at = furniture.Span.End;
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    private static (double Precision, double Recall) Shared(string text, string body)
    {
        Dictionary<string, int> want = Count(body);
        Dictionary<string, int> got = Count(text);
        double common = got.Sum(pair => Math.Min(pair.Value, want.GetValueOrDefault(pair.Key)));
        return (common / Math.Max(1, got.Values.Sum()), common / Math.Max(1, want.Values.Sum()));
    }

    private static Dictionary<string, int> Count(string text) =>
        Shingles(text).GroupBy(shingle => shingle, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static IEnumerable<string> Shingles(string text)
    {
        string[] words = Words(text);
        for (int i = 0; i + ShingleWords <= words.Length; i++)
        {
            yield return string.Join(' ', words, i, ShingleWords);
        }
    }

    private static string[] Words(string text) =>
        string.Create(text.Length, text, (plain, source) =>
        {
            for (int i = 0; i < plain.Length; i++)
            {
                plain[i] = char.IsLetterOrDigit(source[i]) || source[i] == '_' ? source[i] : ' ';
            }
        }).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
