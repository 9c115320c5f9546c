using Demarche.Nlp;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned;

/// <summary>
/// What the feature templates read of a document: columns over its tokens, small numbers and hashes only. Without a language model
/// the word classes of the rules stand in for tags, and there are no heads.
/// </summary>
internal sealed class TokenFacts
{
    /// <summary>Value of a column before the start and after the end of a paragraph.</summary>
    private const uint Border = 0xB0;

    /// <summary>Reads the columns.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="syntax">Its tags and dependencies, or none of them.</param>
    /// <param name="ruled">What the rules found.</param>
    /// <param name="habits">How often words head a cue.</param>
    /// <param name="vectors">What words mean; null for a view without their classes.</param>
    public TokenFacts(TokenColumns tokens, Syntax syntax, List<Relation> ruled, CueHabits habits, WordVectors? vectors)
    {
        Tokens = tokens;
        int count = tokens.Count;
        Lower = new uint[count];
        Lemma = new uint[count];
        Suffix = new uint[count];
        Shape = new uint[count];
        Tag = new byte[count];
        Coarse = new byte[count];
        Habit = new byte[count];
        Classes = vectors is null ? null : new ClassColumns(tokens, vectors);
        for (int i = 0; i < count; i++)
        {
            var word = new WordHashes(tokens.Word(i));
            Lower[i] = word.Lower;
            Suffix[i] = word.Suffix3;
            Shape[i] = word.Shape;
            Lemma[i] = syntax.IsEmpty ? word.Lower : FeatureHash.Of(syntax.Lemmas[i]);
            Tag[i] = syntax.IsEmpty ? (byte)tokens[i] : syntax.XposTags[i];
            Coarse[i] = syntax.IsEmpty ? (byte)tokens[i] : syntax.UposTags[i];
            Habit[i] = habits.Of(HabitKey(i));
        }

        Tree = new TreeColumns(tokens.Count, syntax);
        Quotes = new QuoteColumns(tokens);
        Rules = new RuleColumns(tokens, ruled);
        Habits = new HabitColumns(tokens.Document, Habit, Quotes.State);
    }

    public TokenColumns Tokens { get; }

    /// <summary>Hash of the word in lower case.</summary>
    public uint[] Lower { get; }

    /// <summary>Hash of the dictionary form.</summary>
    public uint[] Lemma { get; }

    /// <summary>Hash of the last three characters.</summary>
    public uint[] Suffix { get; }

    /// <summary>Hash of the kinds of characters.</summary>
    public uint[] Shape { get; }

    /// <summary>Penn tag.</summary>
    public byte[] Tag { get; }

    /// <summary>Universal part of speech.</summary>
    public byte[] Coarse { get; }

    /// <summary>How often the word heads a cue: 0 (hardly ever) to 5.</summary>
    public byte[] Habit { get; }

    /// <summary>Classes of words of like use; null without word vectors.</summary>
    public ClassColumns? Classes { get; }

    public TreeColumns Tree { get; }

    public QuoteColumns Quotes { get; }

    public HabitColumns Habits { get; }

    public RuleColumns Rules { get; }

    /// <summary>What <see cref="CueHabits"/> knows a word by.</summary>
    public uint HabitKey(int token) => FeatureHash.Of(0, Lemma[token], Coarse[token]);

    public static uint At(uint[] column, int index, TokenRange paragraph) =>
        index < paragraph.Start || index >= paragraph.End ? Border : column[index];

    public static uint At(ushort[] column, int index, TokenRange paragraph) =>
        index < paragraph.Start || index >= paragraph.End ? ushort.MaxValue : column[index];

    public static uint At(byte[] column, int index, TokenRange paragraph) =>
        index < paragraph.Start || index >= paragraph.End ? Border : column[index];
}
