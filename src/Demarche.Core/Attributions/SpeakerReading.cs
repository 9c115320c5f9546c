using Demarche.Core.Parties;
using Demarche.Nlp.Entities;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;

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
    private readonly string? _outlet;
    private readonly PronounSpeakers _pronouns;
    private readonly NominalSpeakers _nominals;
    private readonly SpeakerAuthority _authorities;
    private readonly Dictionary<string, Attribution> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Speaker?> _speakers = new(StringComparer.Ordinal);

    /// <summary>A reading of one article.</summary>
    /// <param name="context">What is known of it.</param>
    /// <param name="actors">The codebook's actors, or null.</param>
    /// <param name="day">Day for which dated offices are read, or null.</param>
    /// <param name="outlet">Who publishes it, or null.</param>
    public SpeakerReading(SpeakerContext context, ActorDirectory? actors, DateOnly? day, string? outlet)
    {
        _outlet = outlet;
        _context = context;
        _actors = actors;
        _day = day;
        _pronouns = new PronounSpeakers(context);
        _nominals = new NominalSpeakers(context, actors, day);
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
            ? attribution with
            {
                Speaker = speaker.Name,
                SpeakerParty = speaker.PartyId,
                JointSpeakers = [.. speaker.Members.Select(member => new JointSpeaker(member.Name, member.PartyId))],
                Authority = speaker.Authority ?? _authorities.Of(speaker),
            }
            : attribution;

    private Speaker? SpeakerOf(Attribution attribution, int depth)
    {
        bool isClipped = attribution.Source.Count == 0 && IsClipped(attribution);
        if (_speakers.TryGetValue(attribution.Id, out Speaker? known) || (attribution.Source.Count == 0 && !isClipped) || depth > DeepestNesting)
        {
            return known;
        }

        // Set before it is found, so that a circle of parents ends.
        _speakers[attribution.Id] = null;
        Speaker? speaker = isClipped ? _pronouns.GoingOn(attribution.Cue[0].Start) : Find(attribution, depth);
        _speakers[attribution.Id] = speaker;
        if (speaker is not null)
        {
            _context.Spoke(attribution.Cue[0], speaker, attribution.ParentId is not null);
        }

        return speaker;
    }

    // "Says the line will be built. Rejects a tunnel.": live pages leave out who speaks once it is plain.
    private bool IsClipped(Attribution attribution)
    {
        ReadOnlySpan<char> cue = attribution.Cue[0].SliceOf(Text);
        int end = cue.IndexOf(' ');
        ReadOnlySpan<char> verb = end < 0 ? cue : cue[..end];
        return attribution.ParentId is null && char.IsUpper(cue[0]) && verb.EndsWith("s", StringComparison.Ordinal)
            && _context.SentenceSpan(_context.SentenceAt(attribution.Cue[0].Start)).Start == attribution.Cue[0].Start;
    }

    private Speaker? Find(Attribution attribution, int depth)
    {
        TextSpan source = attribution.Source[0];
        Attribution? parent = attribution.ParentId is { } id ? _byId.GetValueOrDefault(id) : null;
        Speaker? outer = parent is null ? null : SpeakerOf(parent, depth + 1);
        Pronoun pronoun = Pronouns.Of(source.SliceOf(Text));
        if (pronoun == Pronoun.None || IsSurname(source))
        {
            return Mentioned(source, outer);
        }

        TextSpan? content = parent is null ? null : ContentAround(parent, source.Start);
        return pronoun switch
        {
            Pronoun.He => _pronouns.Person(attribution, outer, content, 'M'),
            Pronoun.She => _pronouns.Person(attribution, outer, content, 'F'),
            Pronoun.It or Pronoun.They => _pronouns.Other(attribution, outer),
            Pronoun.I => outer ?? _pronouns.Quoted(source.Start),
            Pronoun.We => PartyOf(outer ?? _pronouns.Quoted(source.Start)) ?? Narrator(source.Start),
            _ => _pronouns.Preceding(source.Start) ?? NounBefore(source.Start),
        };
    }

    // "the ministry's He said": a pronoun has a capital only where a sentence begins.
    private bool IsSurname(TextSpan source)
    {
        int i = source.Start - 1;
        while (i >= 0 && Text[i] == ' ')
        {
            i--;
        }

        bool isInside = i >= 0 && (char.IsLetter(Text[i]) || Text[i] is ',');
        return isInside && char.IsUpper(Text[source.Start]) && Text[source.Start] != 'I' && _context.Cast.BySurname(source.Of(Text)) is not null;
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

    // Outside all quotation marks an article's "we" is the outlet.
    private Speaker? Narrator(int at) =>
        _outlet is null || Quotations.Holding(_context.Document.Quotations, at) ? null : new Speaker(_outlet, null, IsPerson: false);

    private Speaker? NounBefore(int end)
    {
        TextSpan sentence = _context.SentenceSpan(_context.SentenceAt(end));
        List<NameWord> words = NameWords.Read(Text, new TextSpan(sentence.Start, Math.Max(sentence.Start, end)));
        int first = words.Count - 1;
        while (first > 0 && words[first].Gap == WordGap.Space && !NounPhrase.IsDeterminer(words[first].Span.SliceOf(Text)))
        {
            first--;
        }

        return first < 0 ? null : Mentioned(new TextSpan(words[first].Span.Start, words[^1].Span.End), null);
    }

    private Speaker? Mentioned(TextSpan part, Speaker? outer)
    {
        TextSpan source = _context.Cast.Whole(part);
        List<NameWord> words = WithoutTime(NameWords.Read(Text, source, LongestSource));
        if (words.Count == 0)
        {
            return null;
        }

        Speaker? speaker = (IsSurname(source) && _context.Cast.BySurname(source.Of(Text)) is { } namesake ? Speaker.Of(namesake) : null)
            ?? Joint(words, outer) ?? _nominals.AtHome(Text, words) ?? Single(words) ?? _nominals.Find(Text, words, outer) ?? Through(words, outer);
        if (speaker is null && words.Count > 3 && Pronouns.Of(words[0].Span.SliceOf(Text)) == Pronoun.We && words[1].Gap == WordGap.Comma)
        {
            speaker = Members(words);
        }

        speaker ??= Organization(words);
        if (speaker is null && SourceWords.Spelled(Text, words) is { Length: > 0 } spelled)
        {
            speaker = new Speaker(spelled, null, IsPerson: false);
        }

        if (speaker is not null)
        {
            _context.SpokeUnnamed(source, speaker, SourceWords.Head(Text, words));
            speaker = speaker.Authority is null ? speaker with { Authority = _authorities.Of(speaker, Text, words) } : speaker;
            if (speaker.Members.Count == 0)
            {
                _nominals.Remember(Text, words, speaker);
            }
        }

        return speaker;
    }

    // "local newspaper Halvik Courier": the organization that ends the head.
    private Speaker? Organization(List<NameWord> words)
    {
        int end = words[SourceWords.EndOfHead(Text, words) - 1].Span.End;
        IReadOnlyList<Entity> entities = _context.Document.Entities;
        int next = Sorted.FirstFrom(entities, end, entity => _context.Document.SpanOf(entity.Tokens).Start);
        TextSpan last = next > 0 ? _context.Document.SpanOf(entities[next - 1].Tokens) : default;
        return next > 0 && entities[next - 1].Kind == EntityKind.Organization && last.End == end && last.Start > words[0].Span.Start
            ? new Speaker(last.Of(Text), null, IsPerson: false)
            : null;
    }

    private Speaker? Single(List<NameWord> words)
    {
        var span = new TextSpan(words[0].Span.Start, words[^1].Span.End);
        CastMember? person = _context.Cast.PersonIn(span);
        ActorMatch? match = _actors?.Find(span.Of(Text), _day);
        if (match is { IsPerson: true } && person is null or { IsInCodebook: true })
        {
            return Speaker.Of(match);
        }

        if (person is not null && (!person.IsInCodebook || match is null))
        {
            person.PartyId ??= (match is { IsPerson: false } ? match.PartyId : null) ?? Through(words, null)?.PartyId;
            return Speaker.Of(person);
        }

        return match is null ? null : Speaker.Of(match);
    }

    // "A ministry spokesman", "a spokeswoman for the regional council": the body behind the one who has no name.
    private Speaker? Through(List<NameWord> words, Speaker? outer)
    {
        int end = SourceWords.EndOfHead(Text, words);
        VoiceNoun? kind = VoiceNouns.KindOf(words[end - 1].Span.SliceOf(Text));
        if (kind == VoiceNoun.Text)
        {
            return Publisher(words, end, outer);
        }

        if (kind != VoiceNoun.People)
        {
            return null;
        }

        int segment = end;
        while (segment < words.Count && words[segment].Gap == WordGap.Space)
        {
            segment++;
        }

        if (end + 1 < segment && words[end].Span.SliceOf(Text) is "for" or "of" or "from" or "at")
        {
            List<NameWord> behind = words[(end + 1)..segment];
            return (Single(behind) ?? _nominals.Find(Text, behind, outer)) is { PartyId: { } party } found
                ? found.IsPerson ? PartyOf(found) : found with { PartyId = party }
                : null;
        }

        return end > 2 ? _nominals.Modifier(Text, words[..(end - 1)], outer) : null;
    }

    // "a statement on the ministry's website", "a letter from Halvik": whose website or letter it is.
    private Speaker? Publisher(List<NameWord> words, int end, Speaker? outer)
    {
        int from = end;
        while (from < words.Count && !(words[from].Span.SliceOf(Text) is "on" or "from" or "by" or "of"))
        {
            from++;
        }

        int site = words.FindIndex(from < words.Count ? from : 0, word => word.Span.SliceOf(Text) is "website" or "site" or "page" or "account" or "channel");
        bool isPosted = from < words.Count && words[from].Span.SliceOf(Text) is "on";
        if (from + 1 >= words.Count || isPosted != (site > 0))
        {
            return null;
        }

        List<NameWord> behind = words[(from + 1)..(isPosted ? site : words.Count)];
        return behind.Count == 0 ? null : Single(behind) ?? _nominals.Find(Text, behind, outer);
    }

    // "We, the dockers of Lenne Harbour,": the house or body whose members speak.
    private Speaker? Members(List<NameWord> words)
    {
        int of = words.FindIndex(word => word.Span.SliceOf(Text) is "of");
        List<NameWord> behind = of < 0 ? [] : words[(of + 1)..];
        return behind.Count == 0 || !char.IsUpper(Text[behind[^1].Span.Start]) ? null
            : Single(behind) ?? new Speaker(Text[behind[0].Span.Start..behind[^1].Span.End], null, IsPerson: false);
    }

    // "the investigators Thursday": when is not who.
    private List<NameWord> WithoutTime(List<NameWord> words)
    {
        int end = words.Count;
        while (end > 1 && IsTime(words[end - 1].Span))
        {
            end--;
        }

        return words[..end];
    }

    private bool IsTime(TextSpan span)
    {
        IReadOnlyList<TimeExpression> times = _context.Document.Times;
        int next = Sorted.FirstFrom(times, span.Start + 1, time => time.Span.Start);
        return next > 0 && times[next - 1].Span.Contains(span);
    }

    // "Berg and Ost": each alone must be somebody, else the words are one name ("Ministry of Trade and Industry").
    private Speaker? Joint(List<NameWord> words, Speaker? outer)
    {
        List<List<NameWord>> parts = SourceWords.Parts(Text, words);
        if (parts.Count < 2)
        {
            return null;
        }

        // "the heads of state and government and the prime minister": the last "and" may be the only one that joins two.
        return Together(parts, outer)
            ?? (parts.Count > 2 ? Together([[.. parts[..^1].SelectMany(part => part)], parts[^1]], outer) : null);
    }

    // "Karl Ost, a baker at the mill and branch secretary of the guild": an office without article or name is another office of the same person.
    private bool IsOffice(List<NameWord> part)
    {
        int end = SourceWords.EndOfHead(Text, part);
        return char.IsLower(Text[part[0].Span.Start]) && !NounPhrase.IsDeterminer(part[0].Span.SliceOf(Text))
            && Offices.Find(Text, part, 0, end) is [.., { } office] && office.End == end && !part[end - 1].Span.SliceOf(Text).EndsWith('s');
    }

    private Speaker? Together(List<List<NameWord>> parts, Speaker? outer)
    {
        var members = new List<Speaker>();
        foreach (List<NameWord> part in parts)
        {
            if (members.Count > 0 && IsOffice(part))
            {
                return null;
            }

            if ((Single(part) ?? _nominals.Find(Text, part, outer)) is not { } speaker || members.Exists(other => other.Name == speaker.Name))
            {
                return null;
            }

            members.Add(speaker);
            _nominals.Remember(Text, part, speaker);
        }

        return Speaker.Joint(members);
    }
}
