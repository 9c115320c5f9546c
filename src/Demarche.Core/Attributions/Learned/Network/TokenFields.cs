using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>What the network sees of each token of a text: numbers of values, one of each kind, and the word's vector.</summary>
internal sealed class TokenFields
{
    private const int Shapes = 128;
    private const int Tags = 128;
    private const int Relations = 96;
    private const int NoHead = 0;

    /// <summary>Steps upwards in search of a likely cue.</summary>
    private const int Highest = 8;

    public TokenFields(TokenFacts facts, NetworkVocabulary vocabulary, WordVectors vectors)
    {
        Vectors = new int[facts.Lemma.Length];
        for (int i = 0; i < Vectors.Length; i++)
        {
            Vectors[i] = vectors.IndexOf(facts.Tokens.Word(i));
            Fill(facts, vocabulary, i);
        }
    }

    /// <summary>Ids of all tokens, one row of <see cref="SizesOf"/> a token.</summary>
    public List<int> Ids { get; } = [];

    /// <summary>Index of each word among the word vectors; -1 for none.</summary>
    public int[] Vectors { get; }

    /// <summary>Kinds of values: how many, and how long their vectors are.</summary>
    public static (int Values, int Columns)[] SizesOf(NetworkVocabulary vocabulary) =>
    [
        (vocabulary.Words.Length + 1, 32), (vocabulary.Words.Length + 2, 16), (vocabulary.Suffixes.Length + 1, 12), (Shapes, 8),
        (Tags, 16), (Relations, 16), (Tags, 8), (Relations, 8), (32, 8),
        (32, 8), (64, 6), (150, 8),
        (6, 6), (7, 4), (350, 6), (64, 6), (64, 6),
        (Relations, 8), (64, 6), (40, 10), (64, 8), (512, 12),
    ];

    private void Fill(TokenFacts facts, NetworkVocabulary vocabulary, int i)
    {
        TreeColumns tree = facts.Tree;
        int head = tree.Head[i];
        Ids.Add(vocabulary.WordOf(facts.Lemma[i]));
        Ids.Add(head < 0 ? vocabulary.Words.Length + 1 : vocabulary.WordOf(facts.Lemma[head]));
        Ids.Add(vocabulary.SuffixOf(facts.Suffix[i]));
        Ids.Add((int)(facts.Shape[i] % Shapes));
        Ids.Add(facts.Tag[i]);
        Ids.Add(tree.Relation[i]);
        Ids.Add(head < 0 ? Tags - 1 : facts.Tag[head]);
        Ids.Add(head < 0 ? NoHead : tree.Relation[head]);
        Ids.Add(head < 0 ? 0 : head < i ? 1 + QuoteColumns.Bucket(i - head) : 9 + QuoteColumns.Bucket(head - i));
        AddQuotes(facts, i);
        AddHabits(facts, i, head);
        AddAncestor(facts, i);
        Ids.Add((facts.Rules.Role[i] * 5) + facts.Rules.Strength[i]);
        Ids.Add((int)facts.Tokens[i]);
        Ids.Add((int)(unchecked((uint)tree.Children[i] * 0x9E3779B1u) >> 23));
    }

    private void AddQuotes(TokenFacts facts, int i)
    {
        QuoteColumns quotes = facts.Quotes;
        Ids.Add((quotes.State[i] * 5) + (int)QuoteTemplates.Openness(facts, i));
        Ids.Add((quotes.SinceOpen[i] * 8) + quotes.ToClose[i]);
        Ids.Add((((Share(quotes, i, 0) * 5) + Share(quotes, i, -1)) * 5) + Share(quotes, i, 1));
    }

    private static int Share(QuoteColumns quotes, int i, int offset) => Math.Min(4, (int)quotes.ShareAt(i, offset));

    private void AddHabits(TokenFacts facts, int i, int head)
    {
        HabitColumns habits = facts.Habits;
        int sentence = facts.Quotes.Sentence[i];
        int before = sentence > 0 ? habits.Strongest[sentence - 1] : 6;
        int after = sentence + 1 < habits.Strongest.Length ? habits.Strongest[sentence + 1] : 6;
        Ids.Add(facts.Habit[i]);
        Ids.Add(head < 0 ? 6 : facts.Habit[head]);
        Ids.Add((((habits.Strongest[sentence] * 7) + before) * 7) + after);
        foreach (int nearest in (ReadOnlySpan<int>)[habits.Left[i], habits.Right[i]])
        {
            Ids.Add(nearest < 0 ? 0 : 1 + (QuoteColumns.Bucket(Math.Abs(nearest - i)) * 6) + facts.Habit[nearest]);
        }
    }

    // The nearest likely cue above the token, by the arc below it.
    private void AddAncestor(TokenFacts facts, int i)
    {
        TreeColumns tree = facts.Tree;
        int below = i;
        int above = tree.Head[i];
        int steps = 0;
        while (above >= 0 && steps < Highest && facts.Habit[above] < HabitColumns.Likely)
        {
            below = above;
            above = tree.Head[above];
            steps++;
        }

        bool isThere = above >= 0 && facts.Habit[above] >= HabitColumns.Likely;
        Ids.Add(isThere ? tree.Relation[below] : 0);
        Ids.Add(isThere ? 1 + (steps * 4) + (i < above ? 1 : 0) + (below < above ? 2 : 0) : 0);
    }
}
