using Demarche.Core.Reading.Sameness;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons;

/// <summary>What was taken from a text and what was put in its place, word by word; case and punctuation passed over.</summary>
/// <remarks>The shortest list of changes (E. Myers, "An O(ND) difference algorithm and its variations", 1986).</remarks>
public static class TextDifference
{
    // Memory grows with the square of the changes, time with changes times words. Above this a text was written anew.
    private const int MostChanges = 1500;

    /// <summary>The changes from <paramref name="before"/> to <paramref name="after"/>, in text order; empty when every word is the same.</summary>
    public static IReadOnlyList<RevisedWords> Between(string before, string after)
    {
        TextWords old = TextWords.Of(before);
        TextWords now = TextWords.Of(after);
        int head = 0;
        int least = Math.Min(old.Words.Count, now.Words.Count);
        while (head < least && old.Words[head] == now.Words[head])
        {
            head++;
        }

        int tail = 0;
        while (tail < least - head && old.Words[^(tail + 1)] == now.Words[^(tail + 1)])
        {
            tail++;
        }

        var middle = new Middle(old, now, head, old.Words.Count - tail, now.Words.Count - tail);
        return Join(middle.Changes(MostChanges), old, now);
    }

    private static List<RevisedWords> Join(List<(int OldStart, int OldEnd, int NewStart, int NewEnd)> changes, TextWords old, TextWords now) =>
        [.. changes.Select(change => new RevisedWords(Span(old, change.OldStart, change.OldEnd), Span(now, change.NewStart, change.NewEnd)))];

    // An empty stretch stands where the words would be: behind the word before it.
    private static TextSpan Span(TextWords text, int start, int end) =>
        end > start ? new TextSpan(text.Starts[start], text.Ends[end - 1])
        : start > 0 ? new TextSpan(text.Ends[start - 1], text.Ends[start - 1])
        : new TextSpan(0, 0);

    /// <summary>The part of two texts between their common beginning and end, as ranges of word indexes.</summary>
    private sealed class Middle(TextWords old, TextWords now, int head, int oldEnd, int newEnd)
    {
        private int OldCount => oldEnd - head;

        private int NewCount => newEnd - head;

        public List<(int OldStart, int OldEnd, int NewStart, int NewEnd)> Changes(int most)
        {
            if (OldCount == 0 && NewCount == 0)
            {
                return [];
            }

            return Forward(most) is { } trace ? Backward(trace) : [(head, oldEnd, head, newEnd)];
        }

        /// <summary>The furthest places reached with 0, 1, 2, ... changes on each diagonal; null when more than <paramref name="most"/> are needed.</summary>
        private List<int[]>? Forward(int most)
        {
            int bound = Math.Min(most, OldCount + NewCount);
            var reached = new int[(2 * bound) + 3];
            var trace = new List<int[]>();
            for (int changes = 0; changes <= bound; changes++)
            {
                for (int diagonal = -changes; diagonal <= changes; diagonal += 2)
                {
                    int at = diagonal + bound + 1;
                    int x = diagonal == -changes || (diagonal != changes && reached[at - 1] < reached[at + 1]) ? reached[at + 1] : reached[at - 1] + 1;
                    int y = x - diagonal;
                    while (x < OldCount && y < NewCount && y >= 0 && old.Words[head + x] == now.Words[head + y])
                    {
                        x++;
                        y++;
                    }

                    reached[at] = x;
                    if (x >= OldCount && y >= NewCount)
                    {
                        trace.Add(Part(reached, bound, changes));
                        return trace;
                    }
                }

                trace.Add(Part(reached, bound, changes));
            }

            return null;
        }

        private static int[] Part(int[] reached, int bound, int changes) => reached[(bound - changes)..(bound + changes + 3)];

        private List<(int OldStart, int OldEnd, int NewStart, int NewEnd)> Backward(List<int[]> trace)
        {
            var changes = new List<(int OldStart, int OldEnd, int NewStart, int NewEnd)>();
            int x = OldCount;
            int y = NewCount;
            for (int count = trace.Count - 1; count > 0; count--)
            {
                // The row before holds diagonals -(count - 1) - 1 to (count - 1) + 1, the first of them at index 0.
                int[] before = trace[count - 1];
                int diagonal = x - y;
                int at = diagonal + count;
                bool isAdded = diagonal == -count || (diagonal != count && before[at - 1] < before[at + 1]);
                int fromDiagonal = isAdded ? diagonal + 1 : diagonal - 1;
                int fromX = before[fromDiagonal + count];
                int fromY = fromX - fromDiagonal;
                int startX = isAdded ? fromX : fromX + 1;
                int startY = isAdded ? fromY + 1 : fromY;
                Prepend(changes, (head + fromX, head + startX, head + fromY, head + startY));
                x = fromX;
                y = fromY;
            }

            changes.Reverse();
            return changes;
        }

        /// <summary>Adds a change that stands before all others; one that touches the first of them is joined with it.</summary>
        private static void Prepend(
            List<(int OldStart, int OldEnd, int NewStart, int NewEnd)> changes, (int OldStart, int OldEnd, int NewStart, int NewEnd) change)
        {
            if (changes.Count > 0 && changes[^1].OldStart == change.OldEnd && changes[^1].NewStart == change.NewEnd)
            {
                changes[^1] = (change.OldStart, changes[^1].OldEnd, change.NewStart, changes[^1].NewEnd);
            }
            else
            {
                changes.Add(change);
            }
        }
    }
}

/// <summary>Words that were taken out and words that stand in their place; one of both may be empty.</summary>
/// <param name="Before">Their place in the older text.</param>
/// <param name="After">Their place in the newer text.</param>
public readonly record struct RevisedWords(TextSpan Before, TextSpan After);
