using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Gives a cue its own complement where a clause before it was taken for what is said: "Although it accepts the rest, it insists on a vote".</summary>
internal static class LeadingClauses
{
    private static readonly string[] Openings = ["although", "though", "while", "whereas", "because", "since", "as", "when", "after", "before", "if", "unless", "once", "until", "despite"];

    /// <summary>The relation, with the complement of its cue for its content where that is but a leading clause and the cue has one.</summary>
    /// <param name="tokens">The text; without dependencies nothing changes.</param>
    /// <param name="relation">A relation.</param>
    public static Relation Without(TokenColumns tokens, Relation relation)
    {
        bool leads = relation is { Content: [var clause], Source.Length: > 0 } && clause.End <= relation.Source.Start && Openings.Any(word => tokens.Is(clause.Start, word));
        TokenRange complement = leads ? Complement(tokens, relation) : default;
        return complement.Length == 0 ? relation : relation with { Content = [complement] };
    }

    /// <summary>What the tree hangs on the cue behind it, up to the end of the sentence; empty when it is no complement.</summary>
    private static TokenRange Complement(TokenColumns tokens, Relation relation)
    {
        Syntax syntax = tokens.Document.Syntax;
        int end = tokens.Document.Sentences[tokens.Document.SentenceOf(relation.Head)].End;
        bool found = false;
        for (int i = relation.Cue.End; i < end && !syntax.IsEmpty && !found; i++)
        {
            found = syntax.Heads[i] == relation.Head && syntax.Relation(i) is "obj" or "obl" or "ccomp" or "xcomp";
        }

        int start = relation.Cue.End;
        start += found && tokens[start] == WordClass.Preposition ? 1 : 0;
        return found ? Contents.Trimmed(tokens, start, end) : new TokenRange(start, start);
    }
}
