using Demarche.Core.Parties;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Tells whose "the foreign ministry" or "the authorities" is when the words do not: of the dateline's state, or of the one just spoken of.</summary>
internal sealed class OwnerFinder
{
    // Farther back a writer names the state again.
    private const int SentencesBack = 3;

    private const int StatesBack = 50;

    // "But the ", in characters.
    private const int LongestOpening = 10;

    private readonly SpeakerContext _context;
    private readonly ActorDirectory? _actors;

    /// <summary>For one article.</summary>
    public OwnerFinder(SpeakerContext context, ActorDirectory? actors)
    {
        _context = context;
        _actors = actors;
        Dateline = Attributions.Dateline.StateOf(context.Document.Text, context.Cast.Words, context.Cast.States);
    }

    /// <summary>The state of the dateline, or null.</summary>
    public Country? Dateline { get; }

    /// <summary>The state meant at <paramref name="at"/>, or null.</summary>
    public Country? At(int at) => Dateline ?? SubjectOf(at) ?? Before(at);

    /// <summary>The state named last before <paramref name="at"/>, other than that of <paramref name="except"/>; or null.</summary>
    public Country? Named(int at, string? except)
    {
        Country? own = except is null ? null : _actors?.StateOf(except);
        List<StateMention> states = _context.Cast.States;
        int first = FirstFrom(at);
        for (int i = first - 1; i >= Math.Max(0, first - StatesBack); i--)
        {
            if (states[i].State != own)
            {
                return states[i].State;
            }
        }

        return null;
    }

    // "Valdoria regards the dam as a threat, the foreign ministry said": the state that opens the sentence speaks of itself.
    private Country? SubjectOf(int at)
    {
        TextSpan sentence = _context.SentenceSpan(_context.SentenceAt(at));
        int first = FirstFrom(sentence.Start);
        foreach (CastMention mention in _context.Cast.From(sentence.Start))
        {
            if (mention.Span.Start >= at || mention.Span.Start > sentence.Start + LongestOpening)
            {
                return null;
            }

            if (mention.IsSubject && !mention.Member.IsPerson)
            {
                List<StateMention> states = _context.Cast.States;
                while (first < states.Count && StartOf(states[first]) < mention.Span.Start)
                {
                    first++;
                }

                return first < states.Count && mention.Span.Contains(StartOf(states[first])) ? states[first].State : null;
            }
        }

        return null;
    }

    // Who spoke last, or the state named last.
    private Country? Before(int at)
    {
        int sentence = _context.SentenceAt(at);
        for (int s = sentence; s >= Math.Max(0, sentence - SentencesBack); s--)
        {
            string? party = (_context.PersonIn(s) ?? _context.OtherIn(s))?.PartyId;
            if (party is not null && _actors?.StateOf(party) is { } speaking)
            {
                return speaking;
            }

            TextSpan span = _context.SentenceSpan(s);
            int last = FirstFrom(Math.Min(at, span.End)) - 1;
            if (last >= 0 && StartOf(_context.Cast.States[last]) >= span.Start)
            {
                return _context.Cast.States[last].State;
            }
        }

        return null;
    }

    private int StartOf(StateMention mention) => _context.Cast.Words[mention.Start].Span.Start;

    private int FirstFrom(int offset) => Sorted.FirstFrom(_context.Cast.States, offset, StartOf);
}
