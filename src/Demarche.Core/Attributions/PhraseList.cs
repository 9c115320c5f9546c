using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>A list inside a sentence: "a truce, an exchange of captives and talks", "to lower it, to open two gates and not to sue".</summary>
/// <param name="Borders">Tokens between its members, in text order: commas or semicolons, last an "and" or "or".</param>
/// <param name="End">Token behind its last member.</param>
/// <param name="IsEven">Whether its members are alike, all infinitives, all in -ing or all things: only then what one holds surely ends before the next.</param>
internal sealed record PhraseList(IReadOnlyList<int> Borders, int End, bool IsEven)
{
    /// <summary>Most members after the first, and tokens of one; a longer list is no sentence a person wrote.</summary>
    private const int MostMembers = 12;
    private const int LongestMember = 24;

    /// <summary>First token of its first member; -1 where nothing shows it.</summary>
    public int First { get; private init; } = -1;

    /// <summary>The lists of a document with parts of speech, in text order, none overlapping; none without.</summary>
    public static List<PhraseList> Find(Document document)
    {
        var lists = new List<PhraseList>();
        if (document.Syntax.IsEmpty)
        {
            return lists;
        }

        foreach (TokenRange sentence in document.Sentences)
        {
            int end = sentence.End - (IsStop(document, sentence.End - 1) ? 1 : 0);
            for (int i = sentence.Start + 1; i < end; i++)
            {
                if (IsMark(document, i) && At(document, i, end) is { } list)
                {
                    list = list.IsEven ? list : EvenIn(document, list, end) ?? list;
                    lists.Add(list);
                    i = list.End - 1;
                }
            }
        }

        return lists;
    }

    /// <summary>"in Nordhaven, Norland, to lift the toll, open two gates and pay": the even list at the end of one that only looks like it, or null.</summary>
    private static PhraseList? EvenIn(Document document, PhraseList uneven, int limit)
    {
        for (int i = 1; i < uneven.Borders.Count - 1; i++)
        {
            if (At(document, uneven.Borders[i], limit) is { IsEven: true } even)
            {
                return even;
            }
        }

        return null;
    }

    /// <summary>The list whose first comma is at <paramref name="mark"/>, or null: only where an "and" or "or" opens its last member is it sure.</summary>
    private static PhraseList? At(Document document, int mark, int limit)
    {
        var borders = new List<int>();
        string form = "";
        bool isEven = true;
        int at = mark;
        while (at < limit && borders.Count < MostMembers)
        {
            bool isLast = IsJoint(document, at) || IsJoint(document, at + 1);
            int border = isLast && !IsJoint(document, at) ? at + 1 : at;
            int end = EndOfMember(document, border + 1, limit, isLast);
            if (!IsMember(document, border + 1, end))
            {
                return null;
            }

            string own = FormOf(document.Syntax, FirstOf(document, border + 1));
            isEven &= borders.Count == 0 || form == own;
            form = own;
            borders.Add(border);
            if (isLast)
            {
                // "to cut the toll, and pay": two bare verbs are no list, only two clauses.
                return form == "VB" && borders.Count < 2 ? null : new PhraseList(borders, end, isEven) { First = form == "VB" ? FirstVerb(document, mark) : -1 };
            }

            at = end;
        }

        return null;
    }

    /// <summary>The token behind the "to" or the auxiliary that opens a list of bare verbs, "to | cut the toll, open ..."; -1 where none stands near.</summary>
    private static int FirstVerb(Document document, int mark)
    {
        for (int i = mark - 1; i >= Math.Max(0, mark - LongestMember) && !IsMark(document, i) && !IsStop(document, i); i--)
        {
            if (document.Syntax.Xpos(i) is "TO" or "MD")
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static int EndOfMember(Document document, int start, int limit, bool isLast)
    {
        int end = start;
        while (end < Math.Min(limit, start + LongestMember) && !IsMark(document, end) && !IsEdge(document, end) && (isLast || !IsJoint(document, end)))
        {
            end++;
        }

        return end < limit && end - start >= LongestMember ? start : end;
    }

    /// <summary>Whether the stretch is a thing or an infinitive and no clause: it opens like one, and nothing in it has a subject or is a finite verb.</summary>
    private static bool IsMember(Document document, int start, int end)
    {
        Syntax syntax = document.Syntax;
        int first = start < end ? FirstOf(document, start) : start;
        if (first >= end || !Opens(syntax, first, end))
        {
            return false;
        }

        for (int i = first + 1; i < end; i++)
        {
            if (syntax.Upos(i) == "AUX" || syntax.Xpos(i) is "VBD" or "VBZ" or "VBP" or "MD" or "PRP" || syntax.Relation(i).StartsWith("nsubj", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static int FirstOf(Document document, int start) => document.Token(start) is "not" ? start + 1 : start;

    private static string FormOf(Syntax syntax, int first) => syntax.Xpos(first) is "TO" or "VB" or "VBG" ? syntax.Xpos(first) : "";

    // A noun in -s that stands bare is often taken for a verb: "a truce, talks without conditions and".
    private static bool Opens(Syntax syntax, int first, int end) =>
        syntax.Upos(first) is "DET" or "NOUN" or "PROPN" or "ADJ" or "NUM"
        || syntax.Xpos(first) is "PRP$" or "VB" or "VBG" or "VBN" or "TO"
        || (syntax.Xpos(first) == "VBZ" && (first + 1 == end || syntax.Xpos(first + 1) == "IN"));

    private static bool IsMark(Document document, int token) => document.Token(token) is "," or ";";

    private static bool IsStop(Document document, int token) => document.Token(token) is "." or "!" or "?";

    private static bool IsEdge(Document document, int token) =>
        document.Token(token) is ":" or "\u2013" or "\u2014" or "\"" or "\u201c" or "\u201d" or "but" or "while" or "(" or ")";

    private static bool IsJoint(Document document, int token) => token < document.TokenCount && document.Token(token) is "and" or "or" or "nor";

    /// <summary>Of each token of a text that ends such a list's first member, the end of the list; 0 for all others.</summary>
    public static int[] EndsByMark(Document document)
    {
        int[] ends = new int[document.TokenCount + 1];
        foreach (PhraseList list in Find(document))
        {
            for (int i = 0; i < list.Borders.Count; i++)
            {
                int border = list.Borders[i];
                ends[border] = list.End;
                ends[border - 1] = IsMark(document, border - 1) ? list.End : ends[border - 1];
            }
        }

        return ends;
    }
}
