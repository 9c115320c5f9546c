using System.Collections.Frozen;
using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Finds whose "the statement", "the decree" or "the report" is: of whoever signed or issued it, or spoke last.</summary>
internal sealed class DocumentSpeakers
{
    // "signed a long-awaited decree", "issued, on Monday, a statement".
    private const int VerbToNoun = 7;

    // "Halvik on Friday quietly signed".
    private const int NameToVerb = 5;

    private const int SentencesBack = 3;

    // A page of news; farther back the author is told again.
    private const int WordsBack = 500;

    // Written by us: what an author does with a document.
    internal static readonly FrozenSet<string> Issuing = new[]
    {
        "signed", "issued", "released", "published", "adopted", "approved", "drafted", "presented", "circulated", "unveiled", "sent", "wrote",
        "signs", "issues", "releases", "publishes", "adopts", "approves", "presents", "unveils",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Written by us: documents that are said rather than agreed, so that they follow the words of whoever speaks.
    private static readonly FrozenSet<string> Spoken = new[]
    {
        "statement", "post", "communique", "communiqué", "message", "reply", "response", "letter", "note", "release", "readout", "declaration",
        "tweet", "announcement", "memo",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Written by us: what any such writing is called when a text comes back to it.
    private static readonly FrozenSet<string> Generic = new[] { "document", "text", "paper" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Written by us: writings that are taken up so; a demand or a position is no document.
    private static readonly FrozenSet<string> Writings = new[]
    {
        "statement", "communique", "communiqué", "declaration", "resolution", "decree", "memorandum", "note", "letter", "report", "document", "text",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly SpeakerContext _context;
    private readonly ActorDirectory? _actors;
    private readonly DateOnly? _day;
    private readonly DocumentIssuers _issuers;

    /// <summary>For one article.</summary>
    public DocumentSpeakers(SpeakerContext context, ActorDirectory? actors, DateOnly? day)
    {
        _issuers = new DocumentIssuers(context, actors, day);
        _context = context;
        _actors = actors;
        _day = day;
    }

    /// <summary>Whose the document is, or null.</summary>
    public Speaker? Find(string text, List<NameWord> words)
    {
        string head = SourceWords.Head(text, words);
        if (VoiceNouns.KindOf(head) != VoiceNoun.Text)
        {
            return null;
        }

        int at = words[0].Span.Start;
        return Author(text, head, at) ?? (Spoken.Contains(head) ? LastSpeaker(at) : null);
    }

    /// <summary>Whose "a statement" is, by its own sentence; or null.</summary>
    public Speaker? FindNew(string text, List<NameWord> words)
    {
        int noun = Sorted.FirstFrom(_context.Cast.Words, words[SourceWords.EndOfHead(text, words) - 1].Span.Start, word => word.Span.Start);
        return VoiceNouns.KindOf(SourceWords.Head(text, words)) == VoiceNoun.Text && noun < _context.Cast.Words.Count ? _issuers.Of(text, noun) : null;
    }

    // The last place before that tells an author: "Halvik signed the decree", "a Valdorian government decree", "a statement was issued by Halvik".
    private Speaker? Author(string text, string head, int at)
    {
        List<NameWord> words = _context.Cast.Words;
        int first = Sorted.FirstFrom(words, at, word => word.Span.Start);
        for (int i = first - 1; i >= Math.Max(0, first - WordsBack); i--)
        {
            if (IsSame(words[i].Span.SliceOf(text), head) && (Issuer(text, words, i) ?? Before(text, words, i) ?? _issuers.Of(text, i)) is { } author)
            {
                return author;
            }
        }

        return null;
    }

    // "the document" takes up "a declaration" of before.
    private static bool IsSame(ReadOnlySpan<char> word, string head) =>
        word.Equals(head, StringComparison.OrdinalIgnoreCase) || (Generic.Contains(head) && Writings.Contains(word.ToString()));

    private Speaker? Issuer(string text, List<NameWord> words, int noun)
    {
        for (int verb = noun - 1; verb > Math.Max(0, noun - VerbToNoun) && words[verb + 1].Gap != WordGap.Break; verb--)
        {
            if (Issuing.Contains(words[verb].Span.Of(text)))
            {
                CastMention mention = _context.Cast.Before(words[verb].Span.Start).FirstOrDefault();
                bool isNear = mention.Member is not null && words[Math.Max(0, verb - NameToVerb)].Span.Start <= mention.Span.End
                    && _context.SentenceAt(mention.Span.Start) == _context.SentenceAt(words[verb].Span.Start);
                return isNear ? Speaker.Of(mention.Member!) : null;
            }
        }

        return null;
    }

    // "a Farmers' League statement", "the trade ministry's letter".
    private Speaker? Before(string text, List<NameWord> words, int noun)
    {
        CastMention mention = _context.Cast.Before(words[noun].Span.Start).FirstOrDefault();
        if (mention.Member is null || noun == 0 || words[noun].Gap != WordGap.Space || mention.Span.End < words[noun - 1].Span.End)
        {
            return null;
        }

        return _actors?.Find(text[mention.Span.Start..words[noun].Span.End], _day) is { IsPerson: false } match ? Speaker.Of(match) : Speaker.Of(mention.Member);
    }

    private Speaker? LastSpeaker(int at)
    {
        int sentence = _context.SentenceAt(at);
        for (int s = sentence; s >= Math.Max(0, sentence - SentencesBack); s--)
        {
            if ((_context.OtherIn(s) ?? _context.PersonIn(s)) is { } speaker)
            {
                return speaker;
            }
        }

        return null;
    }
}
