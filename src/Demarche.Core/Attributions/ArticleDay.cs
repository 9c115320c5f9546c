using System.Globalization;
using Demarche.Core.Parties;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;

namespace Demarche.Core.Attributions;

/// <summary>
/// Tells for which day the dated offices of a codebook are read in an article that has no day itself: who is called president, prime minister
/// or opposition leader in it, and which days it names, fit one stretch between two changes of office better than the others.
/// Safe to share between threads.
/// </summary>
internal sealed class ArticleDay
{
    // "ousted president Berg", "Berg, who was ousted in May": so many words belong to the name.
    private const int Reach = 6;

    private readonly ActorDirectory _actors;
    private readonly List<DateOnly> _changes;

    /// <summary>For the offices and parties of a codebook.</summary>
    public ArticleDay(ActorDirectory actors)
    {
        _actors = actors;
        _changes = [.. Changes(actors.Codebook).Distinct().Order()];
    }

    /// <summary>A day of the stretch that fits best; null when the codebook has no dates, nothing tells, or two stretches apart fit equally.</summary>
    /// <param name="document">The article, analysed without a day.</param>
    public DateOnly? Find(Document document)
    {
        if (_changes.Count == 0)
        {
            return null;
        }

        int[] votes = new int[_changes.Count + 1];
        foreach (TimeExpression time in document.Times)
        {
            if (DateOnly.TryParseExact(time.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                votes[StretchOf(day)]++;
            }
        }

        List<NameWord> words = NameWords.Read(document.Text, new TextSpan(0, document.Text.Length));
        foreach (ActorMention mention in _actors.Scan(document.Text, words, null, document))
        {
            if (mention.Actor.IsPerson)
            {
                Vote(document.Text, words, mention, votes);
            }
        }

        return Winner(votes);
    }

    private static IEnumerable<DateOnly> Changes(Codebook codebook)
    {
        foreach (Party party in codebook.Parties)
        {
            IEnumerable<(DateOnly? From, DateOnly? Until)> periods = party.People.Concat(party.Bodies)
                .Select(actor => (actor.From, actor.Until)).Prepend((party.From, party.Until));
            foreach ((DateOnly? from, DateOnly? until) in periods)
            {
                if (from is { } first)
                {
                    yield return first;
                }

                if (until is { } last && last < DateOnly.MaxValue)
                {
                    yield return last.AddDays(1);
                }
            }
        }
    }

    // One vote for every stretch in which the person can be called so, unless that is all of them.
    private void Vote(string text, List<NameWord> words, ActorMention mention, int[] votes)
    {
        int start = Sorted.FirstFrom(words, mention.Span.Start, word => word.Span.Start);
        int end = start + 1;
        while (end < words.Count && words[end].Span.Start < mention.Span.End)
        {
            end++;
        }

        List<Office> offices = Introduction.Of(text, words, start, end).Offices;
        if (offices.Count == 0)
        {
            return;
        }

        bool hasLeft = offices[0].Rank == OfficeRank.Former || HasLeft(text, words, start, end);
        bool[] fits = [.. Enumerable.Range(0, votes.Length).Select(stretch => Fits(mention.Actor.Name, offices[0], hasLeft, stretch))];
        for (int i = 0; i < votes.Length && Array.IndexOf(fits, false) >= 0; i++)
        {
            votes[i] += fits[i] ? 1 : 0;
        }
    }

    private bool Fits(string name, Office office, bool hasLeft, int stretch)
    {
        foreach ((Party party, Actor actor) in _actors.People(name))
        {
            DateOnly? from = actor.From ?? party.From;
            DateOnly? until = actor.Until ?? party.Until;
            bool begun = from is not { } first || StretchOf(first) <= stretch;
            bool ended = until is { } last && StretchOf(last) < stretch;
            if (Held(actor).Any(held => Offices.Answers(held, office.Name) || IsOpposition(office, held)) && begun && ended == hasLeft)
            {
                return true;
            }
        }

        return false;
    }

    // The "opposition leader" of the text leads a party in the codebook.
    private static bool IsOpposition(Office office, string held) => office.Name == "opposition-leader" && held == "leader";

    private static IEnumerable<string> Held(Actor actor) =>
        actor.Role is null ? [] : Offices.Find(actor.Role).Where(office => office.Rank == OfficeRank.Holder).Select(office => office.Name);

    private static bool HasLeft(string text, List<NameWord> words, int start, int end)
    {
        for (int i = Math.Max(0, start - Reach); i < Math.Min(words.Count, end + Reach); i++)
        {
            bool isNear = i < start ? words[start].Gap != WordGap.Break : words[i].Gap != WordGap.Break || i < end;
            if (i >= end && !isNear)
            {
                break;
            }

            if (isNear && Offices.IsLeaving(words[i].Span.SliceOf(text)))
            {
                return true;
            }
        }

        return false;
    }

    private int StretchOf(DateOnly day)
    {
        int index = _changes.BinarySearch(day);
        return index >= 0 ? index + 1 : ~index;
    }

    private DateOnly? Winner(int[] votes)
    {
        int most = votes.Max();
        int first = Array.IndexOf(votes, most);
        int last = Array.LastIndexOf(votes, most);
        bool isOneRun = votes.AsSpan(first, last - first + 1).IndexOfAnyExcept(most) < 0;
        if (most == 0 || !isOneRun || last - first + 1 == votes.Length)
        {
            return null;
        }

        // On the very day of a change both sides of it hold; so away from it, in the longest stretch of the run.
        int longest = Enumerable.Range(first, last - first + 1).MaxBy(LengthOf);
        return longest == 0 ? _changes[0].AddDays(-1)
            : longest == _changes.Count ? _changes[^1].AddDays(1)
            : _changes[longest - 1].AddDays(LengthOf(longest) / 2);
    }

    private int LengthOf(int stretch) =>
        stretch == 0 || stretch == _changes.Count ? int.MaxValue : _changes[stretch].DayNumber - _changes[stretch - 1].DayNumber;
}
