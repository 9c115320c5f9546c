using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Reads what a sentence does with a matter off its tree: only what governs the matter, up the arcs, counts.</summary>
/// <remarks>
/// Walks from the matter to the root. A coordinated word takes what governs its sibling, not the sibling ("lift the ban and keep the
/// tax"); a clause of time or purpose is cut off; a relative clause lets wanting and refusing through, deeds not.
/// </remarks>
internal sealed class TreePolarity
{
    private readonly CodedText _text;
    private readonly WordRange _limits;
    private readonly IReadOnlyCollection<int> _taken;
    private readonly List<OperatorHit> _counted = [];
    private readonly List<bool> _attributive = [];

    private TreePolarity(CodedText text, WordRange limits, IReadOnlyCollection<int> taken)
    {
        _text = text;
        _limits = limits;
        _taken = taken;
    }

    /// <summary>The polarity of the matter named by <paramref name="taken"/>, or null when the text has no trees or no word names it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">The words of one voice; what governs from outside them is the cue's.</param>
    /// <param name="taken">The words that name the matter; operators on them do not count.</param>
    public static Polarity? Read(CodedText text, WordRange limits, IReadOnlyCollection<int> taken)
    {
        if (text.Tree.IsEmpty || taken.Count == 0)
        {
            return null;
        }

        var reader = new TreePolarity(text, limits, taken);
        reader.Climb(text.TopOf(taken));
        return new Polarity(reader.Sign(), reader._counted);
    }

    private void Climb(int top)
    {
        ClauseTree tree = _text.Tree;
        ReadDependents(top, -1, false);
        ReadNoSubject(top, -1);
        bool relative = false;
        bool adjunct = false;
        int node = top;
        for (int step = 0; step < ClauseTree.DeepestPath; step++)
        {
            int parent = tree.Head(node);
            string relation = tree.Relation(node);
            if (parent < 0 || !_limits.Contains(parent) || relation is "parataxis" or "vocative" or "discourse" || (relation == "ccomp" && StandsAlone(node, parent)))
            {
                return;
            }

            if (relation == "conj")
            {
                InheritNegation(parent, node);
                node = parent;
                continue;
            }

            if (relation is "advcl" && !IsPurposeOfAttitude(node, parent))
            {
                return;
            }

            if (relation is "obl" or "nmod" or "advmod" && Dependents.HasCase(_text, node, "as"))
            {
                // "condemned the tax as an attack on the poor": a verdict, nothing is done to it.
                return;
            }

            relative |= relation is "acl:relcl" || _counted.Exists(c => c.Start >= node - 2 && c.Start < node + 2 && _text.Words.Key(c.Start) is "rather" or "instead");
            adjunct |= relation is "obl" or "nmod" && OpensAdjunct(node);
            ReadNoSubject(parent, node);
            if (Counts(parent, node, relation, relative, adjunct))
            {
                OperatorHit hit = _text.OperatorAt(parent)!.Value;
                Count(MatterVerdict.Of(_text, hit, node, relation), false);
            }

            ReadObliged(parent, relation);
            ReadFurtherPredicate(parent, relation);
            if (UnlistedVerdict.Find(_text, node, parent, relation) is { } blame && _limits.Contains(blame.Start))
            {
                Count(blame, false);
            }

            ReadDependents(parent, node, relation is "nsubj" or "nsubj:pass" or "obj" or "obl" or "xcomp" or "ccomp" or "csubj");
            node = parent;
        }
    }

    /// <summary>"We will not strike, there is no need": what comes first with a comma behind it is no part of what follows.</summary>
    private bool StandsAlone(int node, int parent)
    {
        bool comma = false;
        for (int i = node + 1; i < parent; i++)
        {
            comma |= _text.Words.Key(i) is "," or ";";
        }

        foreach (int child in _text.Tree.Children(node))
        {
            comma &= _text.Tree.Relation(child) != "mark";
        }

        return comma;
    }

    private bool Counts(int parent, int node, string relation, bool relative, bool adjunct)
    {
        if (_text.OperatorAt(parent) is not { } hit || IsTaken(hit) || _text.Lists.AreApart(parent, _taken.First()))
        {
            return false;
        }

        OperatorGroup group = hit.Operator.Group;
        if (group == OperatorGroup.Modal)
        {
            // "had to cover it", "is going to cover it": the obligation is the verb of the tree.
            return relation == "xcomp" || (hit.Operator.IsObligation && relation is "nsubj" or "acl");
        }

        if (relation == "nsubj")
        {
            // "The ban is unacceptable", "the strike goes on"; who does something to another thing is no matter of it.
            return group is OperatorGroup.Judgement or OperatorGroup.Effect || (group is OperatorGroup.Change && !HasObject(parent, node) && !_text.Tree.HasChild(parent, "cop"))
                || (group is OperatorGroup.Deed && HasObject(parent, node)) || hit.Operator.Group is OperatorGroup.Attitude && !HasObject(parent, node);
        }

        return group switch
        {
            OperatorGroup.Neutral or OperatorGroup.Negator or OperatorGroup.Effect => false,
            OperatorGroup.Mending => _counted.Exists(c => PolarityReader.CanBeMended(c.Operator)),
            OperatorGroup.Change or OperatorGroup.Deed => !relative && !adjunct,
            _ => true,
        };
    }

    /// <summary>Negators, modals and verdicts that hang on a governing word, and the noun of a light verb: "has no intention of", "put an end to".</summary>
    private void ReadDependents(int node, int from, bool isPredicate)
    {
        foreach (int child in _text.Tree.Children(node))
        {
            if (child == from || !_limits.Contains(child) || _text.OperatorAt(child) is not { } hit || IsTaken(hit))
            {
                continue;
            }

            bool attributive = from < 0 && Dependents.DescribesMatter(_text, hit.Operator, child);
            if (Dependents.IsMarker(_text, hit, child, node) || IsSaid(hit.Operator, child, node, from, isPredicate, attributive))
            {
                Count(hit, attributive);
            }
        }
    }

    private bool IsSaid(Operator op, int child, int node, int from, bool isPredicate, bool attributive)
    {
        string relation = _text.Tree.Relation(child);
        if (op.Group == OperatorGroup.Judgement && Dependents.HasCase(_text, child, "as"))
        {
            // "dismissed it as unnecessary": the verdict says why, it turns nothing.
            bool isReason = attributive || _text.OperatorAt(node)?.Operator.Group is OperatorGroup.Attitude;
            return !isReason && isPredicate && relation is "obl" or "nmod" or "advcl" or "xcomp";
        }

        return attributive || (isPredicate && Dependents.Completes(_text, op.Group, relation, child, node, from));
    }

    /// <summary>"The ban had | to end", "has to be lifted": what is to become of the matter hangs on the obligation.</summary>
    private void ReadObliged(int verb, string relation)
    {
        foreach (int child in relation == "nsubj" && _text.OperatorAt(verb) is { Operator.IsObligation: true } ? _text.Tree.Children(verb) : default)
        {
            if (_text.Tree.Relation(child) == "xcomp" && _limits.Contains(child) && !HasObject(child, -1) && _text.OperatorAt(child) is { Operator.Group: OperatorGroup.Change } hit && !IsTaken(hit))
            {
                Count(hit, false);
            }
        }
    }

    /// <summary>"It would add a year and solve nothing": a second predicate of the matter is a verdict where the first is none.</summary>
    private void ReadFurtherPredicate(int predicate, string relation)
    {
        if (relation != "nsubj" || _text.OperatorAt(predicate) is not null)
        {
            return;
        }

        foreach (int child in _text.Tree.Children(predicate))
        {
            if (_text.Tree.Relation(child) == "conj" && _limits.Contains(child) && _text.OperatorAt(child) is { Operator.Group: OperatorGroup.Effect or OperatorGroup.Judgement } hit
                && !IsTaken(hit))
            {
                Count(hit, false);
            }
        }
    }

    /// <summary>"no barge will pay it", "nobody wants it": the negation stands on the subject of the governing verb.</summary>
    private void ReadNoSubject(int verb, int from)
    {
        foreach (int child in _text.Tree.Children(verb))
        {
            if (child == from || _text.Tree.Relation(child) is not ("nsubj" or "nsubj:pass") || !_limits.Contains(child))
            {
                continue;
            }

            foreach (int word in _text.Tree.Children(child))
            {
                CountNo(word);
                foreach (int below in _text.Tree.Children(word))
                {
                    // "not one barge".
                    CountNo(_text.Tree.Relation(word) is "nummod" or "det" or "amod" ? below : -1);
                }
            }

            if (_text.OperatorAt(child) is { Operator.Group: OperatorGroup.Negator } nobody && !IsTaken(nobody))
            {
                Count(nobody, false);
            }
        }
    }

    private void CountNo(int word)
    {
        if (word >= 0 && _text.Words.Key(word) is "no" or "not" && _text.Tree.Relation(word) is "det" or "advmod" && _text.OperatorAt(word) is { } hit && !IsTaken(hit))
        {
            Count(hit, false);
        }
    }

    /// <summary>"will not lift or ease it": the negation of the first holds for the second too, unless they stand against each other.</summary>
    private void InheritNegation(int sibling, int node)
    {
        bool contrast = false;
        bool opposed = false;
        bool governed = false;
        foreach (int child in _text.Tree.Children(node))
        {
            contrast |= _text.Tree.Relation(child) == "cc" && _text.Words.Key(child) is not ("or" or "nor");
            opposed |= _text.Tree.Relation(child) == "cc" && _text.Words.Key(child) is "but";
            governed |= _text.Tree.Relation(child) is "aux" or "aux:pass" or "nsubj" or "nsubj:pass";
        }

        foreach (int child in _text.Tree.Children(sibling))
        {
            if (!opposed && !governed && _limits.Contains(child) && _text.Tree.Relation(child) == "aux"
                && _text.OperatorAt(child) is { Operator.Group: OperatorGroup.Modal } modal && !IsTaken(modal))
            {
                // "must stop it and pull out": the second is asked for as well.
                Count(modal, false);
            }

            if (!contrast && _limits.Contains(child) && _text.OperatorAt(child) is { Operator.Group: OperatorGroup.Negator } hit
                && _text.Tree.Relation(child) is "advmod" or "det" && !IsTaken(hit))
            {
                Count(hit, false);
            }
        }
    }

    private void Count(OperatorHit hit, bool attributive)
    {
        if (!_counted.Exists(c => c.Start == hit.Start))
        {
            _counted.Add(hit);
            _attributive.Add(attributive && hit.Operator.Group == OperatorGroup.Judgement);
        }
    }

    private int Sign()
    {
        int sign = 1;
        bool negated = _counted.Exists(c => c.Operator.Group == OperatorGroup.Negator);
        for (int i = 0; i < _counted.Count; i++)
        {
            // "not a useless pause" does not want the pause: the adjective tells why, it turns nothing.
            sign *= _attributive[i] && negated ? 1 : _counted[i].Operator.Sign;
        }

        return sign;
    }

    private bool IsTaken(OperatorHit hit)
    {
        for (int i = hit.Start; i < hit.End; i++)
        {
            if (_taken.Contains(i))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasObject(int verb, int except)
    {
        foreach (int child in _text.Tree.Children(verb))
        {
            if (child != except && _text.Tree.Relation(child) is "obj" or "xcomp" or "ccomp")
            {
                return true;
            }
        }

        return false;
    }

    // The parser often takes "to lift it" after "refused" for a clause of purpose.
    private bool IsPurposeOfAttitude(int node, int parent)
    {
        bool infinitive = false;
        foreach (int child in _text.Tree.Children(node))
        {
            infinitive |= _text.Tree.Relation(child) == "mark" && _text.Words.Key(child) == "to";
        }

        // So too "ruled out extending it".
        return _text.OperatorAt(parent) switch
        {
            { Operator.Group: OperatorGroup.Attitude } hit => infinitive || hit.End == node,
            // "it would be wrong for them to lift it".
            { Operator.Group: OperatorGroup.Judgement } hit => infinitive && (_text.Tree.HasChild(parent, "cop") || _text.Words.Key(hit.End) == "to"),
            _ => false,
        };
    }

    // "a halt along the line", "an end to it after the vote": what is ended is not the line, nor the vote.
    private bool OpensAdjunct(int node)
    {
        foreach (int child in _text.Tree.Children(node))
        {
            if (_text.Tree.Relation(child) == "case" && PolarityReader.OpensAdjunct(_text.Words, child))
            {
                return true;
            }
        }

        return false;
    }
}
