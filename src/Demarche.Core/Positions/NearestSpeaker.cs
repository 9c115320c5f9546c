using System.Collections.Frozen;
using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions;

/// <summary>Finds who speaks where the source of an attribution names nobody: whoever is named in it or right before the cue.</summary>
internal static class NearestSpeaker
{
    /// <summary>Words from the cue back to the one who speaks.</summary>
    private const int Reach = 40;

    // What a source that was cut wrongly consists of, besides stop words. Written by us.
    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(
        ["last", "next", "week", "month", "year", "time", "nevertheless", "however", "meanwhile", "later", "longer", "today", "yesterday", "recent", "recently", "earlier"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The one who speaks, or null when the source names somebody of no party.</summary>
    public static ActorMatch? Find(CodedText text, Attribution attribution)
    {
        WordRange cue = text.Words.RangeOf(attribution.Cue[0]);
        WordRange source = attribution.Source.Count == 0 ? new WordRange(cue.Start, cue.Start) : text.Words.RangeOf(attribution.Source[0]);
        if (NamedIn(text, source, cue) is { } named)
        {
            return named;
        }

        if (source.Length == 0 && SubjectOf(text, cue) is { } subject)
        {
            return subject;
        }

        // "Norland gave them a month, threatening a blockade": a participle has the subject of its sentence. "was asked" has none.
        bool isParticiple = source.Length == 0 && text.Words.Span(cue.Start).Of(text.Words.Text).EndsWith("ing", StringComparison.Ordinal);
        if (!IsFiller(text, source) || (source.Length == 0 && !isParticiple))
        {
            return null;
        }

        ActorMatch? found = null;
        for (int i = cue.Start - 1; i >= Math.Max(0, cue.Start - Reach) && text.Words.Key(i) is not ("\n" or "." or ";" or "\u201d"); i--)
        {
            if (text.MentionAt(i) is { } mention && mention.Words.Start == i && SubjectFinder.CanAct(text, mention, 0))
            {
                found = mention.Actor;
                if (!isParticiple)
                {
                    return found;
                }
            }
        }

        return found ?? Ahead(text, source, cue);
    }

    /// <summary>"While it welcomed the pause, | Norland said": the pronoun of a leading clause is the subject of the main one.</summary>
    private static ActorMatch? Ahead(CodedText text, WordRange source, WordRange cue)
    {
        int start = source.Start;
        bool isPronoun = source.Length == 1 && text.Words.Key(start) is "it" or "he" or "she" or "they";
        bool opens = start > 0 && text.Words.Key(start - 1) is "while" or "although" or "though" or "as" or "befor" or "after" or "when" or "becaus" or "sinc"
            && (start == 1 || !text.Words.IsWord(start - 2));
        int comma = cue.End;
        while (isPronoun && opens && comma < Math.Min(text.Words.Count, cue.End + Reach) && text.Words.Key(comma) is not ("," or "." or "\n" or ";"))
        {
            comma++;
        }

        for (int i = comma + 1; isPronoun && opens && i < Math.Min(text.Words.Count, comma + 3) && text.Words.Key(comma) == ","; i++)
        {
            if (text.MentionAt(i) is { } mention && mention.Words.Start == i && SubjectFinder.CanAct(text, mention, 0))
            {
                return mention.Actor;
            }
        }

        return null;
    }

    /// <summary>"Norland, which owns no ferry, | is unwilling": whom the tree has for the subject of a word of wanting; not of "was asked".</summary>
    private static ActorMatch? SubjectOf(CodedText text, WordRange cue)
    {
        for (int i = cue.Start; i < cue.End && !text.Tree.IsEmpty; i++)
        {
            if (text.OperatorAt(i) is not { Operator.Group: OperatorGroup.Attitude } hit)
            {
                continue;
            }

            if (NounHolder.Find(text, i) is >= 0 and int holder)
            {
                return text.MentionAt(holder)!.Actor;
            }

            // "Norland has closed the light and is opposed to it".
            int verb = text.Tree.Relation(i) == "conj" && text.Tree.Head(i) >= 0 && !HasSubject(text, i) ? text.Tree.Head(i) : i;
            foreach (int child in text.Tree.Children(verb))
            {
                bool holds = verb == i ? TreeSubject.IsHolder(text, child, i, hit) : text.Tree.Relation(child) == "nsubj";
                if (holds && text.MentionAt(child) is { } mention && !text.Words.IsPossessive(mention.Words.End - 1))
                {
                    return mention.Actor;
                }
            }
        }

        return null;
    }

    private static bool HasSubject(CodedText text, int verb) => text.Tree.HasChild(verb, "nsubj") || text.Tree.HasChild(verb, "nsubj:pass");

    /// <summary>"Berg's last-minute | decision", "on the radio Berg | said".</summary>
    private static ActorMatch? NamedIn(CodedText text, WordRange source, WordRange cue)
    {
        for (int i = source.End - 1; i >= source.Start; i--)
        {
            if (text.MentionAt(i) is not { } mention)
            {
                continue;
            }

            bool isOwner = text.Words.IsPossessive(mention.Words.End - 1);
            bool isNoun = !text.Tree.IsEmpty && text.Tree.Relation(cue.End - 1) is "obj" or "obl" or "nmod" or "nsubj" or "nsubj:pass";
            return isOwner ? (isNoun ? mention.Actor : null) : mention.Words.End == source.End && SubjectFinder.CanAct(text, mention, source.Start) ? mention.Actor : null;
        }

        return null;
    }

    private static bool IsFiller(CodedText text, WordRange source)
    {
        for (int i = source.Start; i < source.End; i++)
        {
            ReadOnlySpan<char> word = text.Words.Span(i).SliceOf(text.Words.Text);
            bool isDateline = i < 4 && word.Length > 3 && !word.ContainsAnyInRange('a', 'z');
            if (text.Words.IsWord(i) && text.Concept(i).Length > 0 && !isDateline && !Fillers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                return false;
            }
        }

        return true;
    }
}
