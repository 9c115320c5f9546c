using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Parties;

/// <summary>Finds every place of a text that names an actor.</summary>
internal static class ActorScanner
{
    // "Valdorian" + "deputy finance ministry spokesman": so many words may follow a party's name and still belong to it.
    private const int LongestTail = 5;

    /// <summary>The mentions among <paramref name="words"/>, in text order, none overlapping.</summary>
    public static List<ActorMention> Scan(MentionReader reader, string text, List<NameWord> words, DateOnly? day, Document? document)
    {
        var mentions = new List<ActorMention>();
        List<NameHit> hits = reader.Hits(text, words, 0, words.Count, day);
        int done = 0;
        for (int h = 0; h < hits.Count; h++)
        {
            NameHit hit = hits[h];
            if (hit.Start < done)
            {
                continue;
            }

            int limit = h + 1 < hits.Count ? hits[h + 1].Start : words.Count;
            int end = hit.Name.Kind == NameKind.Person ? hit.End : EndOfVoice(text, words, hit.End, limit, document);
            ActorMatch? match = end > hit.End ? reader.Read(text, words, hit.Start, end, day) : null;
            if (match is null)
            {
                end = hit.End;
                match = NamesNobody(text, words, hit) ? null : hit.Name.ToMatch();
            }

            // "Valdorian President Anna Berg" is one mention, the person's.
            bool titleOnly = h + 1 < hits.Count && hits[h + 1].Start == end && hits[h + 1].Name.Kind == NameKind.Person
                && words[end].Gap == WordGap.Space && !words[end - 1].IsPossessive;
            if (match is not null && !titleOnly)
            {
                mentions.Add(new ActorMention(
                    new TextSpan(words[hit.Start].Span.Start, words[end - 1].Span.End), match, words[end - 1].IsPossessive));
                done = end;
            }
        }

        return mentions;
    }

    private static int EndOfVoice(string text, List<NameWord> words, int start, int limit, Document? document)
    {
        int end = start;
        for (int i = start; i < limit && i < start + LongestTail && words[i].Gap == WordGap.Space; i++)
        {
            ReadOnlySpan<char> word = words[i].Span.SliceOf(text);
            if (NounPhrase.EndsHead(word) || NounPhrase.OpensAnother(word) || word is "and" or "or" || IsFiniteVerb(document, words[i].Span))
            {
                break;
            }

            if (VoiceNouns.KindOf(word) is not null and not VoiceNoun.Text)
            {
                end = i + 1;
            }
        }

        List<Office> offices = Offices.Find(text, words, start, Math.Min(limit, start + LongestTail));
        return offices.Count > 0 && offices[0].Start == start && words[start].Gap == WordGap.Space ? Math.Max(end, offices[0].End) : end;
    }

    // "Norland sent envoys": the envoys are no part of the name before the verb.
    private static bool IsFiniteVerb(Document? document, TextSpan word)
    {
        if (document is null || document.Syntax.IsEmpty)
        {
            return false;
        }

        TokenRange tokens = document.TokensOf(word);
        return tokens.Length == 1 && document.Syntax.Xpos(tokens.Start) is "VBD" or "VBZ" or "VBP" or "VB" or "MD";
    }

    private static bool NamesNobody(string text, List<NameWord> words, NameHit hit)
    {
        if (hit.Name.Kind == NameKind.Adjective || hit.Name.IsWholeOnly)
        {
            return true;
        }

        if (hit.Name.Kind is not (NameKind.Country or NameKind.Seat))
        {
            return false;
        }

        bool place = hit.Start > 0 && words[hit.Start].Gap == WordGap.Space
            && NounPhrase.IsPlacePreposition(words[hit.Start - 1].Span.SliceOf(text));
        return place || IsPartOfLongerName(text, words, hit);
    }

    // "Moscow Times", "George Washington": capitals and ambiguous states inside other names.
    private static bool IsPartOfLongerName(string text, List<NameWord> words, NameHit hit)
    {
        bool after = hit.End < words.Count && words[hit.End].Gap == WordGap.Space && !words[hit.End - 1].IsPossessive
            && char.IsUpper(text[words[hit.End].Span.Start]);
        return after && hit.Name.Kind == NameKind.Seat;
    }
}
