using Demarche.Core.Attributions.Lexicon;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Finds who said what in an analysed text. Safe to share between threads.</summary>
public sealed class AttributionExtractor
{
    private readonly CueFinder _cues = new(CueLexicon.English);
    private readonly RelationBuilder _relations = new(CueLexicon.English);

    /// <summary>The attributions of <paramref name="document"/> in text order of their cues, speakers not yet resolved.</summary>
    /// <param name="document">The analysed text.</param>
    /// <param name="furniture">Stretches that are not read.</param>
    public IReadOnlyList<Attribution> Extract(Document document, IReadOnlyList<Furniture> furniture)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(furniture);
        var tokens = new TokenColumns(document, WordTable.English);
        var found = new List<Relation>();
        int next = 0;
        foreach (TokenRange sentence in document.Sentences)
        {
            TextSpan span = document.SpanOf(sentence);
            while (next < furniture.Count && furniture[next].Span.End <= span.Start)
            {
                next++;
            }

            if (next >= furniture.Count || !furniture[next].Span.Overlaps(span))
            {
                AddSentence(tokens, sentence, found);
            }
        }

        return Nesting.Arrange(tokens, found);
    }

    private void AddSentence(TokenColumns tokens, TokenRange sentence, List<Relation> found)
    {
        if (Speakers.Find(tokens, sentence) is { } speech)
        {
            found.Add(speech);
        }

        List<Cue> cues = _cues.Find(tokens, sentence);
        Relation? previous = null;
        foreach (Cue cue in cues)
        {
            if (_relations.Build(tokens, cue, cues, previous) is { } relation)
            {
                found.Add(relation);
                previous = IsMain(relation, previous) ? relation : previous;
            }
        }
    }

    /// <summary>Whether later cues of the sentence may share its source: it stands in nobody else's content.</summary>
    private static bool IsMain(Relation relation, Relation? previous) =>
        relation.HasClause && relation.Probability >= Nesting.LeastOutermost
        && (previous is null || !previous.Content.Any(range => range.Contains(relation.Head)));
}
