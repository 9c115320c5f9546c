using Demarche.Core.Positions.Subjects;

namespace Demarche.Core.Positions.Stances;

/// <summary>Tells which of the words that hang on a governing word turn or complete what it says.</summary>
internal static class Dependents
{
    /// <summary>Whether the operator at <paramref name="child"/> turns or colours what <paramref name="node"/> says: a negator, a modal, the "against" before a gerund or a predicate.</summary>
    public static bool IsMarker(CodedText text, OperatorHit hit, int child, int node)
    {
        string relation = text.Tree.Relation(child);
        return hit.Operator.Group switch
        {
            // "under no circumstances", "over our dead bodies": an idiom that denies is a phrase of its own.
            OperatorGroup.Negator => relation is "advmod" or "det" or "cc" or "case" or "mark" or "neg" or "aux" || (relation is "obl" && hit.End > hit.Start + 1),
            OperatorGroup.Modal => relation is "aux",
            // "will decide whether to hold it": nothing is told yet; "with or without it": nothing at all.
            OperatorGroup.Silence => relation is "mark" or "case",
            OperatorGroup.Attitude => hit.Operator.Sign < 0 && IsPreposition(text, child, node),
            _ => false,
        };
    }

    /// <summary>"was not against the sale", "march against the sale", "warned them against selling": the preposition takes the stance.</summary>
    private static bool IsPreposition(CodedText text, int child, int node) => text.Tree.Relation(child) switch
    {
        "case" => text.Tree.HasChild(node, "cop") || text.Tree.Relation(node) == "obl" || IsGerund(text, child + 1),
        "mark" or "aux" => IsGerund(text, child + 1),
        _ => false,
    };

    private static bool IsGerund(CodedText text, int word) => word < text.Words.Count && text.Words.Span(word).SliceOf(text.Words.Text).EndsWith("ing");

    /// <summary>"a useless pause", "the extended deadline": an adjective on the matter itself.</summary>
    public static bool DescribesMatter(CodedText text, Operator op, int word) => op.Group switch
    {
        OperatorGroup.Judgement => op.Sign < 0 && text.Tree.Relation(word) is "amod" or "compound",
        // "against ceding land": the parser takes the verb for a part of the noun.
        OperatorGroup.Change or OperatorGroup.Deed => text.Tree.Relation(word) is "amod" or "det" || (text.Tree.Relation(word) == "compound" && IsGerund(text, word)),
        _ => false,
    };

    /// <summary>"calls it a mistake", "has no intention of", "put an end to", "lets it be cut".</summary>
    public static bool Completes(CodedText text, OperatorGroup group, string relation, int child, int node, int from) => group switch
    {
        OperatorGroup.Judgement => relation is "xcomp" or "ccomp",
        // "the toll had to be scrapped".
        OperatorGroup.Change or OperatorGroup.Deed when relation == "xcomp" && text.Tree.HasChild(child, "aux:pass") => text.Tree.Relation(from) is "obj" or "nsubj",
        OperatorGroup.Attitude => (relation is "obj" && text.Tree.Relation(from) is "obl")
            || (text.Tree.Relation(from) is "nsubj" or "nsubj:pass" && (relation is "obj" || NounHolder.IsMeeting(text.Words.Key(node))) && NounHolder.Find(text, child) >= 0),
        OperatorGroup.Change or OperatorGroup.Deed when relation == "xcomp" =>
            // "lets it be cut"; "it had to end".
            text.Tree.Relation(from) == "obj" || (text.Tree.Relation(from) == "nsubj" && text.OperatorAt(node) is { Operator.IsObligation: true }),
        OperatorGroup.Change => relation is "obj" && text.Tree.Relation(from) is "obl" && (text.OperatorAt(node) is null || IsCompletedBy(text, node, from)),
        OperatorGroup.Deed => relation is "obj" && text.Tree.Relation(from) is "obl" && IsCompletedBy(text, node, from),
        _ => false,
    };

    /// <summary>"demands halt to the dam", "tightened its curbs on tin": the noun before the preposition governs, though the tree hangs both on the verb.</summary>
    private static bool IsCompletedBy(CodedText text, int verb, int from)
    {
        foreach (int child in text.Tree.Children(from))
        {
            if (text.Tree.Relation(child) == "case" && child > verb + 1 && text.OperatorAt(child - 1) is { Operator: { Group: OperatorGroup.Change, Sign: < 0 } or { Group: OperatorGroup.Deed, Act: null } } noun)
            {
                return noun.Start > verb;
            }
        }

        return false;
    }

    /// <summary>"wrecked the truce", "the truce was wrecked": the verb is done to what hangs on it by <paramref name="relation"/>.</summary>
    public static bool IsObject(CodedText text, int verb, string relation) => relation == "obj" || (relation == "nsubj:pass" && text.Tree.HasChild(verb, "aux:pass"));

    /// <summary>Whether <paramref name="preposition"/> introduces <paramref name="node"/>.</summary>
    public static bool HasCase(CodedText text, int node, string preposition)
    {
        foreach (int child in text.Tree.Children(node))
        {
            if (text.Tree.Relation(child) is "case" or "mark" && text.Words.Key(child) == preposition)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="verb"/> is an infinitive with "to".</summary>
    public static bool IsInfinitive(CodedText text, int verb)
    {
        foreach (int child in text.Tree.Children(verb))
        {
            if (text.Tree.Relation(child) == "mark" && text.Words.Key(child) == "to")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="verb"/> has an object or a clause for one besides <paramref name="except"/>.</summary>
    public static bool HasObject(CodedText text, int verb, int except)
    {
        foreach (int child in text.Tree.Children(verb))
        {
            if (child != except && text.Tree.Relation(child) is "obj" or "xcomp" or "ccomp")
            {
                return true;
            }
        }

        return false;
    }
}
