using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Finds the answers of an interview that is printed without names before them: paragraphs that take turns, every other one a question.</summary>
internal sealed class InterviewAnswers
{
    // Three questions make an interview; two may stand in any report.
    private const int FewestQuestions = 3;

    // An interviewer also puts what others say; most turns end in a question mark all the same. Chosen by us.
    private const double LeastAsked = 0.6;

    // Who is interviewed asks back now and then.
    private const double MostAskedBack = 0.25;

    // Headline, place, who is met and where.
    private const int LongestIntroduction = 6;

    private readonly ActorDirectory _actors;

    /// <summary>For texts about the parties of a codebook.</summary>
    public InterviewAnswers(ActorDirectory actors) => _actors = actors;

    /// <summary>The answers in text order, said by the only person of a party whom the headline or the introduction names; empty when it is no interview.</summary>
    public IReadOnlyList<OwnWords> Find(Article article, Document document, TextSpan[] paragraphs, DateOnly? day)
    {
        int first = FirstQuestion(document.Text, paragraphs);
        if (first < 0)
        {
            return [];
        }

        string introduction = document.Text[..paragraphs[first].Start];
        Speaker? answers = OnlyPerson(article.Title ?? "", day) ?? OnlyPerson(introduction, day);
        return answers is null ? [] : [.. Enumerable.Range(first, paragraphs.Length - first).Where(i => (i - first) % 2 == 1).Select(i => new OwnWords(paragraphs[i], answers))];
    }

    private static int FirstQuestion(string text, TextSpan[] paragraphs)
    {
        for (int first = 0; first < Math.Min(LongestIntroduction, paragraphs.Length); first++)
        {
            if (text[paragraphs[first].End - 1] != '?')
            {
                continue;
            }

            int turns = paragraphs.Length - first;
            int questions = Enumerable.Range(first, turns).Count(i => (i - first) % 2 == 0 && text[paragraphs[i].End - 1] == '?');
            int asked = Enumerable.Range(first, turns).Count(i => (i - first) % 2 == 0 && (text[paragraphs[i].End - 1] == '?' || Addresses(paragraphs[i].SliceOf(text))));
            int askedBack = Enumerable.Range(first, turns).Count(i => (i - first) % 2 == 1 && text[paragraphs[i].End - 1] == '?');
            if (questions >= FewestQuestions && asked >= LeastAsked * ((turns + 1) / 2) && askedBack <= MostAskedBack * (turns / 2))
            {
                return first;
            }
        }

        return -1;
    }

    // "Your deputies want a bridge.": what is put to somebody is asked too, though it ends in a full stop.
    private static bool Addresses(ReadOnlySpan<char> paragraph)
    {
        foreach (Range range in paragraph.Split(' '))
        {
            if (paragraph[range] is "you" or "You" or "your" or "Your" or "you've" or "You've" or "you're" or "You're" or "you'd" or "You'd")
            {
                return true;
            }
        }

        return false;
    }

    private Speaker? OnlyPerson(string text, DateOnly? day)
    {
        ActorMatch[] people = [.. _actors.Scan(text, new TextSpan(0, text.Length), day).Select(mention => mention.Actor).Where(actor => actor.IsPerson).DistinctBy(actor => actor.Name)];
        return people is [{ } only] ? Speaker.Of(only) : null;
    }
}
