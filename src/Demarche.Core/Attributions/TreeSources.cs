using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Sources that only the tree tells: whose participle it is, and where the phrase of an owner begins. Needs dependencies.</summary>
internal static class TreeSources
{
    /// <summary>Tokens of a source, and steps up a tree; longer ones are no phrase a person wrote.</summary>
    private const int Longest = 40;

    /// <summary>Tokens between a subject and a source that still are one phrase to which the tree does no justice.</summary>
    private const int Nearby = 3;

    /// <summary>Tokens between "who" and the verb: "who as recently as last week dismissed".</summary>
    private const int Adverbs = 8;

    /// <summary>The relation with its source as the tree has it, where the tree says more than the order of words.</summary>
    public static Relation Settle(TokenColumns tokens, Relation relation)
    {
        Syntax syntax = tokens.Document.Syntax;
        if (syntax.IsEmpty)
        {
            return relation;
        }

        if (relation.Source.Length == 0)
        {
            return Controlled(tokens, relation);
        }

        int head = relation.Head;
        int above = syntax.Heads[head];
        int last = relation.Source.End - 1;
        int real = Misread(tokens, relation);
        real = real < 0 ? BehindSemicolon(tokens, relation) : real;
        if (real >= 0)
        {
            return relation with { Source = Phrase(tokens, real) };
        }

        if (tokens[head] == WordClass.Ing && above >= 0)
        {
            // "... after Halvik sent ships, saying": Halvik says it. "a breach of the resolution demanding": the resolution demands it.
            bool isAdverbial = syntax.Relation(head) == "advcl" && syntax.Relation(above) == "advcl" && tokens[relation.Cue.Start - 1] == WordClass.Comma;
            int subject = isAdverbial ? SubjectOf(syntax, above, relation.Source.End) : -1;
            return subject >= 0 ? relation with { Source = Phrase(tokens, subject) }
                : syntax.Relation(head) == "acl" && above == last ? Shortened(tokens, relation, last)
                : relation;
        }

        // "displeasure with the country's decision": the country decided.
        return tokens[last + 1] == WordClass.Clitic && syntax.Relation(last) == "nmod:poss" ? Shortened(tokens, relation, last) : relation;
    }

    /// <summary>The relation with "who" or the tree's subject for its source where a time was taken for it: "who as recently as last week dismissed"; when is not who.</summary>
    public static Relation WithoutTime(TokenColumns tokens, Relation relation)
    {
        if (relation.Source.Length == 0 || !IsTime(tokens.Document, tokens.Document.SpanOf(relation.Source)))
        {
            return relation;
        }

        int floor = Math.Max(tokens.Document.Sentences[tokens.Document.SentenceOf(relation.Head)].Start, relation.Source.Start - Adverbs);
        for (int i = relation.Source.Start - 1; i >= floor; i--)
        {
            if (tokens.Is(i, "who") || tokens.Is(i, "which"))
            {
                return relation with { Source = new TokenRange(i, i + 1) };
            }
        }

        int subject = tokens.Document.Syntax.IsEmpty ? -1 : SubjectOf(tokens.Document.Syntax, relation.Head, 0);
        return subject < 0 || relation.Source.Contains(subject) ? relation : relation with { Source = Phrase(tokens, subject) };
    }

    private static bool IsTime(Document document, TextSpan span)
    {
        int next = Sorted.FirstFrom(document.Times, span.Start + 1, time => time.Span.Start);
        return next > 0 && document.Times[next - 1].Span.Contains(span);
    }

    /// <summary>The cue's own subject where the source before it hangs on another verb: "the guild, which fears for the eels, has called on"; -1 when the source is none such.</summary>
    private static int Misread(TokenColumns tokens, Relation relation)
    {
        Syntax syntax = tokens.Document.Syntax;
        int root = relation.Source.Start;
        for (int steps = 0; steps < Longest && relation.Source.Contains(syntax.Heads[root]); steps++)
        {
            root = syntax.Heads[root];
        }

        int verb = WithSubject(syntax, relation.Head);
        bool hangsElsewhere = relation.Source.End <= relation.Cue.Start && syntax.Heads[root] >= 0 && syntax.Heads[root] != relation.Head && syntax.Heads[root] != verb
            && !relation.Cue.Contains(syntax.Heads[root]) && syntax.Relation(root) is "obj" or "obl" or "nmod" or "obl:tmod" or "nmod:tmod" or "obl:npmod" or "conj" or "iobj";
        int subject = hangsElsewhere && relation.HasClause ? SubjectOf(syntax, verb, 0) : -1;
        return relation.Source.Start - subject > Nearby && subject >= 0 ? subject : -1;
    }

    /// <summary>The cue's own subject where a semicolon parts the source from it: "prices fell; the guild closed the port and promised"; -1 when none does.</summary>
    private static int BehindSemicolon(TokenColumns tokens, Relation relation)
    {
        int mark = relation.Source.End;
        while (mark < relation.Cue.Start && tokens[mark] != WordClass.Semicolon)
        {
            mark++;
        }

        Syntax syntax = tokens.Document.Syntax;
        int verb = relation.Head;
        for (int i = relation.Head - 1; i > mark && verb == relation.Head && syntax.Relation(verb) == "conj" && syntax.Heads[verb] < mark; i--)
        {
            // The tree joins the cue to the verb before the semicolon: the clause that stands behind it is nearer.
            verb = syntax.Relation(i) is "parataxis" or "conj" && SubjectOf(syntax, i, mark) >= 0 ? i : verb;
        }

        return mark >= relation.Cue.Start ? -1 : SubjectOf(syntax, WithSubject(syntax, verb), mark);
    }

    /// <summary>The verb itself, or the nearest that it is joined to and that has a subject: "closed it and | promised".</summary>
    private static int WithSubject(Syntax syntax, int verb)
    {
        for (int steps = 0; steps < Longest && syntax.Relation(verb) == "conj" && SubjectOf(syntax, verb, 0) < 0; steps++)
        {
            verb = syntax.Heads[verb];
        }

        return verb;
    }

    /// <summary>"X and Y reached an agreement to call for": whoever reached it calls for it.</summary>
    private static Relation Controlled(TokenColumns tokens, Relation relation)
    {
        Syntax syntax = tokens.Document.Syntax;
        int noun = tokens[relation.Head - 1] == WordClass.To && syntax.Relation(relation.Head) == "acl" ? syntax.Heads[relation.Head] : -1;
        int verb = noun >= 0 && syntax.Relation(noun) == "obj" ? syntax.Heads[noun] : -1;
        int subject = verb < 0 ? -1 : SubjectOf(syntax, verb, 0);
        return subject < 0 ? relation : relation with { Source = Phrase(tokens, subject) };
    }

    /// <summary>The nearest subject between <paramref name="floor"/> and the verb; -1 when it has none there.</summary>
    private static int SubjectOf(Syntax syntax, int verb, int floor)
    {
        for (int i = verb - 1; i >= Math.Max(floor, verb - Longest); i--)
        {
            if (syntax.Heads[i] == verb && syntax.Relation(i) is "nsubj" or "nsubj:pass")
            {
                return i;
            }
        }

        return -1;
    }

    private static Relation Shortened(TokenColumns tokens, Relation relation, int noun)
    {
        TokenRange phrase = Phrase(tokens, noun);
        return phrase.Start > relation.Source.Start ? relation with { Source = phrase } : relation;
    }

    /// <summary>The noun with what stands before it and belongs to it, the rest of its name and who is named with it; its preposition does not.</summary>
    private static TokenRange Phrase(TokenColumns tokens, int noun)
    {
        int start = noun;
        while (start > 0 && noun - start < Longest && IsUnder(tokens.Document.Syntax, start - 1, noun))
        {
            start--;
        }

        int end = noun + 1;
        while (end < tokens.Count && end - noun < Longest && IsJoined(tokens.Document.Syntax, end, noun))
        {
            end++;
        }

        return new TokenRange(start, end);
    }

    /// <summary>Whether the token belongs to the noun's phrase: it hangs on the noun, by nothing that leads to it.</summary>
    private static bool IsUnder(Syntax syntax, int token, int noun)
    {
        for (int steps = 0; steps < Longest && token >= 0; steps++)
        {
            if (syntax.Heads[token] == noun)
            {
                return syntax.Relation(token) is not ("case" or "cc" or "mark" or "punct");
            }

            token = syntax.Heads[token];
        }

        return false;
    }

    /// <summary>Whether the token goes on with the noun's name, or with another joined to it.</summary>
    private static bool IsJoined(Syntax syntax, int token, int noun)
    {
        for (int steps = 0; steps < Longest && token > noun; steps++)
        {
            if (syntax.Heads[token] == noun)
            {
                return syntax.Relation(token) is "flat" or "conj";
            }

            token = syntax.Heads[token];
        }

        return false;
    }
}
