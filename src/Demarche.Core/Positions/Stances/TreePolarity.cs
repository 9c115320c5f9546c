using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Subjects;
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
        return Polarity.Of(reader._counted, i => reader._attributive[i]);
    }

    private void Climb(int top)
    {
        ClauseTree tree = _text.Tree;
        ReadDependents(top, -1, false);
        CountAll(Denials.OnSubject(_text, _limits, top, -1));
        CountAll(Denials.Before(_text, _limits, _taken.Min()) is { } no ? [no] : []);
        CountAll(Contrast.RatherBefore(_text, _limits, _taken.Min()) is { } less ? [less] : []);
        bool relative = false;
        bool adjunct = false;
        int node = top;
        for (int step = 0; step < ClauseTree.DeepestPath; step++)
        {
            int parent = tree.Head(node);
            string relation = tree.Relation(node);
            ReadPreposition(node, parent);
            if (parent < 0 || EndsAt(node, parent, relation))
            {
                return;
            }

            if (relation == "conj")
            {
                InheritNegation(parent, node);
                node = parent;
                continue;
            }

            relative |= relation is "acl:relcl" || _counted.Exists(c => c.Start >= node - 2 && c.Start < node + 2 && _text.Words.Key(c.Start) is "rather" or "instead");
            adjunct |= relation is "obl" or "nmod" && OpensAdjunct(node);
            CountAll(Denials.OnSubject(_text, _limits, parent, node));
            if (relation == "nsubj" && Contrast.LastVerdict(_text, _limits, parent) is { } last)
            {
                Count(last, false);
            }
            else if (relation == "nsubj" && Contrast.OnlyOne(_text, _limits, node, parent) is { } alone)
            {
                Count(alone, false);
            }
            else
            {
                ReadGovernor(parent, node, relation, Counts(parent, node, relation, relative, adjunct));
            }

            node = parent;
        }
    }

    /// <summary>Whether what governs <paramref name="node"/> says nothing of the matter: it stands in another voice, sentence or clause.</summary>
    private bool EndsAt(int node, int parent, string relation)
    {
        if (!_limits.Contains(parent) || relation is "parataxis" or "vocative" or "discourse" || (relation == "ccomp" && StandsAlone(node, parent)))
        {
            if (relation == "obj")
            {
                // "called | the plan unworkable": the verb is the cue's, the verdict on its object is not.
                ReadDependents(parent, node, true);
            }

            return true;
        }

        // "condemned the tax as an attack on the poor": a verdict, nothing is done to it.
        return (relation is "advcl" && !IsPurposeOfAttitude(node, parent)) || (relation is "obl" or "nmod" or "advmod" && Dependents.HasCase(_text, node, "as"));
    }

    private void ReadGovernor(int parent, int node, string relation, bool counts)
    {
        if (counts && _text.OperatorAt(parent) is { } hit)
        {
            Count(MatterVerdict.Of(_text, hit, node, relation), false);
        }

        ReadObliged(parent, relation);
        ReadFurtherPredicate(parent, relation);
        if (UnlistedVerdict.Find(_text, node, parent, relation) is { } blame && _limits.Contains(blame.Start))
        {
            Count(blame, false);
            CountAll(Denials.On(_text, blame.Start));
        }

        ReadDependents(parent, node, relation is "nsubj" or "nsubj:pass" or "obj" or "obl" or "xcomp" or "ccomp" or "csubj");
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
        if (hit.Operator.IsVerb)
        {
            // "closed the gates of the dam", "is left to the board": nothing is done to dam or board.
            return _taken.Contains(node) && relation is "obj" or "nsubj:pass";
        }

        if (group == OperatorGroup.Modal)
        {
            // "had to cover it", "is going to cover it": the obligation is the verb of the tree.
            return relation == "xcomp" || (hit.Operator.IsObligation && relation is "nsubj" or "acl");
        }

        if (relation == "nsubj")
        {
            return CountsForSubject(hit.Operator.Group, parent, node);
        }

        return group switch
        {
            OperatorGroup.Neutral or OperatorGroup.Negator => false,
            OperatorGroup.Effect => !relative && !NounHolder.IsMet(_text, parent) && Dependents.IsObject(_text, parent, relation),
            OperatorGroup.Mending => _counted.Exists(c => PolarityReader.CanBeMended(c.Operator)),
            OperatorGroup.Change or OperatorGroup.Deed => !relative && !adjunct,
            _ => true,
        };
    }

    /// <summary>"The ban is unacceptable", "the strike goes on"; who does something to another thing is no matter of it.</summary>
    private bool CountsForSubject(OperatorGroup group, int predicate, int subject) => group switch
    {
        OperatorGroup.Judgement => true,
        OperatorGroup.Effect => !NounHolder.IsMet(_text, predicate),
        OperatorGroup.Change => !Dependents.HasObject(_text, predicate, subject) && !_text.Tree.HasChild(predicate, "cop"),
        OperatorGroup.Deed => Dependents.HasObject(_text, predicate, subject),
        OperatorGroup.Attitude => !Dependents.HasObject(_text, predicate, subject),
        _ => false,
    };

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
                // "called the demand for tolls | absurd": behind the noun it is the verdict.
                Count(hit, attributive && child < node);
            }
        }
    }

    private bool IsSaid(Operator op, int child, int node, int from, bool isPredicate, bool attributive)
    {
        string relation = _text.Tree.Relation(child);
        if (op.Group == OperatorGroup.Judgement && Dependents.HasCase(_text, child, "as"))
        {
            // "dismissed it as unnecessary": the verdict says why, it turns nothing; "sees | it as a danger" gives it.
            int verb = from < 0 && _text.Tree.Head(node) >= 0 ? _text.Tree.Head(node) : node;
            bool isReason = attributive || _text.OperatorAt(verb)?.Operator.Group is OperatorGroup.Attitude;
            return !isReason && (isPredicate || (from < 0 && relation == "nmod")) && relation is "obl" or "nmod" or "advcl" or "xcomp";
        }

        // "would lead to ruin": what a bad effect consists of turns nothing once more.
        bool isEffect = op.Group is OperatorGroup.Judgement or OperatorGroup.Effect && _text.OperatorAt(node) is { Operator: { Group: OperatorGroup.Effect, Sign: < 0 } };
        return attributive || (isPredicate && !isEffect && Dependents.Completes(_text, op.Group, relation, child, node, from));
    }

    /// <summary>"The ban had | to end", "has to be lifted": what is to become of the matter hangs on the obligation.</summary>
    private void ReadObliged(int verb, string relation)
    {
        foreach (int child in relation == "nsubj" && _text.OperatorAt(verb) is { Operator.IsObligation: true } ? _text.Tree.Children(verb) : default)
        {
            if (_text.Tree.Relation(child) == "xcomp" && _limits.Contains(child) && !Dependents.HasObject(_text, child, -1) && _text.OperatorAt(child) is { Operator.Group: OperatorGroup.Change } hit && !IsTaken(hit))
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

    /// <summary>"is opposed | to the line": the words that a preposition ends govern its noun, wherever the tree hangs that; "prefers a line | to the road".</summary>
    private void ReadPreposition(int node, int parent)
    {
        if (parent >= 0 && Contrast.LessWanted(_text, _limits, node, parent) is { } less)
        {
            Count(less, false);
        }

        foreach (int child in _text.Tree.Children(node))
        {
            if (_text.Tree.Relation(child) == "case" && _limits.Contains(child) && _text.OperatorAt(child) is { Operator.Group: OperatorGroup.Attitude } hit
                && hit.End == child + 1 && hit.Start < child && _limits.Contains(hit.Start) && !IsTaken(hit))
            {
                Count(hit, false);
            }
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
                && (_text.Tree.Relation(child) is "advmod" or "det" || _text.Words.Key(child) == "neither") && !IsTaken(hit))
            {
                Count(hit, false);
            }
        }
    }

    private void CountAll(IEnumerable<OperatorHit> hits)
    {
        foreach (OperatorHit hit in hits)
        {
            if (!IsTaken(hit))
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

    // The parser often takes "to lift it" after "refused" for a clause of purpose.
    private bool IsPurposeOfAttitude(int node, int parent)
    {
        // So too "ruled out extending it".
        return _text.OperatorAt(parent) switch
        {
            { Operator.Group: OperatorGroup.Attitude } hit => Dependents.IsInfinitive(_text, node) || hit.End == node,
            // "it would be wrong for them to lift it".
            { Operator.Group: OperatorGroup.Judgement } hit => Dependents.IsInfinitive(_text, node) && (_text.Tree.HasChild(parent, "cop") || _text.Words.Key(hit.End) == "to"),
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
