using System.Globalization;
using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Chooses among the relations found, and says which stands inside the content of which.</summary>
internal static class Nesting
{
    /// <summary>Least probability of an outermost relation. Swept on 100 training articles of PolNeAR.</summary>
    public const double LeastOutermost = 0.5;

    /// <summary>Least probability of a relation inside another's content: there only certain cues are worth a line.</summary>
    public const double LeastNested = 0.95;

    /// <summary>The same for words that tell where somebody stands.</summary>
    public const double LeastNestedStance = 0.5;

    /// <summary>The attributions worth keeping, numbered in text order of their cues.</summary>
    public static IReadOnlyList<Attribution> Arrange(TokenColumns tokens, List<Relation> found)
    {
        List<(Relation Relation, int Parent)> kept = Choose(tokens, found);
        int[] numbers = new int[kept.Count];
        int[] order = [.. Enumerable.Range(0, kept.Count).OrderBy(i => kept[i].Relation.Cue.Start).ThenBy(i => i)];
        for (int n = 0; n < order.Length; n++)
        {
            numbers[order[n]] = n + 1;
        }

        var attributions = new List<Attribution>(kept.Count);
        foreach (int i in order)
        {
            (Relation relation, int parent) = kept[i];
            attributions.Add(ToAttribution(tokens, relation, Id(numbers[i]), parent < 0 ? null : Id(numbers[parent])));
        }

        return attributions;
    }

    /// <summary>Learned relations and longest contents first, so that whoever holds another is settled before it.</summary>
    public static List<(Relation Relation, int Parent)> Choose(TokenColumns tokens, List<Relation> found)
    {
        int[] holder = new int[tokens.Count];
        Array.Fill(holder, -1);
        bool[] isCue = new bool[tokens.Count];
        var contents = new HashSet<TokenRange>();
        var kept = new List<(Relation, int)>();
        foreach (Relation relation in found.OrderByDescending(r => r.IsLearned).ThenByDescending(r => r.ContentLength).ThenByDescending(r => r.Probability).ThenBy(r => r.Head))
        {
            int parent = holder[relation.Head];
            bool isInside = parent >= 0 || tokens.IsQuoted(relation.Head);
            bool isTaken = isCue[relation.Head] || (relation.Content[0].Length > 1 && contents.Contains(relation.Content[0]));
            if (isTaken || (!relation.IsLearned && relation.Probability < Least(relation, isInside)) || !HasWord(tokens, relation))
            {
                continue;
            }

            Relation inside = parent < 0 ? relation : Within(relation, kept[parent].Item1);
            foreach (TokenRange range in inside.Content)
            {
                holder.AsSpan(range.Start, range.Length).Fill(kept.Count);
                contents.Add(range);
            }

            isCue.AsSpan(relation.Cue.Start, relation.Cue.Length).Fill(true);
            kept.Add((inside, parent));
        }

        return kept;
    }

    /// <summary>What is told inside somebody's words ends where those words end; a content that lies outside them stays as it is.</summary>
    private static Relation Within(Relation relation, Relation holder)
    {
        List<TokenRange> inside = [];
        foreach (TokenRange range in relation.Content)
        {
            foreach (TokenRange around in holder.Content)
            {
                var common = new TokenRange(Math.Max(range.Start, around.Start), Math.Min(range.End, around.End));
                if (common.Start < common.End)
                {
                    inside.Add(common);
                }
            }
        }

        return inside.Count > 0 ? relation with { Content = inside } : relation;
    }

    /// <summary>A content of nothing but marks is none.</summary>
    private static bool HasWord(TokenColumns tokens, Relation relation)
    {
        foreach (TokenRange range in relation.Content)
        {
            for (int i = range.Start; i < range.End; i++)
            {
                if (char.IsLetterOrDigit(tokens.Word(i)[0]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double Least(Relation relation, bool isInside) =>
        !isInside ? LeastOutermost : relation.IsStance ? LeastNestedStance : LeastNested;

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"a{number}");

    private static Attribution ToAttribution(TokenColumns tokens, Relation relation, string id, string? parent)
    {
        Document document = tokens.Document;
        return new Attribution
        {
            Id = id,
            ParentId = parent,
            Kind = KindOf(tokens, relation),
            Type = relation.Type,
            Source = relation.Source.Length > 0 ? [document.SpanOf(relation.Source)] : [],
            Cue = [document.SpanOf(relation.Cue)],
            Content = [.. relation.Content.Select(range => Unmarked(tokens, range)).Where(span => !span.IsEmpty)],
            Confidence = relation.IsLearned ? relation.Probability : Reliability.Of(relation.Probability),
        };
    }

    private static AttributionKind KindOf(TokenColumns tokens, Relation relation)
    {
        bool anyQuoted = false;
        bool anyPlain = false;
        foreach (TokenRange range in relation.Content)
        {
            for (int i = range.Start; i < range.End; i++)
            {
                if (char.IsLetterOrDigit(tokens.Word(i)[0]))
                {
                    anyQuoted |= tokens.IsQuoted(i);
                    anyPlain |= !tokens.IsQuoted(i);
                }
            }
        }

        return !anyQuoted ? AttributionKind.Indirect : anyPlain ? AttributionKind.Mixed : AttributionKind.Direct;
    }

    /// <summary>The range without the quotation marks around the whole of it.</summary>
    private static TextSpan Unmarked(TokenColumns tokens, TokenRange range)
    {
        int start = range.Start;
        int end = range.End;
        bool opens = tokens[start] == WordClass.QuoteOpen;
        bool closes = tokens[end - 1] == WordClass.QuoteClose;
        bool isOne = tokens.QuotationOf(start) >= 0 && tokens.QuotationOf(start) == tokens.QuotationOf(end - 1);
        if (isOne)
        {
            start += opens ? 1 : 0;
            end -= closes && end - 1 > start ? 1 : 0;
        }

        return tokens.Document.SpanOf(new TokenRange(start, end));
    }
}
