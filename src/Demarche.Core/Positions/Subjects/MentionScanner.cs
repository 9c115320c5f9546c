using Demarche.Core.Parties;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Finds the actors and parties of the codebook in a text and puts their keys on its words. Immutable; safe to share between threads.</summary>
internal sealed class MentionScanner
{
    private readonly ActorDirectory _actors;

    public MentionScanner(ActorDirectory actors) => _actors = actors;

    /// <summary>The codebook it knows.</summary>
    public Codebook Codebook => _actors.Codebook;

    /// <summary>The mentions of <paramref name="words"/> in text order, none overlapping; words that name a party get its key.</summary>
    /// <param name="words">The text; words of a mention are renamed, and so are adjectives and places ("Norlandic oil", "in Norland").</param>
    /// <param name="day">Day of the text, for actors limited to a period; or null.</param>
    /// <param name="document">The text analysed, or null.</param>
    public List<PartyMention> Scan(WordText words, DateOnly? day, Document? document = null)
    {
        var mentions = new List<PartyMention>();
        foreach (ActorMention found in _actors.Scan(words.Text, NameWords.Read(words.Text, new TextSpan(0, words.Text.Length)), day, document))
        {
            WordRange range = words.RangeOf(found.Span);
            if (range.Length > 0)
            {
                mentions.Add(new PartyMention(range, found.Actor));
                Rename(words, range, found.Actor);
            }
        }

        RenameRest(words, day);
        return mentions;
    }

    /// <summary>Names the scan leaves out because nobody speaks there still tell whose troops, oil or border it is.</summary>
    private void RenameRest(WordText words, DateOnly? day)
    {
        var known = new Dictionary<string, ActorMatch?>(StringComparer.Ordinal);
        for (int i = 0; i < words.Count; i++)
        {
            string key = words.Key(i);
            if (key.Length == 0 || key[0] == '@' || !words.IsCapital(i))
            {
                continue;
            }

            string word = words.Span(i).Of(words.Text);
            if (!known.TryGetValue(word, out ActorMatch? actor))
            {
                known[word] = actor = _actors.Find(word, day);
            }

            if (actor is { IsPerson: false })
            {
                words.Rename(i, "@" + actor.PartyId);
            }
        }
    }

    private static void Rename(WordText words, WordRange range, ActorMatch actor)
    {
        string key = actor.IsPerson ? "@" + actor.PartyId + "/" + actor.Name : "@" + actor.PartyId;
        bool isThing = words.Key(range.End - 1) is "forc" or "troop" or "militari" or "militar" or "armi" or "army" or "navi" or "navy"
            || VoiceNouns.KindOf(words.Span(range.End - 1).SliceOf(words.Text)) == VoiceNoun.Body;
        for (int i = range.Start; i < range.End; i++)
        {
            // "Norland's armed forces", "the Union's court": whose they are is named, and so is what they are. "Union Court", where no party lists it
            // for a name, is still a court: the party's name alone would fit every mention of it.
            if (i == range.Start || !isThing || (words.IsCapital(i) && (actor.IsListed || i < range.End - 1)))
            {
                words.Rename(i, i == range.Start ? key : "");
            }
        }
    }
}
