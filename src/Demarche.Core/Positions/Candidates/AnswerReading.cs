using Demarche.Core.Parties;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.References;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Reads yes and no to what was asked: "Asked whether it would sign, Holm said no", "A toll? Never". What is asked is told by nobody. One article, in text order.</summary>
internal sealed class AnswerReading
{
    /// <summary>Longest question, in words; longer ones are speeches.</summary>
    private const int Longest = 40;

    /// <summary>Words of a question that only names its matter: "A new toll?". Set by hand.</summary>
    private const int LongestNaming = 4;

    private readonly CodedText _text;
    private readonly IssueMatcher _issues;
    private readonly VoiceReader _voices;
    private WordRange _before;
    private int _firstBefore;

    public AnswerReading(CodedText text, IssueMatcher issues, VoiceReader voices)
    {
        _text = text;
        _issues = issues;
        _voices = voices;
    }

    /// <summary>Adds what a sentence answers, and takes out what was read in the question.</summary>
    /// <param name="sentence">Its segments.</param>
    /// <param name="first">Index of the sentence's first position.</param>
    /// <param name="found">All positions; changed in place.</param>
    public void Read(IReadOnlyList<Segment> sentence, int first, List<Candidate> found)
    {
        WordRange range = sentence[0].Sentence;
        if (AskedIn(range) is { } question)
        {
            found.RemoveAll(c => c.Sentence == range && question.Contains(c.Evidence.Start) && question.Contains(c.Match.Words.Start));
            if (sentence.LastOrDefault(s => s.Attribution is not null && s.Words.Start >= question.End) is { } answer)
            {
                Answer(question, answer, found);
            }
        }
        else if (_before.Length > 0 && _before.End == range.Start && EndsInQuestion(_before) && _before.Length <= Longest
            && (sentence.FirstOrDefault(s => s.Attribution is not null) ?? sentence[0]) is { } said && said.Words.Start <= range.Start + 1
            && ShortAnswer.SignOf(_text.Words, said.Words) != 0)
        {
            found.RemoveRange(_firstBefore, first - _firstBefore);
            first = _firstBefore;
            Answer(_before, said, found);
        }

        (_before, _firstBefore) = (range, first);
    }

    /// <summary>"Asked whether Norland would sign,": the words between "whether" and the comma, or null.</summary>
    private WordRange? AskedIn(WordRange sentence)
    {
        for (int i = sentence.Start; i + 2 < sentence.End; i++)
        {
            bool isAsked = _text.Words.Span(i).SliceOf(_text.Words.Text) is "Asked" or "asked" or "Questioned" or "questioned" or "Pressed" or "pressed" && _text.Words.Key(i + 1) is "whether" or "if"
                && (i == sentence.Start || _text.Words.Key(i - 1) is "," or "when" or "When" or "\u201c" or "\"");
            int end = i + 2;
            while (isAsked && end < sentence.End && end - i < Longest && _text.Words.Key(end) is not ("," or ";"))
            {
                end++;
            }

            if (isAsked && end < sentence.End && end - i < Longest)
            {
                return new WordRange(i + 2, end);
            }
        }

        return null;
    }

    // "What is the use of it?" asks for no yes or no, and often means one.
    private bool EndsInQuestion(WordRange sentence) =>
        !Enumerable.Range(sentence.Start, Math.Min(3, sentence.Length)).Any(i => _text.Words.Key(i) is "what" or "why" or "who" or "how" or "where" or "when" or "which") && (_text.Words.Key(sentence.End - 1) == "?" || (sentence.Length > 1 && _text.Words.Key(sentence.End - 2) == "?"));

    private void Answer(WordRange question, Segment answer, List<Candidate> found)
    {
        int sign = ShortAnswer.SignOf(_text.Words, answer.Words);
        if (sign == 0 || _voices.Of(answer) is not { Speaker: { Party: { } party } speaker } voice)
        {
            return;
        }

        foreach (IssueMatch match in _issues.Match(_text, question))
        {
            Polarity polarity = PolarityReader.Read(_text, question, match.Words, match.Hits);
            bool isMeant = question.Length <= LongestNaming + 1 || polarity.Operators.Any(o => o.Operator.Group is OperatorGroup.Modal or OperatorGroup.Attitude);
            bool isOthers = SubjectFinder.Find(_text, question, match.Words, new ActorMatch(speaker.Name, party, true), isQuoted: true) is { } subject && !subject.Has(party);
            if (isMeant && !isOthers && !polarity.IsSilent)
            {
                found.Add(new Candidate
                {
                    Holder = speaker,
                    Match = match,
                    Sign = sign * polarity.Sign * match.Sign,
                    Evidence = new WordRange(question.Start, answer.Words.End),
                    Sentence = answer.Sentence,
                    Operators = polarity.Operators,
                    Attribution = voice.Attribution,
                    Agreement = polarity.Agreement,
                    Basis = Basis.Speaker,
                });
            }
        }
    }
}
