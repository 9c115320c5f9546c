using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Reads relations by rules and the cue lexicon. Safe to share between threads.</summary>
internal sealed class RuleReader
{
    private readonly CueFinder _cues = new(CueLexicon.English);
    private readonly RelationBuilder _relations = new(CueLexicon.English);

    /// <summary>All relations found, certain and uncertain, those inside others' contents too.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="isClosed">Of each sentence, whether it is not read.</param>
    public List<Relation> Read(TokenColumns tokens, bool[] isClosed)
    {
        var found = new List<Relation>();
        for (int i = 0; i < isClosed.Length; i++)
        {
            if (!isClosed[i])
            {
                AddSentence(tokens, tokens.Document.Sentences[i], found);
            }
        }

        return found;
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
