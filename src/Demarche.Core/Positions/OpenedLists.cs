using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions;

/// <summary>Finds lists of lines below a line that tells who wants, promises or rejects them: "The guild demands:", "The council undertakes to:".</summary>
internal static class OpenedLists
{
    /// <summary>Longest sentence that opens a list, in words. Set by hand.</summary>
    private const int LongestOpening = 40;

    /// <summary>Most members of one list; hostile text stays cheap.</summary>
    private const int MostMembers = 60;

    /// <summary>Words between two who open a list together: "the council and the guild". Set by hand.</summary>
    private const int WordsBetween = 3;

    /// <summary>The lists in text order, each with the voice that says every member of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ownAt">Whose own text a word stands in, or null.</param>
    public static (WordRange Words, Voice Voice)[] Find(CodedText text, Func<int, Voice?> ownAt)
    {
        var lists = new List<(WordRange, Voice)>();
        List<WordRange> lines = LinesOf(text.Words);
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            int end = i + 1;
            while (end < lines.Count && end - i <= MostMembers && IsMember(text.Words, lines[end], lines[end - 1], isFirst: end == i + 1))
            {
                end++;
            }

            // The articles of an agreement are the words of all who signed it, whoever its opening names first.
            bool isAgreed = end > i + 1 && ownAt(lines[i + 1].Start) is { } own && (own.Partners.Count > 0 || ownAt(lines[i].Start) is null);

            // One line below a colon is a quotation as often as a member.
            if (end - i > 2 && !isAgreed && text.Words.Key(lines[i].End - 1) == ":" && VoiceOf(text, lines[i], ownAt(lines[i].Start)) is { } voice)
            {
                lists.Add((new WordRange(lines[i + 1].Start, lines[end - 1].End), voice));
            }

            i = end - 1;
        }

        return [.. lists];
    }

    private static List<WordRange> LinesOf(WordText words)
    {
        var lines = new List<WordRange>();
        int start = 0;
        for (int i = 0; i <= words.Count; i++)
        {
            if (i == words.Count || words.Key(i) == "\n")
            {
                if (i > start)
                {
                    lines.Add(new WordRange(start, i));
                }

                start = i + 1;
            }
        }

        return lines;
    }

    /// <summary>A dash, a dot or a number opens it, or it goes on with the sentence of the line above.</summary>
    private static bool IsMember(WordText words, WordRange line, WordRange above, bool isFirst)
    {
        string first = words.Key(line.Start);
        bool isMarked = first is "-" or "\u2013" or "\u2014" or "\u2022" or "*" or "\u00b7" or "\u25aa" or "\u25cf" or "\u2023" || IsNumbered(words, line);
        return isMarked || char.IsLower(words.Text[words.Span(line.Start).Start]) || (!isFirst && words.Key(above.End - 1) == ";");
    }

    // "1.", "2)", "(a)", "b)".
    private static bool IsNumbered(WordText words, WordRange line)
    {
        int at = line.Start + (words.Key(line.Start) == "(" ? 1 : 0);
        return at + 2 < line.End && words.Span(at) is var span && (char.IsDigit(words.Text[span.Start]) ? span.Length <= 2 : span.Length == 1) && words.Key(at + 1) is "." or ")";
    }

    private static Voice? VoiceOf(CodedText text, WordRange line, Voice? own)
    {
        int start = line.End - 1;
        while (start > line.Start && line.End - start <= LongestOpening && text.Words.Key(start - 1) is not ("." or "!" or "?"))
        {
            start--;
        }

        var sentence = new WordRange(start, line.End);
        OperatorHit[] cues = [.. text.Operators.Where(hit => sentence.Contains(hit.Start) && hit.Operator.Group is OperatorGroup.Attitude)];
        if (cues is not [var cue, ..] || text.Operators.Any(hit => sentence.Contains(hit.Start) && hit.Operator.Group is OperatorGroup.Negator or OperatorGroup.Silence))
        {
            return null;
        }

        List<Holder> holders = HoldersIn(text, sentence with { End = cue.Start });
        bool isOwn = own is not null && (holders.Count == 0 || holders[0].Party == own.Speaker.Party);
        holders = holders.Count == 0 && own is not null ? [own.Speaker, .. own.Partners] : holders;
        return holders.Count == 0 ? null : new Voice(null, holders[0], cue.Operator.Sign, [cue], new WordRange(cue.Start, cue.End), holders[1..])
        {
            OpensList = true,
            IsReported = !isOwn,
        };
    }

    /// <summary>Who is named first, and those joined with it.</summary>
    private static List<Holder> HoldersIn(CodedText text, WordRange opening)
    {
        var holders = new List<Holder>();
        int end = opening.Start;
        for (int i = opening.Start; i < opening.End; i++)
        {
            if (text.MentionAt(i) is not { } mention || mention.Words.Start != i)
            {
                continue;
            }

            bool isJoined = holders.Count == 0 || (i - end <= WordsBetween && Enumerable.Range(end, i - end).Any(at => text.Words.Key(at) is "and" or ","));
            if (!isJoined)
            {
                break;
            }

            end = mention.Words.End;
            if (!holders.Exists(holder => holder.Party == mention.Actor.PartyId))
            {
                holders.Add(new Holder(mention.Actor.Name, mention.Actor.PartyId, null));
            }
        }

        return holders;
    }
}
