using System.Collections.Frozen;
using Demarche.Core.Parties;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>
/// Finds who issued a document by the words around the noun that names it: "a statement by A and B", "a declaration ... was signed by A, B and C",
/// "A joined B in a statement".
/// </summary>
internal sealed class DocumentIssuers
{
    // "a joint statement in support of the truce and of the talks that opened last week was issued by": one sentence of news.
    private const int NounToBy = 30;

    // "issued late on Monday evening by".
    private const int VerbToBy = 6;

    // "by the foreign minister of Vorland, Anna Berg,": titles stand before a name.
    private const int WordsBetween = 7;

    // "in a rare joint statement".
    private const int InToNoun = 4;

    private const int MostIssuers = 12;

    // Written by us: what states are called together, so that "the leaders of northern powers" are northern leaders.
    private static readonly FrozenSet<string> States = new[] { "powers", "states", "countries", "nations", "governments", "capitals", "members" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly SpeakerContext _context;
    private readonly ActorDirectory? _actors;
    private readonly DateOnly? _day;

    /// <summary>For one article.</summary>
    public DocumentIssuers(SpeakerContext context, ActorDirectory? actors, DateOnly? day)
    {
        _context = context;
        _actors = actors;
        _day = day;
    }

    /// <summary>Who issued the document that the word at <paramref name="noun"/> of the article names, all together when there are several; or null.</summary>
    public Speaker? Of(string text, int noun)
    {
        List<NameWord> words = _context.Cast.Words;
        TextSpan sentence = _context.SentenceSpan(_context.SentenceAt(words[noun].Span.Start));
        return Together(By(text, words, noun, sentence)) ?? Together(In(text, words, noun, sentence));
    }

    private static Speaker? Together(List<Speaker> issuers) => issuers.Count switch
    {
        0 => null,
        1 => issuers[0],
        _ => Speaker.Joint(issuers),
    };

    private List<Speaker> By(string text, List<NameWord> words, int noun, TextSpan sentence)
    {
        for (int i = noun + 1; i < Math.Min(words.Count, noun + NounToBy) && words[i].Span.Start < sentence.End; i++)
        {
            ReadOnlySpan<char> word = words[i].Span.SliceOf(text);
            bool follows = i == noun + 1 && word is "by" or "from";
            if (follows || (word is "by" && HasIssuing(text, words, noun, i)))
            {
                return Listed(text, words, i, sentence);
            }
        }

        return [];
    }

    private static bool HasIssuing(string text, List<NameWord> words, int noun, int by)
    {
        for (int i = by - 1; i > Math.Max(noun, by - VerbToBy); i--)
        {
            if (DocumentSpeakers.Issuing.Contains(words[i].Span.Of(text)))
            {
                return true;
            }
        }

        return false;
    }

    // Those named in a row behind the word, parted by commas, "and" and titles.
    private List<Speaker> Listed(string text, List<NameWord> words, int by, TextSpan sentence)
    {
        var issuers = new List<Speaker>();
        int end = words[by].Span.End;
        foreach (CastMention mention in _context.Cast.From(end))
        {
            ReadOnlySpan<char> between = mention.Span.Start < sentence.End && mention.Span.Start >= end ? text.AsSpan(end, mention.Span.Start - end) : default;
            bool isJoined = issuers.Count == 0 || between.Contains(',') || between.Contains(" and ", StringComparison.Ordinal);
            if (between.IsEmpty || between.Count(' ') > WordsBetween || !isJoined || issuers.Count == MostIssuers)
            {
                break;
            }

            end = mention.Span.End;
            if (!mention.IsPossessive && !issuers.Exists(issuer => issuer.Name == mention.Member.Name))
            {
                issuers.Add(Speaker.Of(mention.Member));
            }
        }

        return issuers;
    }

    // "A joined B in a statement": the subject of the verb, and whom it joins.
    private List<Speaker> In(string text, List<NameWord> words, int noun, TextSpan sentence)
    {
        int at = noun - 1;
        while (at > Math.Max(0, noun - InToNoun) && words[at].Span.SliceOf(text) is not "in")
        {
            at--;
        }

        Syntax syntax = _context.Document.Syntax;
        if (at < 0 || words[at].Span.SliceOf(text) is not "in" || words[at].Span.Start < sentence.Start)
        {
            return [];
        }

        if (syntax.IsEmpty)
        {
            CastMention first = _context.Cast.From(sentence.Start).FirstOrDefault(mention => mention.Member.PartyId is not null);
            return first.Member is { } member && first.Span.Start < words[at].Span.Start ? [Speaker.Of(member)] : [];
        }

        int verb = syntax.Heads[_context.Document.TokensOf(words[noun].Span).Start];
        var issuers = new List<Speaker>();
        foreach (CastMention mention in verb < 0 ? [] : _context.Cast.From(sentence.Start))
        {
            if (mention.Span.Start >= words[at].Span.Start)
            {
                break;
            }

            int token = _context.Document.TokensOf(mention.Span).Start;
            string relation = RelationTo(verb, token);
            bool speaks = relation == "nsubj" || (relation == "obj" && syntax.Lemmas[verb] == "join");
            if (speaks && !mention.IsPossessive && mention.Member.PartyId is { } party && !issuers.Exists(issuer => issuer.PartyId == party))
            {
                issuers.Add((relation == "nsubj" ? Gathered(verb, token, party) : null) ?? Speaker.Of(mention.Member));
            }
        }

        return issuers;
    }

    // "the leaders of northern powers and of the Northern League": the northern leaders, where the codebook knows them for the league's.
    private Speaker? Gathered(int verb, int token, string party)
    {
        Document document = _context.Document;
        for (int steps = 0; steps < MostIssuers * 2 && token >= 0 && token != verb; steps++)
        {
            bool isGroup = token + 3 < document.TokenCount && document.Token(token + 1) is "of" && States.Contains(document.Token(token + 3).ToString());
            if (isGroup && _actors?.Find($"{document.Token(token + 2)} {document.Token(token)}", _day) is { } match && match.PartyId == party)
            {
                return Speaker.Of(match);
            }

            token = document.Syntax.Heads[token];
        }

        return null;
    }

    // The relation to the verb of whatever holds the token; empty when the verb does not govern it.
    private string RelationTo(int verb, int token)
    {
        Syntax syntax = _context.Document.Syntax;
        for (int steps = 0; steps < MostIssuers * 2 && token >= 0; steps++)
        {
            int head = syntax.Heads[token];
            if (head == verb)
            {
                return syntax.Relation(token);
            }

            token = head;
        }

        return "";
    }
}
