using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>One cue with the tokens that may be its source or content, each seen from the cue.</summary>
internal sealed class CueSetting
{
    /// <summary>Tokens looked at on either side of a cue (research notes).</summary>
    private const int Reach = 130;

    /// <summary>Steps upwards before a path counts as far.</summary>
    private const int LongestPath = 24;

    private const uint FarArc = 0xFFFF;

    private readonly TokenFacts _facts;
    private readonly int[] _ancestors = new int[LongestPath];
    private readonly int _ancestorCount;

    /// <summary>Sees the paragraph from a cue.</summary>
    /// <param name="facts">The document.</param>
    /// <param name="paragraph">The cue's paragraph.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="cues">All cues of the paragraph in order, this one among them.</param>
    public CueSetting(TokenFacts facts, TokenRange paragraph, TokenRange cue, IReadOnlyList<TokenRange> cues)
    {
        _facts = facts;
        Cue = cue;
        Paragraph = paragraph;
        Window = new TokenRange(Math.Max(paragraph.Start, cue.Start - Reach), Math.Min(paragraph.End, cue.End + Reach));
        Head = facts.Tree.TopOf(cue);
        for (int i = Head; i >= 0 && _ancestorCount < LongestPath; i = facts.Tree.Head[i])
        {
            _ancestors[_ancestorCount++] = i;
        }

        Arcs = new uint[Window.Length];
        Commas = new byte[Window.Length];
        Marks = new byte[Window.Length];
        OtherCues = new byte[Window.Length];
        IsOtherCue = new bool[Window.Length];
        for (int i = Window.Start; i < Window.End; i++)
        {
            Arcs[i - Window.Start] = ArcOf(i);
        }

        MarkOtherCues(cues);
        Count(cue.Start - 1, -1);
        Count(cue.End, 1);
        RuleRoles = new byte[Window.Length];
        if (facts.Rules.Of(cue) is { } relation)
        {
            RuleStrength = (byte)(1 + RuleColumns.StepOf(relation));
            MarkRule(relation.Content, 1);
            MarkRule(relation.Source.Length > 0 ? [relation.Source] : [], 3);
        }
    }

    public TokenRange Cue { get; }

    public TokenRange Paragraph { get; }

    /// <summary>The tokens looked at; the arrays start at its first.</summary>
    public TokenRange Window { get; }

    /// <summary>The cue's token nearest to the root; without a parser its first.</summary>
    public int Head { get; }

    /// <summary>Path from the cue's head to each token, as a code.</summary>
    public uint[] Arcs { get; }

    /// <summary>Commas between cue and token, at most 3.</summary>
    public byte[] Commas { get; }

    /// <summary>Quotation marks between, at most 3.</summary>
    public byte[] Marks { get; }

    /// <summary>Other cues between, at most 2.</summary>
    public byte[] OtherCues { get; }

    /// <summary>Whether the token belongs to another cue.</summary>
    public bool[] IsOtherCue { get; }

    /// <summary>Role of each token in what the rules made of this cue: 0 none, 1 begins and 2 goes on with the content, 3 and 4 the source.</summary>
    public byte[] RuleRoles { get; }

    /// <summary>How sure the rules are, 1 to 5; 0 when they see no cue here.</summary>
    public byte RuleStrength { get; }

    /// <summary>Signed distance in steps: 0 inside the cue, odd before it, even after.</summary>
    public uint Distance(int token) =>
        token < Cue.Start ? (Step(Cue.Start - token) * 2) + 1 : token >= Cue.End ? (Step(token - Cue.End + 1) * 2) + 2 : 0;

    private static uint Step(int distance) => distance switch
    {
        <= 5 => (uint)distance,
        <= 8 => 6,
        <= 12 => 7,
        <= 20 => 8,
        <= 35 => 9,
        <= 60 => 10,
        _ => 11,
    };

    // Sentence offset for another sentence; else the arc below the lowest common ancestor, and the arc of the cue's own way up to it.
    private uint ArcOf(int token)
    {
        int offset = _facts.Quotes.Sentence[token] - _facts.Quotes.Sentence[Head];
        if (offset != 0)
        {
            return 0x10000u + (uint)(Math.Clamp(offset, -3, 3) + 3);
        }

        uint side = token < Head ? 1u : 0;
        if (_facts.Tree.IsEmpty)
        {
            return side;
        }

        int below = -1;
        int at = token;
        for (int steps = 0; steps < LongestPath && at >= 0; steps++)
        {
            int level = Array.IndexOf(_ancestors, at, 0, _ancestorCount);
            if (level >= 0)
            {
                uint down = below < 0 ? 0u : _facts.Tree.Relation[below];
                uint up = level == 0 ? 0u : _facts.Tree.Relation[_ancestors[level - 1]];
                return side | ((uint)Math.Min(level, 3) << 1) | (down << 3) | (up << 11);
            }

            below = at;
            at = _facts.Tree.Head[at];
        }

        return FarArc << 3 | side;
    }

    private void MarkOtherCues(IReadOnlyList<TokenRange> cues)
    {
        for (int n = FirstEndingAfter(cues, Window.Start); n < cues.Count && cues[n].Start < Window.End; n++)
        {
            if (cues[n] != Cue)
            {
                int start = Math.Max(cues[n].Start, Window.Start) - Window.Start;
                IsOtherCue.AsSpan(start, Math.Min(cues[n].End, Window.End) - Window.Start - start).Fill(true);
            }
        }
    }

    private static int FirstEndingAfter(IReadOnlyList<TokenRange> cues, int token)
    {
        int low = 0;
        int high = cues.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = cues[middle].End <= token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void MarkRule(IReadOnlyList<TokenRange> ranges, byte role)
    {
        foreach (TokenRange range in ranges)
        {
            for (int i = Math.Max(range.Start, Window.Start); i < Math.Min(range.End, Window.End); i++)
            {
                RuleRoles[i - Window.Start] = i == range.Start ? role : (byte)(role + 1);
            }
        }
    }

    private void Count(int from, int step)
    {
        int commas = 0;
        int marks = 0;
        int cues = 0;
        for (int i = from; i >= Window.Start && i < Window.End; i += step)
        {
            int slot = i - Window.Start;
            Commas[slot] = (byte)Math.Min(commas, 3);
            Marks[slot] = (byte)Math.Min(marks, 3);
            OtherCues[slot] = (byte)Math.Min(cues, 2);
            commas += _facts.Tokens[i] == WordClass.Comma ? 1 : 0;
            marks += _facts.Tokens[i] is WordClass.QuoteOpen or WordClass.QuoteClose ? 1 : 0;
            bool leavesCue = IsOtherCue[slot] && (i == from || !IsOtherCue[slot - step]);
            cues += leavesCue ? 1 : 0;
        }
    }
}
