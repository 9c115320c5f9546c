namespace Demarche.Core.Parties;

/// <summary>Reads a noun phrase: whom of the codebook its head names.</summary>
internal sealed class MentionReader
{
    private readonly ActorNames _names;
    private readonly OfficeHolders _holders;

    /// <summary>A reader for the actors of <paramref name="codebook"/>, known by <paramref name="names"/>.</summary>
    public MentionReader(Codebook codebook, ActorNames names)
    {
        _names = names;
        _holders = new OfficeHolders(codebook, names);
    }

    /// <summary>The names of the codebook among the words <c>[start, end)</c>: longest first from the left, none overlapping.</summary>
    public List<NameHit> Hits(string text, List<NameWord> words, int start, int end, DateOnly? day)
    {
        var hits = new List<NameHit>();
        for (int i = start; i < end; i++)
        {
            if (_names.TryMatch(text, words, i, out int stop, out List<ActorName> names) && stop <= end)
            {
                if (Choose(names, day) is { } name && !IsSomethingElse(text, words, start, new NameHit(i, stop, name)))
                {
                    hits.Add(new NameHit(i, stop, name));
                    i = stop - 1;
                }
                else
                {
                    // "Olga Berg" is not the codebook's Anna Berg, and its surname must not be tried alone.
                    i = Math.Max(i, stop - 1);
                }
            }
        }

        return hits;
    }

    /// <summary>Whom the noun phrase of the words <c>[start, end)</c> names, or null.</summary>
    public ActorMatch? Read(string text, List<NameWord> words, int start, int end, DateOnly? day)
    {
        List<NameHit> hits = Hits(text, words, start, end, day);
        if (hits.Count == 0)
        {
            return null;
        }

        int segment = start;
        while (segment < end)
        {
            int stop = EndOfSegment(words, segment, end);
            if (HeadPerson(text, words, hits, segment, stop) is { } person)
            {
                return person;
            }

            segment = stop;
        }

        return ReadHead(HeadOf(text, words, hits, start, end), hits, day);
    }

    /// <summary>Of all a name may stand for, what fits <paramref name="day"/> best; null when two people fit equally well.</summary>
    private static ActorName? Choose(List<ActorName> names, DateOnly? day)
    {
        ActorName best = names[0];
        bool tie = false;
        for (int i = 1; i < names.Count; i++)
        {
            int order = Compare(names[i], best, day);
            if (order < 0)
            {
                best = names[i];
                tie = false;
            }
            else if (order == 0 && names[i].Kind == NameKind.Person && best.Kind == NameKind.Person
                && names[i].LedgerName != best.LedgerName)
            {
                tie = true;
            }
        }

        return tie ? null : best;
    }

    private static int Compare(ActorName left, ActorName right, DateOnly? day)
    {
        int order = left.DaysOutside(day).CompareTo(right.DaysOutside(day));
        order = order != 0 ? order : right.IsListed.CompareTo(left.IsListed);

        // On the day of a change both periods hold; the newer one is meant.
        bool sameName = left.LedgerName == right.LedgerName || left.Country is not null;
        return order == 0 && sameName && day is not null && left.From != right.From
            ? Nullable.Compare(right.From, left.From)
            : order;
    }

    private static bool IsSomethingElse(string text, List<NameWord> words, int start, NameHit hit)
    {
        bool oneWord = hit.End - hit.Start == 1;
        bool follows = hit.Start > start && words[hit.Start].Gap == WordGap.Space && !words[hit.Start - 1].IsPossessive;
        if (hit.Name.Kind != NameKind.Person || !oneWord)
        {
            return false;
        }

        ReadOnlySpan<char> before = follows ? words[hit.Start - 1].Span.SliceOf(text) : default;
        bool titled = follows && (NounPhrase.IsTitle(before) || EndsInOffice(text, words, start, hit.Start));
        if (NounPhrase.IsCommonWord(words[hit.Start].Span.SliceOf(text)) && !titled)
        {
            return true;
        }

        // "Olga Berg" and "Berg Hansen" are other people than the codebook's Berg.
        return (follows && !titled && LooksLikeFirstName(before))
            || (hit.End < words.Count && words[hit.End].Gap == WordGap.Space && !words[hit.Start].IsPossessive
                && LooksLikeFirstName(words[hit.End].Span.SliceOf(text)) && Offices.Find(text, words, hit.End, Math.Min(words.Count, hit.End + 3)).Count == 0
                && VoiceNouns.KindOf(words[hit.End].Span.SliceOf(text)) is null);
    }

    private static bool LooksLikeFirstName(ReadOnlySpan<char> word) =>
        word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[1]) && !NounPhrase.IsCommonWord(word)
        && !NounPhrase.EndsHead(word) && !NounPhrase.IsDeterminer(word) && !IsWeekday(word) && Spelling.Key(word).Length > 1;

    // "On Monday Berg had": no Monday Berg.
    private static bool IsWeekday(ReadOnlySpan<char> word) =>
        word is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday";

    private static bool EndsInOffice(string text, List<NameWord> words, int start, int end)
    {
        List<Office> offices = Offices.Find(text, words, Math.Max(start, end - 5), end);
        return offices.Count > 0 && offices[^1].End == end;
    }

    private static int EndOfSegment(List<NameWord> words, int start, int end)
    {
        int stop = start + 1;
        while (stop < end && words[stop].Gap == WordGap.Space)
        {
            stop++;
        }

        return stop;
    }

    private static ActorMatch? HeadPerson(string text, List<NameWord> words, List<NameHit> hits, int start, int end)
    {
        ActorMatch? found = null;
        foreach (NameHit hit in hits)
        {
            if (hit.Start >= start && hit.End <= end && hit.Name.Kind == NameKind.Person && IsHead(text, words, hits, start, end, hit))
            {
                if (found is not null && found.Name != hit.Name.LedgerName)
                {
                    return null;
                }

                found ??= hit.Name.ToMatch();
            }
        }

        return found;
    }

    // Head of its phrase: not "Berg's aide", not "a Berg aide", not "a spokesman for Berg", but "President of Valdoria Anna Berg".
    private static bool IsHead(string text, List<NameWord> words, List<NameHit> hits, int start, int end, NameHit hit)
    {
        if (words[hit.End - 1].IsPossessive && hit.End < end)
        {
            return false;
        }

        if (hit.End < end)
        {
            ReadOnlySpan<char> next = words[hit.End].Span.SliceOf(text);
            if (!NounPhrase.EndsHead(next) && next is not ("and" or "or" or "himself" or "herself") && !next.EndsWith("ing"))
            {
                return false;
            }
        }

        for (int i = hit.Start - 1; i >= start; i--)
        {
            if (NounPhrase.EndsHead(words[i].Span.SliceOf(text)))
            {
                return i + 1 < hit.Start && hits.Exists(other => other.End == hit.Start && other.Start > i);
            }
        }

        return true;
    }

    private static HeadPhrase HeadOf(string text, List<NameWord> words, List<NameHit> hits, int start, int end)
    {
        int segmentEnd = EndOfSegment(words, start, end);
        int first = start;
        while (first < segmentEnd - 1 && NounPhrase.IsDeterminer(words[first].Span.SliceOf(text)))
        {
            first++;
        }

        int headEnd = first + 1;
        while (headEnd < segmentEnd && !NounPhrase.EndsHead(words[headEnd].Span.SliceOf(text)))
        {
            headEnd++;
        }

        foreach (NameHit hit in hits)
        {
            // A name may go on past an "of": "Ministry of Trade".
            headEnd = hit.Start < headEnd && hit.End > headEnd ? hit.End : headEnd;
        }

        return new HeadPhrase(text, words, first, headEnd, Math.Max(headEnd, segmentEnd));
    }

    private ActorMatch? ReadHead(HeadPhrase phrase, List<NameHit> hits, DateOnly? day)
    {
        int headEnd = phrase.HeadEnd;
        NameHit? owner = null;
        foreach (NameHit hit in hits)
        {
            if (hit.End == headEnd && hit.Name.Kind != NameKind.Adjective && IsWholeHead(phrase, hit, owner, hits))
            {
                return hit.Name.ToMatch();
            }

            if (hit.End < headEnd || (hit.End == headEnd && hit.Name.Kind == NameKind.Adjective))
            {
                owner = hit.Name.IsWholeOnly ? owner : hit;
            }
            else if (hit.Start > headEnd && owner is null && hit.Start < phrase.End)
            {
                return phrase.IsVoice ? Voice(phrase, LastOwner(phrase, hits, hit), day) : null;
            }
        }

        return owner is { } modifier && modifier.End < headEnd ? Voice(phrase, modifier, day) : null;
    }

    // "leader of Valdoria's Farmers' League": the league's, not Valdoria's.
    private static NameHit LastOwner(HeadPhrase phrase, List<NameHit> hits, NameHit first)
    {
        int next = hits.FindIndex(hit => hit.Start == first.End);
        return next >= 0 && phrase.Words[first.End - 1].IsPossessive && hits[next].Name.Kind == NameKind.Party ? hits[next] : first;
    }

    // "the Chinese Ministry of Commerce" may be a listed "Ministry of Commerce" only when the owner named is its own.
    private bool IsWholeHead(HeadPhrase phrase, NameHit hit, NameHit? owner, List<NameHit> hits)
    {
        if (owner is null && hit.Start > phrase.Start && _names.IsState(phrase.Words[hit.Start - 1].Span.Of(phrase.Text)))
        {
            return false;
        }

        bool generic = hit.Name.Kind == NameKind.Body
            || VoiceNouns.KindOf(phrase.Words[hit.End - 1].Span.SliceOf(phrase.Text)) is not null;
        if (owner is { } other && generic && other.Name.Party != hit.Name.Party)
        {
            return false;
        }

        if (hits.Exists(later => later.Start > hit.End && later.Start <= hit.End + 2 && later.Name.Party != hit.Name.Party && phrase.IsOf(hit.End)))
        {
            return false;
        }

        if (hit.Start == phrase.Start || owner is not null)
        {
            return true;
        }

        // "New Valdoria" is not Valdoria; "pro-European Valdoria" and "US officials" are.
        ReadOnlySpan<char> before = phrase.Words[hit.Start - 1].Span.SliceOf(phrase.Text);
        // "County councillors" are the councillors that a codebook lists without a name.
        bool ordinary = !char.IsUpper(before[0]) || char.IsLower(phrase.Text[phrase.Words[hit.Start].Span.Start]) || before.Contains('-') || phrase.Words[hit.Start - 1].IsPossessive;
        return ordinary && !hit.Name.IsWholeOnly;
    }

    private ActorMatch? Voice(HeadPhrase phrase, NameHit owner, DateOnly? day)
    {
        if (phrase.OfficeAtEnd() is { } office)
        {
            if (!phrase.IsIndefinite && _holders.Find(owner.Name, office, day, phrase.Spelled(owner)) is { } holder)
            {
                return holder;
            }

            if (!phrase.IsPlural && (phrase.Noun is null || Offices.IsHigh(office.Name)))
            {
                return new ActorMatch(phrase.Spelled(), owner.Name.Party.Id, IsPerson: false);
            }
        }

        if (owner.Name.Kind == NameKind.Party && phrase.IsPlural && phrase.Noun == VoiceNoun.People && _names.StateOf(owner.Name.Party.Id) is null
            && phrase.TogetherIn(owner) is { } together)
        {
            return new ActorMatch(together, owner.Name.Party.Id, IsPerson: false);
        }

        ActorMatch match = owner.Name.Kind == NameKind.Person ? _names.Speaking(owner.Name.Party, phrase.OfficeAtEnd()) : owner.Name.ToMatch();
        return phrase.Noun switch
        {
            null => null,
            VoiceNoun.Body => match with { Name = phrase.Spelled(), IsListed = false, Actor = null },
            VoiceNoun.Government or VoiceNoun.People when owner.Name.Country is { } state && match.Name != ActorNames.LedgerName(owner.Name.Party)
                && match.Name == state.Name && owner.Name.IsListed is false && owner.Name.Party.From is null && owner.Name.Party.Until is null
                => match with { Name = phrase.Spelled(), IsListed = false },
            _ => match,
        };
    }
}
