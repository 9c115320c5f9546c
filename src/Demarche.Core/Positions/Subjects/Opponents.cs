using Demarche.Core.Parties;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Subjects;

/// <summary>The two parties a text speaks of most: whom "both sides" means.</summary>
internal static class Opponents
{
    /// <summary>Words before a pronoun in which the two are named: a sentence. Set by hand.</summary>
    private const int Reach = 30;

    /// <summary>The two parties, in the order of the codebook; empty when the text names fewer.</summary>
    public static IReadOnlyList<ActorMatch> Find(WordText words, Codebook codebook)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < words.Count; i++)
        {
            string key = words.Key(i);
            if (key.Length > 1 && key[0] == '@')
            {
                int slash = key.IndexOf('/', StringComparison.Ordinal);
                string party = slash < 0 ? key[1..] : key[1..slash];
                counts[party] = counts.GetValueOrDefault(party) + 1;
            }
        }

        string[] two = [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(2).Select(c => c.Key)];
        return two.Length < 2 ? [] : [.. codebook.Parties.Where(p => two.Contains(p.Id)).Select(p => new ActorMatch(p.Name, p.Id, false))];
    }

    /// <summary>Whom "both" or "the two" means: the two parties named right before, else those the text speaks of most.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pronoun">Index of the pronoun.</param>
    public static IReadOnlyList<ActorMatch> Before(CodedText text, int pronoun)
    {
        var named = new List<ActorMatch>();
        for (int i = pronoun - 1; i >= Math.Max(0, pronoun - Reach); i--)
        {
            if (text.MentionAt(i) is { } mention && mention.Words.Start == i && !named.Exists(n => n.PartyId == mention.Actor.PartyId))
            {
                named.Insert(0, mention.Actor);
            }
        }

        return named.Count == 2 ? named : text.Opponents;
    }
}
