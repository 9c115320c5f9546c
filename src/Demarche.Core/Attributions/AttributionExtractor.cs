using Demarche.Core.Attributions.Learned;
using Demarche.Core.Attributions.Lexicon;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Finds who said what in an analysed text. Safe to share between threads.</summary>
public sealed class AttributionExtractor
{
    private readonly RuleReader _rules = new();
    private readonly LearnedReader? _learned;
    private readonly bool _isWide;

    /// <summary>Creates the extractor.</summary>
    /// <param name="model">
    /// Reads outermost attributions; null leaves all to the rules, as does a document without the syntax it was trained on.
    /// </param>
    /// <param name="isWide">
    /// Whether the rules add to what the model found: attributions inside the content of others, and stances it passed over.
    /// Positions need them; read on their own they are right less often (of those inside a content, half on the sample disputes).
    /// </param>
    public AttributionExtractor(AttributionModel? model = null, bool isWide = true)
    {
        _learned = model is null ? null : new LearnedReader(model);
        _isWide = isWide;
    }

    /// <summary>The attributions of <paramref name="document"/> in text order of their cues, speakers not yet resolved.</summary>
    /// <param name="document">The analysed text.</param>
    /// <param name="furniture">Stretches that are not read.</param>
    public IReadOnlyList<Attribution> Extract(Document document, IReadOnlyList<Furniture> furniture)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(furniture);
        var tokens = new TokenColumns(document, WordTable.English);
        bool[] isClosed = Closed(document, furniture);
        List<Relation> found = _rules.Read(tokens, isClosed);
        if (_learned is not null && _learned.CanRead(document))
        {
            List<Relation> learned = _learned.Read(tokens, found, isClosed);
            learned = ContentEnds.Extend(tokens, Coordination.Part(tokens, learned, found), found);
            if (_isWide)
            {
                learned.AddRange(new InnerReader(_rules, _learned).Read(document, learned));
            }

            found = Combination.Of(tokens, learned, found, _isWide);
        }

        found = _isWide ? QuotedSpeakers.Settle(tokens, found) : found;

        return Nesting.Arrange(tokens, WithoutDatelines(document, ListEnds.Extend(tokens, found), furniture));
    }

    /// <summary>The relations without the dateline before their source or content: "LENNE (Agency) - The ministry agreed".</summary>
    private static List<Relation> WithoutDatelines(Document document, List<Relation> relations, IReadOnlyList<Furniture> furniture)
    {
        TokenRange[] datelines = [.. furniture.Where(piece => piece.Reason == Furniture.Dateline).Select(piece => document.TokensOf(piece.Span))];
        TokenRange Cut(TokenRange range)
        {
            int line = Array.FindIndex(datelines, dateline => dateline.Start <= range.Start && range.Start < dateline.End && dateline.End < range.End);
            return line < 0 ? range : new TokenRange(datelines[line].End, range.End);
        }

        return datelines.Length == 0
            ? relations
            : relations.ConvertAll(relation => relation with { Source = Cut(relation.Source), Content = [.. relation.Content.Select(Cut)] });
    }

    /// <summary>Of each sentence, whether furniture touches it; a dateline stands in front of a sentence that is news.</summary>
    private static bool[] Closed(Document document, IReadOnlyList<Furniture> all)
    {
        Furniture[] furniture = [.. all.Where(piece => piece.Reason != Furniture.Dateline)];
        var isClosed = new bool[document.Sentences.Length];
        int next = 0;
        for (int i = 0; i < isClosed.Length; i++)
        {
            TextSpan span = document.SpanOf(document.Sentences[i]);
            while (next < furniture.Length && furniture[next].Span.End <= span.Start)
            {
                next++;
            }

            isClosed[i] = next < furniture.Length && furniture[next].Span.Overlaps(span);
        }

        return isClosed;
    }
}
