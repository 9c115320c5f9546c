using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Finds whom "it" or "they" means as the subject behind a clause of condition or time: "If Norland wants an end to it, it should lift the toll" asks Norland.</summary>
internal static class ConditionPronouns
{
    /// <summary>Most words of the clause before; longer ones name several who may be meant. Set by hand.</summary>
    private const int Longest = 25;

    /// <summary><paramref name="mentions"/> with those pronouns among them, in text order; the same where there is no tree.</summary>
    public static IReadOnlyList<PartyMention> With(IReadOnlyList<PartyMention> mentions, WordText words, ClauseTree tree)
    {
        if (tree.IsEmpty || mentions.Count == 0)
        {
            return mentions;
        }

        var found = new List<PartyMention>();
        for (int i = 3; i < words.Count; i++)
        {
            bool isSubject = words.Key(i) is "it" or "they" && words.Span(i).Length != 3 && words.Key(i - 1) == "," && tree.Relation(i) is "nsubj" or "nsubj:pass";
            if (isSubject && Opener(words, i - 2) is var opener && opener >= 0 && FirstNamed(mentions, words, opener + 1) is { } named)
            {
                found.Add(new PartyMention(new WordRange(i, i + 1), named.Actor));
            }
        }

        return found.Count == 0 ? mentions : [.. mentions.Concat(found).OrderBy(m => m.Words.Start)];
    }

    /// <summary>Index of the word that opens the clause ending at <paramref name="end"/>, first in its sentence, or -1.</summary>
    private static int Opener(WordText words, int end)
    {
        for (int i = end; i >= 0 && i > end - Longest && words.Key(i) is not (";" or ":" or "." or "?" or "!"); i--)
        {
            if (words.Key(i) is "if" or "unless" or "onc" or "when" or "until" or "befor" or "after")
            {
                return words.IsCapital(i) ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>The party right behind the opening word, with nobody's "its" in between and no person.</summary>
    private static PartyMention? FirstNamed(IReadOnlyList<PartyMention> mentions, WordText words, int at)
    {
        int start = words.Key(at) == "the" ? at + 1 : at;
        PartyMention? named = mentions.FirstOrDefault(m => m.Words.Contains(start));
        return named is { Actor.IsPerson: false } && !words.IsPossessive(named.Words.End - 1) ? named : null;
    }
}
