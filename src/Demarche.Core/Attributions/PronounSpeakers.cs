using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Finds whom a pronoun in the place of a source means.</summary>
internal sealed class PronounSpeakers
{
    // Sentences a reader still remembers; farther back a writer names the person again.
    private const int SentencesBack = 8;

    // A quotation that goes on belongs to whoever said its beginning.
    private const int QuotedBack = 2;

    // "The " stands before a name at the start of a sentence.
    private const int Article = 4;

    // The first lines may say "he" before the name comes.
    private const int SentencesAhead = 3;

    private readonly SpeakerContext _context;

    /// <summary>For one article.</summary>
    public PronounSpeakers(SpeakerContext context) => _context = context;

    /// <summary>The person that "he" or "she" means, or null.</summary>
    /// <param name="attribution">The attribution whose source the pronoun is.</param>
    /// <param name="outer">Speaker of the attribution that holds it, or null.</param>
    /// <param name="outerContent">The content that holds it, or null.</param>
    /// <param name="gender">M or F.</param>
    public Speaker? Person(Attribution attribution, Speaker? outer, TextSpan? outerContent, char gender)
    {
        int at = attribution.Source[0].Start;
        bool quoted = IsQuoted(at);
        int from = outerContent?.Start ?? 0;
        if (outer is not null && !quoted)
        {
            // "Berg said that Ost lied when he ..." means Ost; "Berg said he ..." means Berg.
            Speaker? inside = Subject(Math.Max(from, SentenceSpan(at).Start), at, Fits(gender, null), []);
            return inside ?? (outer.IsPerson ? outer : Before(attribution, at, gender, Fits(gender, null)));
        }

        string? speaking = quoted ? outer?.Name : null;
        Func<CastMember, bool> fits = Fits(gender, speaking);
        return Before(attribution, at, gender, fits) is { } found && found.Name != speaking ? found : After(at, fits);
    }

    /// <summary>The body, party or group that "it" or "they" means, or null.</summary>
    public Speaker? Other(Attribution attribution, Speaker? outer)
    {
        if (outer is { IsPerson: false })
        {
            return outer;
        }

        int at = attribution.Source[0].Start;
        int sentence = _context.SentenceAt(at);
        for (int s = sentence; s >= Math.Max(0, sentence - SentencesBack); s--)
        {
            TextSpan span = _context.SentenceSpan(s);
            Speaker? named = Subject(span.Start, Math.Min(at, span.End), member => !member.IsPerson, attribution.Content);
            Speaker? spoke = _context.OtherIn(s);
            if (named is not null || spoke is not null)
            {
                // Who spoke there goes on speaking; else whom the sentence is about.
                return spoke ?? named;
            }
        }

        return null;
    }

    /// <summary>Who says the quoted words at <paramref name="at"/> when no attribution holds them: whoever spoke in the sentences next to them; or null.</summary>
    public Speaker? Quoted(int at)
    {
        int sentence = _context.SentenceAt(at);
        for (int s = sentence; IsQuoted(at) && s >= Math.Max(0, sentence - QuotedBack); s--)
        {
            if ((_context.PersonIn(s) ?? _context.OtherIn(s)) is { } speaker)
            {
                return speaker;
            }
        }

        return null;
    }

    /// <summary>Who goes on where a sentence leaves out its subject: whoever spoke in one of the two before it, or is named first in it; or null.</summary>
    public Speaker? GoingOn(int at)
    {
        int sentence = _context.SentenceAt(at);
        for (int s = sentence - 1; s >= Math.Max(0, sentence - QuotedBack); s--)
        {
            if ((_context.PersonIn(s) ?? _context.OtherIn(s) ?? First(_context.SentenceSpan(s))) is { } speaker)
            {
                return speaker;
            }
        }

        return null;
    }

    private Speaker? First(TextSpan sentence)
    {
        int index = _context.Cast.FirstFrom(sentence.Start);
        return index < _context.Cast.Mentions.Count && _context.Cast.Mentions[index] is { } mention && mention.Span.Start - sentence.Start <= Article
            ? Speaker.Of(mention.Member)
            : null;
    }

    /// <summary>Who is named right before "who", or null.</summary>
    public Speaker? Preceding(int at)
    {
        int index = _context.Cast.FirstFrom(at) - 1;
        if (index < 0)
        {
            return null;
        }

        CastMention mention = _context.Cast.Mentions[index];
        return at - mention.Span.End <= 3 ? Speaker.Of(mention.Member) : null;
    }

    private Func<CastMember, bool> Fits(char gender, string? except) =>
        member => _context.IsSurePerson(member) && member.Name != except && (member.Gender is not { } known || known == gender);

    private Speaker? Before(Attribution attribution, int at, char gender, Func<CastMember, bool> fits)
    {
        int sentence = _context.SentenceAt(at);
        for (int s = sentence; s >= Math.Max(0, sentence - SentencesBack); s--)
        {
            TextSpan span = _context.SentenceSpan(s);
            Speaker? spoke = _context.PersonIn(s);
            Speaker? found = (spoke is not null && fits(MemberOf(spoke)) ? spoke : null)
                ?? _context.UnnamedIn(s, gender)
                ?? Subject(span.Start, Math.Min(at, span.End), fits, attribution.Content);
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private Speaker? After(int at, Func<CastMember, bool> fits)
    {
        int last = Math.Min(_context.Document.Sentences.Length - 1, _context.SentenceAt(at) + SentencesAhead);
        return last < 0 ? null : Subject(at, _context.SentenceSpan(last).End, fits, []);
    }

    // The first fitting subject between two offsets, outside the words that are being attributed.
    private Speaker? Subject(int start, int end, Func<CastMember, bool> fits, IReadOnlyList<TextSpan> outside)
    {
        ArticleCast cast = _context.Cast;
        for (int i = cast.FirstFrom(start); i < cast.Mentions.Count && cast.Mentions[i].Span.Start < end; i++)
        {
            CastMention mention = cast.Mentions[i];
            if (mention.IsSubject && fits(mention.Member) && !Holds(outside, mention.Span))
            {
                return Speaker.Of(mention.Member);
            }
        }

        return null;
    }

    private CastMember MemberOf(Speaker speaker) =>
        _context.Cast.Named(speaker.Name) ?? new CastMember(speaker.Name, isPerson: true) { IsSure = true };

    private TextSpan SentenceSpan(int at) => _context.SentenceSpan(_context.SentenceAt(at));

    private bool IsQuoted(int at) => Quotations.Holding(_context.Document.Quotations, at);

    private static bool Holds(IReadOnlyList<TextSpan> spans, TextSpan span)
    {
        foreach (TextSpan other in spans)
        {
            if (other.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }
}
