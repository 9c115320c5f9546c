using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Step three: from the readings of a paragraph's cues to relations.</summary>
internal static class Linker
{
    /// <summary>An empty source takes the run around its best token from this probability on (research notes).</summary>
    private const float LeastSource = 0.2f;

    /// <summary>The relations of the readings; a cue without content is dropped.</summary>
    public static IEnumerable<Relation> Link(TokenColumns tokens, IReadOnlyList<PartReading> readings, Calibration calibration)
    {
        var owners = new ContentOwners(readings);
        for (int number = 0; number < readings.Count; number++)
        {
            PartReading reading = readings[number];
            List<TokenRange> content = ContentOf(tokens, reading, owners, number);
            if (content.Count > 0)
            {
                TokenRange source = SourceOf(reading);
                int head = HeadOf(tokens, reading.Setting.Cue, reading.Setting.Head);
                CueForm? form = CueLexicon.English.Find(tokens.Word(head));
                yield return new Relation(
                    head, reading.Setting.Cue, source, content, form?.Type ?? AttributionType.Statement, calibration.Of(ScoreOf(reading, source, content)))
                {
                    IsLearned = true,
                    IsHeld = owners.IsHeld(number),
                    IsStance = form?.IsStance ?? false,
                };
            }
        }
    }

    /// <summary>The cue's word the lexicon knows: nearest to the root if it is known, else the last known one.</summary>
    private static int HeadOf(TokenColumns tokens, TokenRange cue, int top)
    {
        if (CueLexicon.English.Find(tokens.Word(top)) is not null)
        {
            return top;
        }

        for (int i = cue.End - 1; i >= cue.Start; i--)
        {
            if (CueLexicon.English.Find(tokens.Word(i)) is not null)
            {
                return i;
            }
        }

        return top;
    }

    private static List<TokenRange> ContentOf(TokenColumns tokens, PartReading reading, ContentOwners owners, int number)
    {
        TokenRange window = reading.Setting.Window;
        var pieces = new List<TokenRange>();
        int start = -1;
        for (int slot = 0; slot <= window.Length; slot++)
        {
            bool isContent = slot < window.Length && owners.Gets(number, window.Start + slot);
            if (isContent && start < 0)
            {
                start = slot;
            }
            else if (!isContent && start >= 0)
            {
                Add(tokens, pieces, new TokenRange(window.Start + start, window.Start + slot));
                start = -1;
            }
        }

        return pieces;
    }

    /// <summary>A piece without a word is a stray mark.</summary>
    private static void Add(TokenColumns tokens, List<TokenRange> pieces, TokenRange piece)
    {
        for (int i = piece.Start; i < piece.End; i++)
        {
            if (char.IsLetterOrDigit(tokens.Word(i)[0]))
            {
                pieces.Add(piece);
                return;
            }
        }
    }

    /// <summary>The longest run labeled source; without one, the run around the most probable token if that is probable enough.</summary>
    private static TokenRange SourceOf(PartReading reading)
    {
        int length = reading.Setting.Window.Length;
        TokenRange best = default;
        int peak = -1;
        for (int slot = 0; slot < length; slot++)
        {
            int end = slot;
            while (end < length && MayBeSource(reading, end) && reading.IsSource(end))
            {
                end++;
            }

            best = end - slot > best.Length ? new TokenRange(slot, end) : best;
            bool isPeak = MayBeSource(reading, slot) && (peak < 0 || reading.SourceAt(slot) > reading.SourceAt(peak));
            peak = isPeak ? slot : peak;
            slot = Math.Max(slot, end - 1);
        }

        if (best.Length == 0 && peak >= 0 && reading.SourceAt(peak) > LeastSource)
        {
            best = RunAround(reading, peak);
        }

        int from = reading.Setting.Window.Start;
        return best.Length == 0 ? default : new TokenRange(best.Start + from, best.End + from);
    }

    private static TokenRange RunAround(PartReading reading, int peak)
    {
        float least = reading.SourceAt(peak) / 2;
        int start = peak;
        int end = peak + 1;
        while (start > 0 && MayBeSource(reading, start - 1) && reading.SourceAt(start - 1) > least)
        {
            start--;
        }

        while (end < reading.Setting.Window.Length && MayBeSource(reading, end) && reading.SourceAt(end) > least)
        {
            end++;
        }

        return new TokenRange(start, end);
    }

    private static bool MayBeSource(PartReading reading, int slot) =>
        !reading.Setting.IsOtherCue[slot] && !reading.Setting.Cue.Contains(reading.Setting.Window.Start + slot);

    /// <summary>Probability of the cue times the mean probability of its source and content tokens.</summary>
    private static double ScoreOf(PartReading reading, TokenRange source, List<TokenRange> content)
    {
        int from = reading.Setting.Window.Start;
        double sum = 0;
        int count = 0;
        for (int i = source.Start; i < source.End; i++)
        {
            sum += reading.SourceAt(i - from);
            count++;
        }

        foreach (TokenRange piece in content)
        {
            for (int i = piece.Start; i < piece.End; i++)
            {
                sum += reading.ContentAt(i - from);
                count++;
            }
        }

        return reading.Probability * sum / count;
    }
}
