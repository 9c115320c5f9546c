using Demarche.Core.Parties;
using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp;
using Demarche.Nlp.Times;

namespace Demarche.Core.Positions;

/// <summary>A text with everything the readers of positions look at, found once for the whole article.</summary>
internal sealed class CodedText
{
    private readonly string[] _concepts;
    private readonly string[] _joined;
    private readonly int[] _operatorAt;
    private readonly int[] _mentionAt;

    public CodedText(string text, Vocabulary vocabulary, MentionScanner scanner, DateOnly? day, Document? document = null)
    {
        Words = new WordText(text, vocabulary.Keys);
        Lists = new ListMembers(document, Words);
        Mentions = scanner.Scan(Words, day, document);
        Opponents = Subjects.Opponents.Find(Words, scanner.Codebook);
        List<OperatorHit> operators = vocabulary.Operators.Find(Words, withVerbs: document is { Syntax.IsEmpty: false });
        Tree = new ClauseTree(document, Words, [.. operators.Where(hit => !hit.Operator.IsVerb)]);
        Mentions = ConditionPronouns.With(NominalMentions.With(Mentions, Words, Tree, scanner.Codebook), Words, Tree);
        Operators = [.. operators.Where(hit => !IsParticle(hit) && (!hit.Operator.IsVerb || IsVerb(hit.Start)))
            .Concat(HeadlineWill.Find(document, Words, Mentions)).OrderBy(hit => hit.Start)];
        _concepts = new string[Words.Count];
        _joined = new string[Words.Count];
        for (int i = 0; i < _concepts.Length; i++)
        {
            _concepts[i] = vocabulary.ConceptAt(Words, i);
            _joined[i] = _concepts[i].Length == 0 ? "" : vocabulary.JoinedAt(Words, i);
        }

        ForgetMonths(document);
        _operatorAt = Places(Operators.Count, i => new WordRange(Operators[i].Start, Operators[i].End));
        _mentionAt = Places(Mentions.Count, i => Mentions[i].Words);
    }

    /// <summary>The words; those of a mention carry its party's key.</summary>
    public WordText Words { get; }

    /// <summary>Its dependency trees; empty without a language model.</summary>
    public ClauseTree Tree { get; }

    /// <summary>The members of lists inside sentences; none without a language model.</summary>
    public ListMembers Lists { get; }

    /// <summary>Actors and parties named, in text order.</summary>
    public IReadOnlyList<PartyMention> Mentions { get; }

    /// <summary>The two parties "both sides" means; empty when the text names fewer.</summary>
    public IReadOnlyList<ActorMatch> Opponents { get; }

    /// <summary>Words that turn or mark a stance, in text order.</summary>
    public IReadOnlyList<OperatorHit> Operators { get; }

    /// <summary>Tells which words speak ill; null without word vectors.</summary>
    public BadWords? BadWords { get; init; }

    /// <summary>Concept of the word at <paramref name="index"/>, empty when it names no matter.</summary>
    public string Concept(int index) => _concepts[index];

    /// <summary>Concept of the word at <paramref name="index"/> written together with its particle, "walk out" as "walkout"; empty where no particle follows.</summary>
    public string Joined(int index) => _joined[index];

    /// <summary>The operator that covers the word at <paramref name="index"/>, or null.</summary>
    public OperatorHit? OperatorAt(int index) => _operatorAt[index] < 0 ? null : Operators[_operatorAt[index]];

    /// <summary>The mention that covers the word at <paramref name="index"/>, or null.</summary>
    public PartyMention? MentionAt(int index) => _mentionAt[index] < 0 ? null : Mentions[_mentionAt[index]];

    /// <summary>The word nearest to the root of those that name a matter, names of parties left out where others do: "Norland had to end its toll" is about the toll.</summary>
    /// <param name="matter">The words that name it; not empty.</param>
    public int TopOf(IReadOnlyCollection<int> matter)
    {
        int[] named = [.. matter.Where(word => MentionAt(word) is null)];
        return Tree.Top(named.Length == 0 ? matter : named);
    }

    // "from 5 March": the month names no march.
    private void ForgetMonths(Document? document)
    {
        foreach (TimeExpression time in document?.Times ?? [])
        {
            WordRange range = Words.RangeOf(time.Span);
            for (int i = range.Start; i < range.End; i++)
            {
                if (Words.Span(i).SliceOf(Words.Text) is "March")
                {
                    _concepts[i] = "";
                    _joined[i] = "";
                }
            }
        }
    }

    // "left the talks" and "the left wing", "tabled a motion" and "at the table".
    private bool IsVerb(int word)
    {
        int node = Tree.Lead(word);
        return Tree.Relation(node) is not ("amod" or "compound" or "case") && (Tree.HasChild(node, "obj") || Tree.HasChild(node, "nsubj:pass"));
    }

    // "hand the keys back", "move back": a particle backs nothing.
    private bool IsParticle(OperatorHit hit) =>
        IsNoLeaving(hit) || IsGoing(hit) || IsOnTerms(hit) || (hit.Operator.Group == OperatorGroup.Attitude && hit.End == hit.Start + 1 && !Tree.IsEmpty && Tree.Relation(hit.Start) is "advmod" or "compound:prt");

    // "a toll that nobody pays is a toll I can live with for six weeks": not the toll is borne, but what is left of it.
    private bool IsOnTerms(OperatorHit hit) =>
        hit.Operator is { Group: OperatorGroup.Attitude, Sign: > 0 } && hit.End > hit.Start + 2 && Words.Key(hit.End - 2) == "live" && Words.Key(hit.End - 1) == "with"
        && (hit.End == Words.Count || !Words.IsWord(hit.End) || Words.Key(hit.End) is "for" or "until" or "as");

    // "has gone up", "gone to the polls": only what is or shall be gone is done away with.
    private bool IsGoing(OperatorHit hit) =>
        hit.End == hit.Start + 1 && Words.Span(hit.Start).SliceOf(Words.Text) is "gone" or "Gone"
        && ((hit.Start > 0 && Words.Key(hit.Start - 1) is "has" or "have" or "had" or "ve")
            || (hit.End < Words.Count && Words.Key(hit.End) is "to" or "on" or "into" or "through" or "too" or "far" or "beyond" or "up" or "down"));

    // "the left", "left the talks early", "left the town in ruins", "what is left": only what somebody has left is left for good.
    private bool IsNoLeaving(OperatorHit hit) =>
        hit.End == hit.Start + 1 && Words.Span(hit.Start).SliceOf(Words.Text) is "left" or "Left"
        && (Tree.IsEmpty || Tree.HasChild(hit.Start, "xcomp") || !Tree.HasChild(hit.Start, "obj") || !Tree.HasChild(hit.Start, "aux"));

    private int[] Places(int count, Func<int, WordRange> rangeOf)
    {
        int[] places = new int[Words.Count];
        Array.Fill(places, -1);
        for (int i = 0; i < count; i++)
        {
            WordRange range = rangeOf(i);
            Array.Fill(places, i, range.Start, range.Length);
        }

        return places;
    }
}
