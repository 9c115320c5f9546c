using Demarche.Core.Parties;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Names the speakers of one article, in text order, each once.</summary>
internal sealed class SpeakerReading
{
    // Attributions inside attributions deeper than this are no text a person wrote; they stay without a speaker.
    private const int DeepestNesting = 40;

    // Enough for a source with its appositions.
    private const int LongestSource = 60;

    private readonly SpeakerContext _context;
    private readonly ActorDirectory? _actors;
    private readonly DateOnly? _day;
    private readonly PronounSpeakers _pronouns;
    private readonly NominalSpeakers _nominals;
    private readonly SpeakerAuthority _authorities;
    private readonly Dictionary<string, Attribution> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Speaker?> _speakers = new(StringComparer.Ordinal);

    /// <summary>A reading of one article.</summary>
    public SpeakerReading(SpeakerContext context, ActorDirectory? actors, DateOnly? day)
    {
        _context = context;
        _actors = actors;
        _day = day;
        _pronouns = new PronounSpeakers(context);
        _nominals = new NominalSpeakers(context);
        _authorities = new SpeakerAuthority(context.Cast, actors, day);
    }

    private string Text => _context.Document.Text;

    /// <summary>The attributions with their speakers, in the order given.</summary>
    public IReadOnlyList<Attribution> Resolve(IReadOnlyList<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            _byId.TryAdd(attribution.Id, attribution);
        }

        foreach (Attribution attribution in attributions.OrderBy(attribution => attribution.Cue[0].Start))
        {
            SpeakerOf(attribution, 0);
        }

        return [.. attributions.Select(Named)];
    }

    private Attribution Named(Attribution attribution) =>
        _speakers.GetValueOrDefault(attribution.Id) is { } speaker
            ? attribution with { Speaker = speaker.Name, SpeakerParty = speaker.PartyId, Authority = speaker.Authority ?? _authorities.Of(speaker) }
            : attribution;

    private Speaker? SpeakerOf(Attribution attribution, int depth)
    {
        if (_speakers.TryGetValue(attribution.Id, out Speaker? known) || attribution.Source.Count == 0 || depth > DeepestNesting)
        {
            return known;
        }

        // Set before it is found, so that a circle of parents ends.
        _speakers[attribution.Id] = null;
        Speaker? speaker = Find(attribution, depth);
        _speakers[attribution.Id] = speaker;
        if (speaker is not null)
        {
            _context.Spoke(attribution.Cue[0], speaker, attribution.ParentId is not null);
        }

        return speaker;
    }

    private Speaker? Find(Attribution attribution, int depth)
    {
        TextSpan source = attribution.Source[0];
        Pronoun pronoun = Pronouns.Of(source.SliceOf(Text));
        if (pronoun == Pronoun.None)
        {
            return Mentioned(source);
        }

        Attribution? parent = attribution.ParentId is { } id ? _byId.GetValueOrDefault(id) : null;
        Speaker? outer = parent is null ? null : SpeakerOf(parent, depth + 1);
        TextSpan? content = parent is null ? null : ContentAround(parent, source.Start);
        return pronoun switch
        {
            Pronoun.He => _pronouns.Person(attribution, outer, content, 'M'),
            Pronoun.She => _pronouns.Person(attribution, outer, content, 'F'),
            Pronoun.It or Pronoun.They => _pronouns.Other(attribution, outer),
            Pronoun.I => outer,
            Pronoun.We => PartyOf(outer),
            _ => _pronouns.Preceding(source.Start) ?? NounBefore(source.Start),
        };
    }

    private static TextSpan? ContentAround(Attribution parent, int offset)
    {
        foreach (TextSpan content in parent.Content)
        {
            if (content.Contains(offset))
            {
                return content;
            }
        }

        return null;
    }

    // Who says "we" speaks for the party.
    private Speaker? PartyOf(Speaker? speaker)
    {
        Party? party = speaker?.PartyId is { } id ? _actors?.Codebook.Parties.FirstOrDefault(party => party.Id == id) : null;
        return party is null ? speaker : new Speaker(ActorNames.LedgerName(party), party.Id, IsPerson: false);
    }

    private Speaker? NounBefore(int end)
    {
        TextSpan sentence = _context.Document.SpanOf(_context.Document.Sentences[_context.SentenceAt(end)]);
        List<NameWord> words = NameWords.Read(Text, new TextSpan(sentence.Start, Math.Max(sentence.Start, end)));
        int first = words.Count - 1;
        while (first > 0 && words[first].Gap == WordGap.Space && !NounPhrase.IsDeterminer(words[first].Span.SliceOf(Text)))
        {
            first--;
        }

        return first < 0 ? null : Mentioned(new TextSpan(words[first].Span.Start, words[^1].Span.End));
    }

    private Speaker? Mentioned(TextSpan source)
    {
        List<NameWord> words = NameWords.Read(Text, source, LongestSource);
        if (words.Count == 0)
        {
            return null;
        }

        Speaker? speaker = Joint(words) ?? Single(words) ?? _nominals.Find(Text, words);
        if (speaker is null && SourceWords.Spelled(Text, words) is { Length: > 0 } spelled)
        {
            speaker = new Speaker(spelled, null, IsPerson: false);
        }

        if (speaker is not null)
        {
            speaker = speaker.Authority is null ? speaker with { Authority = _authorities.Of(speaker, Text, words) } : speaker;
            _nominals.Remember(Text, words, speaker);
        }

        return speaker;
    }

    private Speaker? Single(List<NameWord> words)
    {
        var span = new TextSpan(words[0].Span.Start, words[^1].Span.End);
        CastMember? person = _context.Cast.PersonIn(span);
        ActorMatch? match = _actors?.Find(span.Of(Text), _day);
        if (match is { IsPerson: true } && person is null or { IsInCodebook: true })
        {
            return new Speaker(match.Name, match.PartyId, IsPerson: true);
        }

        if (person is { IsInCodebook: false })
        {
            string? told = match is { IsPerson: false } ? match.PartyId : null;
            return new Speaker(person.Name, person.PartyId ?? told, IsPerson: true);
        }

        return match is null ? null : new Speaker(match.Name, match.PartyId, match.IsPerson);
    }

    // "Berg and Ost": each alone must be somebody, else the words are one name ("Ministry of Trade and Industry").
    private Speaker? Joint(List<NameWord> words)
    {
        List<List<NameWord>> parts = SourceWords.Parts(Text, words);
        if (parts.Count < 2)
        {
            return null;
        }

        var names = new List<string>();
        string? party = null;
        for (int i = 0; i < parts.Count; i++)
        {
            if ((Single(parts[i]) ?? _nominals.Find(Text, parts[i])) is not { } speaker || names.Contains(speaker.Name))
            {
                return null;
            }

            names.Add(speaker.Name);
            party = i == 0 || party == speaker.PartyId ? speaker.PartyId : null;
        }

        return new Speaker($"{string.Join(", ", names[..^1])} and {names[^1]}", party, IsPerson: false);
    }
}
