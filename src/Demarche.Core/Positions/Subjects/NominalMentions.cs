using System.Collections.Frozen;
using Demarche.Core.Parties;
using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Finds "the government", "the union", "the party" as subjects of clauses: they mean the party named last whose own name has the noun.</summary>
internal static class NominalMentions
{
    /// <summary>Words back to the name that tells which is meant: a long paragraph. Set by hand.</summary>
    private const int Reach = 120;

    // What parties are that are no states, beside the bodies and governments of the list of voices. Written by us.
    private static readonly FrozenSet<string> Groups = new[]
    {
        "party", "union", "league", "association", "federation", "alliance", "front", "movement", "coalition", "chamber", "guild", "club", "society", "trust", "network", "cooperative",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary><paramref name="mentions"/> with those subjects among them, in text order; the same where there is no tree.</summary>
    public static IReadOnlyList<PartyMention> With(IReadOnlyList<PartyMention> mentions, WordText words, ClauseTree tree, Codebook codebook)
    {
        if (tree.IsEmpty || mentions.Count == 0)
        {
            return mentions;
        }

        Dictionary<string, HashSet<string>> nouns = NounsOf(codebook);
        var all = new List<PartyMention>(mentions.Count);
        int next = 0;
        for (int i = 1; i < words.Count; i++)
        {
            while (next < mentions.Count && mentions[next].Words.Start <= i)
            {
                all.Add(mentions[next++]);
            }

            bool isSubject = words.Key(i - 1) == "the" && !words.IsCapital(i) && words.IsWord(i) && !words.IsPossessive(i) && tree.Relation(i) is "nsubj" or "nsubj:pass" && (i + 1 == words.Count || words.Key(i + 1) != "of");
            if (isSubject && IsVoice(words.Span(i).SliceOf(words.Text)) && Meant(words, i, mentions, next - 1, nouns) is { } party)
            {
                all.Add(new PartyMention(new WordRange(i, i + 1), new ActorMatch(ActorNames.LedgerName(codebook.Parties.First(p => p.Id == party)), party, false)));
            }
        }

        return [.. all, .. mentions.Skip(next)];
    }

    private static bool IsVoice(ReadOnlySpan<char> noun) =>
        VoiceNouns.KindOf(noun) is VoiceNoun.Government or VoiceNoun.Body || Groups.GetAlternateLookup<ReadOnlySpan<char>>().Contains(noun);

    private static string? Meant(WordText words, int at, IReadOnlyList<PartyMention> mentions, int last, Dictionary<string, HashSet<string>> nouns)
    {
        for (int i = last; i >= 0 && mentions[i].Words.End > at - Reach; i--)
        {
            if (mentions[i].Words.Contains(at))
            {
                return null;
            }

            if (nouns[mentions[i].Actor.PartyId].Contains(words.Span(at).Of(words.Text)))
            {
                return mentions[i].Actor.PartyId;
            }
        }

        return null;
    }

    /// <summary>The nouns that each party is: "Growers' Union" a union, "Government of Norland" a government.</summary>
    private static Dictionary<string, HashSet<string>> NounsOf(Codebook codebook)
    {
        var nouns = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (Party party in codebook.Parties)
        {
            HashSet<string> own = nouns[party.Id] = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (string name in party.Names.Append(party.Name))
            {
                int of = name.IndexOf(" of ", StringComparison.Ordinal);
                string head = of > 0 ? name[..of] : name;
                own.Add(head[(head.LastIndexOf(' ') + 1)..]);
            }
        }

        return nouns;
    }
}
