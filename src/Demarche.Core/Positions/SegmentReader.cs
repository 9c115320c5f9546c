using Demarche.Core.Attributions;
using Demarche.Core.Positions.Wording;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions;

/// <summary>Cuts a text by sentence and by voice.</summary>
internal static class SegmentReader
{
    /// <summary>The segments of <paramref name="document"/> in text order, those of a sentence together; furniture is left out.</summary>
    public static List<List<Segment>> Read(
        CodedText text, Document document, IReadOnlyList<Attribution> attributions, IReadOnlyList<Furniture> furniture)
    {
        int[] voices = VoicesOf(text.Words, attributions, furniture);
        var sentences = new List<List<Segment>>();
        foreach (TokenRange tokens in document.Sentences)
        {
            WordRange sentence = text.Words.RangeOf(document.SpanOf(tokens));
            var segments = new List<Segment>();
            int start = sentence.Start;
            for (int i = sentence.Start + 1; i <= sentence.End; i++)
            {
                if (i < sentence.End && voices[i] == voices[start])
                {
                    continue;
                }

                if (voices[start] >= Narrator)
                {
                    Attribution? voice = voices[start] == Narrator ? null : attributions[voices[start]];
                    segments.Add(new Segment(new WordRange(start, i), sentence, voice));
                }

                start = i;
            }

            if (segments.Count > 0)
            {
                sentences.Add(segments);
            }
        }

        return sentences;
    }

    private const int Narrator = -1;
    private const int NotRead = -2;

    /// <summary>Words from an obligation to a second verb under it, at most.</summary>
    private const int JoinReach = 24;

    /// <summary>Index of the innermost attribution for each word. Every word is written once, so deep nesting costs no more than text.</summary>
    private static int[] VoicesOf(WordText words, IReadOnlyList<Attribution> attributions, IReadOnlyList<Furniture> furniture)
    {
        int[] voices = new int[words.Count];
        Array.Fill(voices, Narrator);
        int[] free = [.. Enumerable.Range(0, words.Count + 1)];
        foreach (Furniture piece in furniture)
        {
            Lay(words, voices, free, piece.Span, NotRead);
        }

        // The shortest content first: what is still free after it belongs to a longer one. Of two equal ones the later wins.
        foreach (int index in Enumerable.Range(0, attributions.Count).Where(i => !IsSupposed(words, attributions, attributions[i]) && !IsUnsourced(words, attributions[i]) && !IsPassive(words, attributions[i]) && !IsAside(words, attributions[i])
            && !IsMark(words, attributions[i]))
            .OrderBy(i => attributions[i].Content.Sum(s => s.Length)).ThenByDescending(i => i))
        {
            foreach (TextSpan span in attributions[index].Content)
            {
                Lay(words, voices, free, span, index);
            }
        }

        LayJoined(words, attributions, voices, free);
        return voices;
    }

    /// <summary>"Norland must see reason and | be ready to lift it", Orsk said: what is asked of one in the second place stays with whoever asks for the first.</summary>
    private static void LayJoined(WordText words, IReadOnlyList<Attribution> attributions, int[] voices, int[] free)
    {
        foreach (Attribution joined in attributions.Where(a => IsJoinedObligation(words, words.RangeOf(a.Cue[0]))))
        {
            int link = words.RangeOf(joined.Cue[0]).Start - 1;
            if (link > 0 && voices[link - 1] >= 0)
            {
                Lay(words, voices, free, new TextSpan(words.Span(link).Start, joined.Content[^1].End), voices[link - 1]);
            }
        }
    }

    /// <summary>"Norland | is opposed | to it", taken apart with no source: who stands before the cue in its content is no content, and the text tells the stance.</summary>
    private static bool IsUnsourced(WordText words, Attribution attribution) =>
        attribution is { Type: AttributionType.Attitude, Source.Count: 0, Content.Count: > 1 }
        && attribution.Content[0].End <= attribution.Cue[0].Start && attribution.Content[^1].Start >= attribution.Cue[0].End
        && words.RangeOf(attribution.Content[0]).End == words.RangeOf(attribution.Cue[0]).Start;

    /// <summary>"This is, we believe, a mistake": what stands between commas takes nothing out of the words around it, which are the same speaker's.</summary>
    private static bool IsAside(WordText words, Attribution attribution)
    {
        if (attribution is not { Type: AttributionType.Attitude, ParentId: not null, Source: [var source] })
        {
            return false;
        }

        int start = words.RangeOf(source).Start;
        WordRange cue = words.RangeOf(attribution.Cue[0]);
        return words.Key(start) is "we" or "i" && cue.Start == start + 1 && start > 0 && words.Key(start - 1) == "," && cue.End < words.Count && words.Key(cue.End) == ",";
    }

    /// <summary>"The levy | was branded | illegal by Norland": what is told stands around the cue, and only the whole shows the verdict and whose it is; the text tells it.</summary>
    private static bool IsPassive(WordText words, Attribution attribution)
    {
        if (attribution is not { Type: AttributionType.Statement, Kind: not AttributionKind.Direct, Content.Count: > 1 })
        {
            return false;
        }

        WordRange cue = words.RangeOf(attribution.Cue[0]);
        return cue.Length > 1 && words.RangeOf(attribution.Content[0]).End == cue.Start && words.RangeOf(attribution.Content[^1]).Start == cue.End
            && words.Key(cue.Start) is "is" or "are" or "was" or "were" or "be" or "been" or "has" or "have" or "had" or "will" or "would" or "must" or "should" or "could" or "can" or "cannot" or "may" or "might";
    }

    /// <summary>"• | introduce | a toll": the dot before a member of a list says nothing.</summary>
    private static bool IsMark(WordText words, Attribution attribution) =>
        attribution.Source is [var source] && words.RangeOf(source) is { Length: 1 } range && !words.IsWord(range.Start);

    /// <summary>"If Norland wants peace ...", "Norland must agree to ...": what is supposed or asked of one is not what one says; it stays with whoever supposes it.</summary>
    private static bool IsSupposed(WordText words, IReadOnlyList<Attribution> attributions, Attribution attribution)
    {
        if (attribution.Source.Count == 0)
        {
            return false;
        }

        int source = words.RangeOf(attribution.Source[0]).Start;
        source -= source > 0 && words.Key(source - 1) is "the" ? 1 : 0;
        WordRange cue = words.RangeOf(attribution.Cue[0]);
        if (attribution.Type == AttributionType.Attitude && IsNobody(words, words.RangeOf(attribution.Source[0])))
        {
            // "Nobody wants this", "no pilot wants this": what all or none want is the teller's view.
            return true;
        }

        // "We should be talking of peace": what speakers ask of themselves they say.
        bool isOwn = attribution.Type == AttributionType.Statement && words.Key(source) is "we" or "i";
        bool asked = !isOwn && cue.Start > source && (IsObligation(words, cue.Start) || IsObligation(words, cue.Start - 1) || IsJoinedObligation(words, cue));
        bool supposed = source > 0 && words.Key(source - 1) is "if" or "unless" or "whether" or "onc";
        return asked || supposed
            || attributions.Any(a => a.Id == attribution.ParentId && a != attribution && a.Source.SequenceEqual(attribution.Source) && IsSupposed(words, attributions, a));
    }

    private static bool IsNobody(WordText words, WordRange source) =>
        words.Key(source.Start) == "no" || words.SpanOf(source).Of(words.Text).ToLowerInvariant() is "nobody" or "everybody" or "everyone" or "anybody" or "anyone";

    private static bool IsObligation(WordText words, int at) =>
        words.Key(at) is "must" or "should" or "ought" || (words.Key(at) is "has" or "have" or "need" && at + 1 < words.Count && words.Key(at + 1) == "to");

    /// <summary>"must see reason and | be ready": a bare infinitive goes on with the nearest verb before it that takes one.</summary>
    private static bool IsJoinedObligation(WordText words, WordRange cue)
    {
        int at = cue.Start - 1;
        if (at < 1 || words.Key(at) is not ("and" or "or") || words.Span(cue.Start).Of(words.Text) != "be")
        {
            return false;
        }

        int floor = Math.Max(0, at - JoinReach);
        while (at > floor && !IsObligation(words, at) && words.Key(at) is not ("." or "to" or "will" or "would" or "can" or "could" or "may" or "might" or "shall"))
        {
            at--;
        }

        return IsObligation(words, at) || (at > 0 && words.Key(at) == "to" && IsObligation(words, at - 1));
    }

    private static void Lay(WordText words, int[] voices, int[] free, TextSpan span, int voice)
    {
        WordRange range = words.RangeOf(span);
        for (int i = NextFree(free, range.Start); i < range.End; i = NextFree(free, i))
        {
            voices[i] = voice;
            free[i] = i + 1;
        }
    }

    // Union-find over the words already taken: each points past itself, and paths are halved on the way.
    private static int NextFree(int[] free, int at)
    {
        while (free[at] != at)
        {
            free[at] = free[free[at]];
            at = free[at];
        }

        return at;
    }
}
