namespace Demarche.Core.Positions.Stances;

/// <summary>Finds the verdict on a matter in words that no list holds, by what they mean: "the toll is pure greed", "would bring misery"; and in "too small", whatever is small.</summary>
internal static class UnlistedVerdict
{
    private static readonly Operator Blaming = new(OperatorGroup.Judgement, -1, Act.Reject, 3);

    private static readonly Operator Boding = new(OperatorGroup.Effect, -1, Act.Warn, 2);

    /// <summary>The word that blames the matter, or null: its predicate, what it is called, or what it brings about.</summary>
    /// <param name="text">The text.</param>
    /// <param name="node">The matter, or what it is part of.</param>
    /// <param name="governor">What governs it.</param>
    /// <param name="relation">Its relation to that.</param>
    public static OperatorHit? Find(CodedText text, int node, int governor, string relation)
    {
        return relation switch
        {
            "nsubj" when text.Tree.HasChild(governor, "cop") => TooMuch(text, governor) ?? Hit(text, governor, Blaming),
            "nsubj" when IsBringing(text.Words.Key(governor)) => OfObject(text, governor),
            "nsubj" when text.Words.Key(governor) is "make" or "turn" or "render" => OfComplement(text, governor),
            "obj" when text.Words.Key(governor) is "call" or "brand" or "deem" or "dub" or "term" or "label" => OfName(text, node, governor),
            _ => null,
        };
    }

    // "too far away", "too small to last": of whatever there is too much, it is no praise; "too important to fail" is.
    private static OperatorHit? TooMuch(CodedText text, int predicate)
    {
        foreach (int child in text.Tree.Children(predicate))
        {
            if (text.Tree.Relation(child) == "advmod" && text.Words.Key(child) == "too" && child == predicate - 1 && text.OperatorAt(predicate)?.Operator is not { Group: OperatorGroup.Judgement })
            {
                return new OperatorHit(child, predicate + 1, Blaming);
            }
        }

        return null;
    }

    // "would give us ten years of misery".
    private static OperatorHit? OfObject(CodedText text, int verb)
    {
        foreach (int child in text.Tree.Children(verb))
        {
            if (text.Tree.Relation(child) != "obj")
            {
                continue;
            }

            if (ListedOrHit(text, child) is { } found)
            {
                return found;
            }

            foreach (int part in text.Tree.Children(child))
            {
                if (text.Tree.Relation(part) == "nmod" && Hit(text, part, Boding) is { } of)
                {
                    return of;
                }
            }
        }

        return null;
    }

    // "would make every year a misery".
    private static OperatorHit? OfComplement(CodedText text, int verb)
    {
        foreach (int child in text.Tree.Children(verb))
        {
            if (text.Tree.Relation(child) is "xcomp" or "obj" && ListedOrHit(text, child) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static OperatorHit? ListedOrHit(CodedText text, int word) =>
        text.OperatorAt(word) is { Operator: { Group: OperatorGroup.Judgement or OperatorGroup.Effect, Sign: < 0 } } listed ? listed : Hit(text, word, Boding);

    // "called it greed", "branded it a stunt".
    private static OperatorHit? OfName(CodedText text, int node, int verb)
    {
        foreach (int child in text.Tree.Children(verb))
        {
            if (child > node && text.Tree.Relation(child) is "xcomp" or "obj" && Hit(text, child, Blaming) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // "a sinister stunt": the noun or what describes it.
    private static OperatorHit? Hit(CodedText text, int word, Operator verdict)
    {
        if (IsBad(text, word))
        {
            return new OperatorHit(word, word + 1, verdict);
        }

        foreach (int child in text.Tree.Children(word))
        {
            if (text.Tree.Relation(child) == "amod" && IsBad(text, child))
            {
                return new OperatorHit(child, child + 1, verdict);
            }
        }

        return null;
    }

    private static bool IsBad(CodedText text, int word) =>
        text.BadWords is not null && text.OperatorAt(word) is null && !text.Words.IsCapital(word) && text.BadWords.Has(text.Words.Span(word).Of(text.Words.Text));

    private static bool IsBringing(string key) =>
        key is "bring" or "caus" or "give" or "mean" or "spell" or "creat" or "produc" or "sow" or "provok" or "breed" or "invit" or "spread"
            or "help" or "reward" or "benefit" or "serv" or "embolden" or "suit" or "appeas"
            or "pose" or "repres" or "present" or "constitut";
}
