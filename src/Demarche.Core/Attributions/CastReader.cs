using Demarche.Core.Parties;
using Demarche.Nlp;
using Demarche.Nlp.Entities;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Reads the cast of one article: the codebook's actors it names, and people it introduces itself.</summary>
internal sealed class CastReader
{
    private readonly Document _document;
    private readonly string _text;
    private readonly ActorDirectory? _actors;
    private readonly DateOnly? _day;
    private readonly List<NameWord> _words;
    private readonly List<CastMention> _mentions = [];
    private readonly Dictionary<string, CastMember> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CastMember> _bySurname = new(StringComparer.Ordinal);

    /// <summary>A reader of one article.</summary>
    /// <param name="document">The article, with its names when a recognizer was given.</param>
    /// <param name="actors">The codebook's actors, or null.</param>
    /// <param name="day">Day for which dated offices are read, or null.</param>
    public CastReader(Document document, ActorDirectory? actors, DateOnly? day)
    {
        _document = document;
        string text = document.Text;
        _text = text;
        _actors = actors;
        _day = day;
        _words = NameWords.Read(text, new TextSpan(0, text.Length));
    }

    /// <summary>The cast.</summary>
    public ArticleCast Read()
    {
        List<ActorMention> listed = _actors?.Scan(_text, _words, _day, _document) ?? [];
        AddIntroduced(listed);
        HashSet<string> fullyNamed = [.. listed.Where(IsFullName).Select(mention => mention.Actor.Name)];
        foreach (ActorMention mention in listed)
        {
            // Where the article introduces an Olga Berg and no Anna Berg, "Berg" is not the codebook's.
            bool stranger = mention.Actor.IsPerson && !fullyNamed.Contains(mention.Actor.Name)
                && _bySurname.ContainsKey(Spelling.Key(mention.Span.SliceOf(_text)));
            if (!stranger)
            {
                AddListed(mention);
            }
        }

        AddSurnames();
        _mentions.Sort((left, right) => left.Span.CompareTo(right.Span));
        return new ArticleCast(_text, _words, WithoutOverlaps());
    }

    private bool IsFullName(ActorMention mention) => mention.Actor.IsPerson && mention.Span.SliceOf(_text).Contains(' ');

    private void AddIntroduced(List<ActorMention> listed)
    {
        int next = 0;
        foreach ((int start, int end) in PersonNames.Runs(_text, _words))
        {
            var span = new TextSpan(_words[start].Span.Start, _words[end - 1].Span.End);
            while (next < listed.Count && listed[next].Span.End <= span.Start)
            {
                next++;
            }

            if (next == listed.Count || !listed[next].Span.Overlaps(span))
            {
                AddIntroduced(start, end, span);
            }
        }
    }

    private void AddListed(ActorMention mention)
    {
        ActorMatch actor = mention.Actor;
        string key = $"{actor.PartyId}/{actor.Name}";
        if (!_byName.TryGetValue(key, out CastMember? member))
        {
            member = new CastMember(actor.Name, actor.IsPerson) { PartyId = actor.PartyId, IsInCodebook = true, IsSure = actor.IsPerson };
            _byName[key] = member;
            if (actor.Role is not null)
            {
                Offices.Find(actor.Role).ForEach(member.Hold);
            }
        }

        int first = FirstWordFrom(mention.Span.Start);
        int end = first;
        while (end < _words.Count && _words[end].Span.Start < mention.Span.End)
        {
            end++;
        }

        if (actor.IsPerson)
        {
            Introduce(member, first, end);
        }

        _mentions.Add(new CastMention(mention.Span, member, mention.IsPossessive, IsGoverned(first)));
    }

    private void AddIntroduced(int start, int end, TextSpan span)
    {
        EntityKind? kind = KindAt(span);
        if (kind is EntityKind.Organization or EntityKind.Place or EntityKind.Nationality && Introduction.Of(_text, _words, start, end).Offices.Count == 0)
        {
            return;
        }

        string name = span.Of(_text);
        if (!_byName.TryGetValue(name, out CastMember? member))
        {
            _byName[name] = member = new CastMember(name, isPerson: true);
        }

        string surname = Spelling.Key(_words[end - 1].Span.SliceOf(_text));
        _bySurname.TryAdd(surname, member);
        member.IsSure |= kind == EntityKind.Person;
        Introduce(member, start, end);
        _mentions.Add(new CastMention(span, member, _words[end - 1].IsPossessive, IsGoverned(start)));
    }

    // What the recognizer takes the name at the end of the span for, or a nationality inside it ("Arvanian Newspaper" is nobody); null when for nothing.
    private EntityKind? KindAt(TextSpan span)
    {
        IReadOnlyList<Entity> entities = _document.Entities;
        int next = Sorted.FirstFrom(entities, span.End, entity => _document.SpanOf(entity.Tokens).Start);
        TextSpan last = next > 0 ? _document.SpanOf(entities[next - 1].Tokens) : default;
        bool isPeople = next > 0 && entities[next - 1].Kind == EntityKind.Nationality && last.Overlaps(span);
        return isPeople || (next > 0 && last.End >= span.End) ? entities[next - 1].Kind : null;
    }

    // "Berg" alone is whoever the article introduced as Anna Berg, or which of the codebook's two Bergs it names in full.
    private void AddSurnames()
    {
        foreach (CastMention mention in _mentions.Where(mention => mention.Member is { IsPerson: true, IsInCodebook: true }))
        {
            string[] name = mention.Member.Name.Split(' ');
            if (name.Length > 1)
            {
                _bySurname.TryAdd(Spelling.Key(name[^1]), mention.Member);
            }
        }

        HashSet<int> taken = [.. _mentions.Select(mention => mention.Span.Start)];
        for (int i = 0; i < _words.Count; i++)
        {
            ReadOnlySpan<char> word = _words[i].Span.SliceOf(_text);
            if (char.IsUpper(word[0]) && word.Length > 1 && !taken.Contains(_words[i].Span.Start) && _bySurname.TryGetValue(Spelling.Key(word), out CastMember? member))
            {
                _mentions.Add(new CastMention(_words[i].Span, member, _words[i].IsPossessive, IsGoverned(i)));
            }
        }
    }

    private void Introduce(CastMember member, int start, int end)
    {
        Introduction introduction = Introduction.Of(_text, _words, start, end);
        foreach (Office office in introduction.Offices)
        {
            member.Hold(office, _text[_words[office.Start].Span.Start.._words[office.End - 1].Span.End]);
            member.IsSure = true;
        }

        member.IsSure |= introduction.Gender is not null;
        member.Gender ??= introduction.Gender;
        if (member.PartyId is null && introduction.Affiliation is { } phrase)
        {
            member.PartyId = _actors?.Affiliation(phrase.Of(_text), _day)?.PartyId;
        }
    }

    private bool IsGoverned(int word)
    {
        for (int i = word - 1; i >= Math.Max(0, word - 4) && _words[i + 1].Gap == WordGap.Space; i--)
        {
            ReadOnlySpan<char> before = _words[i].Span.SliceOf(_text);
            if (NounPhrase.EndsHead(before))
            {
                return true;
            }

            if (!char.IsUpper(before[0]) && !NounPhrase.IsDeterminer(before))
            {
                break;
            }
        }

        return false;
    }

    private int FirstWordFrom(int offset) => Sorted.FirstFrom(_words, offset, word => word.Span.Start);

    private List<CastMention> WithoutOverlaps()
    {
        var kept = new List<CastMention>(_mentions.Count);
        foreach (CastMention mention in _mentions)
        {
            if (kept.Count == 0 || !kept[^1].Span.Overlaps(mention.Span))
            {
                kept.Add(mention);
            }
        }

        return kept;
    }
}
