using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Whom a relative pronoun stands for: in "the mayor, who refused" the mayor. Needs dependencies.</summary>
internal static class Antecedents
{
    /// <summary>Steps from the cue up to its relative clause.</summary>
    private const int Highest = 4;

    /// <summary>Tokens of a noun phrase before a relative clause.</summary>
    private const int Longest = 40;

    private static readonly string[] Pronouns = ["who", "which", "that"];

    /// <summary>The relation with the antecedent for its source, where the source is a relative pronoun whose antecedent is known.</summary>
    public static Relation Resolve(TokenColumns tokens, Relation relation)
    {
        Syntax syntax = tokens.Document.Syntax;
        if (syntax.IsEmpty || relation.Source.Length != 1 || !Pronouns.Any(word => tokens.Is(relation.Source.Start, word)))
        {
            return relation;
        }

        int clause = syntax.RelationNumber("acl:relcl");
        int token = relation.Head;
        for (int steps = 0; steps < Highest && token >= 0 && syntax.Relations[token] != clause; steps++)
        {
            token = syntax.Heads[token];
        }

        int noun = token < 0 || syntax.Relations[token] != clause ? -1 : syntax.Heads[token];
        return noun < 0 || noun >= relation.Source.Start ? relation : relation with { Source = PhraseOf(tokens, noun, relation.Source.Start) };
    }

    // From the leftmost token under the noun to the comma before the pronoun.
    private static TokenRange PhraseOf(TokenColumns tokens, int noun, int pronoun)
    {
        int start = noun;
        while (start > 0 && noun - start < Longest && IsUnder(tokens.Document.Syntax, start - 1, noun))
        {
            start--;
        }

        while (start < noun && tokens[start] == WordClass.Preposition)
        {
            start++;
        }

        int end = pronoun;
        while (end > noun + 1 && !char.IsLetterOrDigit(tokens.Word(end - 1)[^1]) && tokens.Word(end - 1)[0] != ')')
        {
            end--;
        }

        return new TokenRange(start, end - noun > Longest ? noun + 1 : end);
    }

    private static bool IsUnder(Syntax syntax, int token, int noun)
    {
        for (int steps = 0; steps < Longest && token >= 0; steps++)
        {
            if (token == noun)
            {
                return true;
            }

            token = syntax.Heads[token];
        }

        return false;
    }
}
