using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>What is known of an article while its speakers are named one after another.</summary>
internal sealed class SpeakerContext
{
    // Whom a reader has in mind was named lately.
    private const int MentionsBack = 8;

    private readonly Dictionary<int, Speaker> _people = [];
    private readonly Dictionary<int, Speaker> _others = [];
    private readonly Dictionary<(int Sentence, char Gender), Speaker> _unnamed = [];
    private readonly HashSet<string> _spoken = new(StringComparer.Ordinal);

    /// <summary>The context of one article.</summary>
    public SpeakerContext(Document document, ArticleCast cast)
    {
        Document = document;
        Cast = cast;
    }

    /// <summary>The analysed article.</summary>
    public Document Document { get; }

    /// <summary>Whom it names, and where.</summary>
    public ArticleCast Cast { get; }

    /// <summary>Index of the sentence at <paramref name="offset"/>.</summary>
    public int SentenceAt(int offset)
    {
        TokenRange tokens = Document.TokensOf(new TextSpan(offset, offset + 1));
        return Document.TokenCount == 0 ? 0 : Document.SentenceOf(Math.Min(tokens.Start, Document.TokenCount - 1));
    }

    /// <summary>Where the sentence at <paramref name="index"/> stands; empty when there is none.</summary>
    public TextSpan SentenceSpan(int index) =>
        index < 0 || index >= Document.Sentences.Length ? default : Document.SpanOf(Document.Sentences[index]);

    /// <summary>Remembers who spoke in the sentence of <paramref name="cue"/>; an outermost speaker wins over one inside its words.</summary>
    public void Spoke(TextSpan cue, Speaker speaker, bool isNested)
    {
        int sentence = SentenceAt(cue.Start);
        Dictionary<int, Speaker> spoken = speaker.IsPerson ? _people : _others;
        if (!isNested || !spoken.ContainsKey(sentence))
        {
            spoken[sentence] = speaker;
        }

        _spoken.Add(speaker.Name);
    }

    /// <summary>Remembers that somebody without a name spoke for a body: "a spokeswoman for the harbour".</summary>
    /// <param name="cue">The cue of what was said.</param>
    /// <param name="speaker">The body.</param>
    /// <param name="noun">What the unnamed one is called.</param>
    public void SpokeUnnamed(TextSpan cue, Speaker speaker, string noun)
    {
        char? gender = noun.EndsWith("woman", StringComparison.OrdinalIgnoreCase) ? 'F' : noun.EndsWith("man", StringComparison.OrdinalIgnoreCase) ? 'M' : null;
        if (gender is { } known && !speaker.IsPerson)
        {
            _unnamed[(SentenceAt(cue.Start), known)] = speaker;
        }
    }

    /// <summary>The body for which somebody of <paramref name="gender"/> (M or F) without a name spoke in <paramref name="sentence"/>, or null.</summary>
    public Speaker? UnnamedIn(int sentence, char gender) => _unnamed.GetValueOrDefault((sentence, gender));

    /// <summary>The person who spoke last in <paramref name="sentence"/>, or null.</summary>
    public Speaker? PersonIn(int sentence) => _people.GetValueOrDefault(sentence);

    /// <summary>The body, party or group that spoke last in <paramref name="sentence"/>, or null.</summary>
    public Speaker? OtherIn(int sentence) => _others.GetValueOrDefault(sentence);

    /// <summary>The person, or else the body or party, whom a possessive pronoun at <paramref name="at"/> means: the last subject before it, else the last one named.</summary>
    public Speaker? Last(int at, bool isPerson)
    {
        CastMember? named = null;
        int tried = 0;
        foreach (CastMention mention in Cast.Before(at))
        {
            bool fits = isPerson ? IsSurePerson(mention.Member) : !mention.Member.IsPerson && mention.Member.PartyId is not null;
            if (fits && mention.IsSubject)
            {
                return Speaker.Of(mention.Member);
            }

            named ??= fits ? mention.Member : null;
            if (++tried == MentionsBack)
            {
                break;
            }
        }

        return named is null ? null : Speaker.Of(named);
    }

    /// <summary>Whether <paramref name="member"/> is a person for all we know: by office, title, codebook, or because it spoke.</summary>
    public bool IsSurePerson(CastMember member) => member.IsPerson && (member.IsSure || _spoken.Contains(member.Name));
}
