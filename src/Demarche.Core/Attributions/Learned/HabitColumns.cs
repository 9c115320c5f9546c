using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Nearest likely cue heads of each token and the strongest of each sentence.</summary>
internal sealed class HabitColumns
{
    /// <summary>Least step of a likely head: a fifth of its occurrences.</summary>
    public const int Likely = 3;

    public HabitColumns(Document document, byte[] habits, byte[] quoteStates)
    {
        int count = habits.Length;
        Left = new int[count];
        Right = new int[count];
        Strongest = new byte[document.Sentences.Length];
        for (int s = 0; s < Strongest.Length; s++)
        {
            TokenRange sentence = document.Sentences[s];
            int nearest = -1;
            for (int i = sentence.Start; i < sentence.End; i++)
            {
                Left[i] = nearest;
                bool isOutside = quoteStates[i] == 0;
                nearest = isOutside && habits[i] >= Likely ? i : nearest;
                Strongest[s] = isOutside ? Math.Max(Strongest[s], habits[i]) : Strongest[s];
            }

            nearest = -1;
            for (int i = sentence.End - 1; i >= sentence.Start; i--)
            {
                Right[i] = nearest;
                nearest = quoteStates[i] == 0 && habits[i] >= Likely ? i : nearest;
            }
        }
    }

    /// <summary>Nearest likely head before each token in its sentence and outside quotation marks; -1 for none.</summary>
    public int[] Left { get; }

    /// <summary>Nearest one after it.</summary>
    public int[] Right { get; }

    /// <summary>Highest step outside quotation marks, a sentence.</summary>
    public byte[] Strongest { get; }
}
