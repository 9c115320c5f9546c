using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Finds whom "the minister", "the ministry", "his spokesman" or "the statement" means inside an article.</summary>
internal sealed class NominalSpeakers
{
    private readonly SpeakerContext _context;
    private readonly BodySpeakers _bodies;
    private readonly PluralSpeakers _plurals;
    private readonly DocumentSpeakers _documents;

    // Last noun of a resolved source to its speaker: "a ministry official said ... the official said".
    private readonly Dictionary<string, Speaker> _byNoun = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For one article.</summary>
    public NominalSpeakers(SpeakerContext context, ActorDirectory? actors, DateOnly? day)
    {
        _context = context;
        _bodies = new BodySpeakers(context, actors, day);
        _plurals = new PluralSpeakers(context);
        _documents = new DocumentSpeakers(context, actors, day);
    }

    /// <summary>Remembers who was called by <paramref name="words"/>.</summary>
    public void Remember(string text, List<NameWord> words, Speaker speaker)
    {
        if (SourceWords.Head(text, words) is { Length: > 0 } noun)
        {
            _byNoun[noun] = speaker;
        }
    }

    /// <summary>Whom a noun phrase that names nobody means, or null.</summary>
    /// <param name="text">The article.</param>
    /// <param name="words">The phrase with its article.</param>
    /// <param name="outer">Speaker of the attribution that holds it, or null.</param>
    public Speaker? Find(string text, List<NameWord> words, Speaker? outer)
    {
        ReadOnlySpan<char> first = words[0].Span.SliceOf(text);
        if (words.Count > 1 && Pronouns.IsPossessive(first))
        {
            return _bodies.Owned(text, words, outer);
        }

        bool isDefinite = words.Count > 1 && (first.Equals("the", StringComparison.OrdinalIgnoreCase)
            || first.Equals("both", StringComparison.OrdinalIgnoreCase) || first is "each" or "Each" or "this" or "This" or "these" or "These");
        if (!isDefinite)
        {
            bool isNumbered = char.IsDigit(text[words[^1].Span.Start]);
            return isNumbered ? _documents.Find(text, words) : _bodies.Bare(text, words) ?? _bodies.Unowned(text, words) ?? _documents.FindNew(text, words);
        }

        string head = SourceWords.Head(text, words);
        return _plurals.Find(text, words)
            ?? ByOffice(text, words)
            ?? (_byNoun.GetValueOrDefault(head) is { PartyId: not null } known ? known : null)
            ?? _documents.Find(text, words)
            ?? _byNoun.GetValueOrDefault(head)
            ?? _bodies.Find(text, words, outer);
    }

    /// <summary>The body of the dateline's state that the codebook lists by the words of a bare "the trade ministry"; or null.</summary>
    public Speaker? AtHome(string text, List<NameWord> words) => _bodies.AtHome(text, words);

    /// <summary>Whom the modifier of "a ministry spokesman" or "the company official" means, or null.</summary>
    /// <param name="text">The article.</param>
    /// <param name="words">The phrase with its article, without the last noun.</param>
    /// <param name="outer">Speaker of the attribution that holds it, or null.</param>
    public Speaker? Modifier(string text, List<NameWord> words, Speaker? outer) => _bodies.Find(text, words, outer) is { PartyId: not null } body ? body : null;

    private Speaker? ByOffice(string text, List<NameWord> words)
    {
        List<Office> offices = Offices.Find(text, words, 0, words.Count);
        if (offices.Count == 0 || offices[0].Start > 2)
        {
            return null;
        }

        Office office = offices[0];
        CastMember? member = _context.Cast.Nearest(words[0].Span.Start, candidate => candidate.IsPerson && candidate.Answers(office));
        return member is null ? null : Speaker.Of(member);
    }
}
