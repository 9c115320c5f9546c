using Demarche.Core.Parties;
using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Finds whose stance a clause tells by its tree: the subject of a verb that governs the matter, or the owner of a noun that does.</summary>
internal sealed class TreeSubject
{
    /// <summary>What the matter's own verb does: it brings the matter about.</summary>
    private static readonly Operator Deed = new(OperatorGroup.Change, 1, Act.Commit, 3);

    /// <summary>What who sets a day for another's deed does.</summary>
    private static readonly Operator Asking = new(OperatorGroup.Attitude, 1, Act.Demand, 3);

    private readonly CodedText _text;
    private readonly WordRange _limits;
    private readonly ActorMatch? _speaker;

    private readonly bool _isQuoted;

    private TreeSubject(CodedText text, WordRange limits, ActorMatch? speaker, bool isQuoted)
    {
        _isQuoted = isQuoted;
        _text = text;
        _limits = limits;
        _speaker = speaker;
    }

    /// <summary>The innermost subject; that of a word of wanting around it where the inner clause is an infinitive ("wants Suderia to lift it").</summary>
    /// <param name="text">The text; without trees nothing is found.</param>
    /// <param name="limits">The words of one voice.</param>
    /// <param name="taken">The words that name the matter.</param>
    /// <param name="speaker">Whom a personal pronoun means; null in the narrator's voice.</param>
    /// <param name="isQuoted">Whether the words are the speaker's own, in which "it" and "they" are others.</param>
    public static Subject? Find(CodedText text, WordRange limits, IReadOnlyCollection<int> taken, ActorMatch? speaker, bool isQuoted = false)
    {
        if (text.Tree.IsEmpty)
        {
            return null;
        }

        var finder = new TreeSubject(text, limits, speaker, isQuoted);
        int node = text.TopOf(taken);
        if (finder.OfDeadline(node) is { } setter)
        {
            return setter;
        }

        Subject? inner = null;
        OperatorHit? verb = null;
        int below = -1;
        for (int step = 0; step < ClauseTree.DeepestPath && node >= 0 && limits.Contains(node); step++)
        {
            verb = finder.VerbAbove(below, node, verb);
            if (verb is { } hit && finder.SubjectOf(node, hit) is { } found && (inner is null || hit.Operator.Group == OperatorGroup.Attitude || SubjectFinder.IsOwner(text.Words, inner.Start)))
            {
                if (inner is not null || (!Dependents.IsInfinitive(text, node) && !SubjectFinder.IsOwner(text.Words, found.Start)))
                {
                    return found;
                }

                inner = found;
            }

            if (text.Tree.Relation(node) is "parataxis" or "advcl")
            {
                return inner ?? finder.OfPurpose(node);
            }

            (below, node) = (node, text.Tree.Head(node));
        }

        return inner;
    }

    /// <summary>The word by which the subject of <paramref name="node"/> takes a stance: its own, or the one below, <paramref name="controlled"/>, that it governs without one.</summary>
    private OperatorHit? VerbAbove(int below, int node, OperatorHit? controlled) =>
        below < 0 ? OwnVerbAt(node)
        : VerbAt(node, _text.Tree.Relation(below) == "conj" ? below : -1) ?? (controlled is not null && IsControlled(below, node) ? controlled : null);

    /// <summary>"is trying | to secure it", "turned to the Council with a request for it": who does the one does the other.</summary>
    private bool IsControlled(int below, int node) => _text.Tree.Relation(below) switch
    {
        "xcomp" => Dependents.IsInfinitive(_text, below) && IsStriving(_text.Words.Key(node)) && !_text.Tree.HasChild(node, "aux:pass"),
        "obl" => Dependents.HasCase(_text, below, "with") && _text.OperatorAt(below) is { Operator.Group: OperatorGroup.Attitude },
        _ => false,
    };

    // Verbs that tell no more than that the subject goes about what follows; "is likely to", "has yet to" are none.
    private static bool IsStriving(string key) => key is "tri" or "try" or "attempt" or "work" or "strive" or "struggl" or "manag" or "rush" or "move" or "scrambl" or "act" or "set";

    /// <summary>The word by which the subject of <paramref name="node"/> takes a stance: itself, the coordinated one, or its modal.</summary>
    private OperatorHit? VerbAt(int node, int coordinated)
    {
        int verb = coordinated >= 0 ? coordinated : node;
        if (ObligationOn(verb) is { } duty)
        {
            return duty;
        }

        if (_text.OperatorAt(verb) is { Operator.Group: OperatorGroup.Attitude or OperatorGroup.Change or OperatorGroup.Deed or OperatorGroup.Judgement } hit)
        {
            return hit;
        }

        // "is going to lift it".
        OperatorHit? weak = _text.OperatorAt(verb) is { Operator.Group: OperatorGroup.Modal } going ? going : null;
        foreach (int child in _text.Tree.Children(node))
        {
            if (_text.OperatorAt(child) is { } below && below.Start < node + 4
                && (below.Operator.Group == OperatorGroup.Modal || (below.Operator.Group == OperatorGroup.Attitude && (_text.Tree.Relation(child) == "obj" || (_text.Tree.Relation(child) == "obl" && NounHolder.IsMeeting(_text.Words.Key(node)))))))
            {
                weak = below;
            }
            else if (_text.OperatorAt(child) is { Operator.Group: OperatorGroup.Judgement } verdict
                && (_text.Tree.Relation(child) is "xcomp" or "ccomp" || (_text.Tree.Relation(child) == "obl" && Dependents.HasCase(_text, child, "as"))))
            {
                // "was declared illegal by Norland".
                return verdict;
            }
        }

        return weak;
    }

    /// <summary>"must stop": what another has to do is wanted by who says so, whatever the verb under it does.</summary>
    private OperatorHit? ObligationOn(int verb)
    {
        foreach (int child in _text.Tree.Children(verb))
        {
            if (child < verb && _text.Tree.Relation(child) == "aux" && _text.OperatorAt(child) is { Operator.IsObligation: true } duty)
            {
                return duty;
            }
        }

        return null;
    }

    /// <summary>A matter that is itself a finite verb of somebody's: "has appealed", "walked out".</summary>
    private OperatorHit? DeedAt(int node)
    {
        bool acts = false;
        foreach (int child in _text.Tree.Children(node))
        {
            if (_text.Tree.Relation(child) is "cop" or "mark" or "nsubj:pass")
            {
                return null;
            }

            acts |= _text.Tree.Relation(child) == "nsubj";
        }

        return acts ? new OperatorHit(node, node + 1, Deed) : null;
    }

    /// <summary>The verb that is the matter's own, "would share data": "would" itself tells nothing.</summary>
    private OperatorHit? OwnVerbAt(int node)
    {
        OperatorHit? verb = VerbAt(node, -1);
        return verb is null || (verb.Value.Operator.Group == OperatorGroup.Modal && _text.Words.Key(verb.Value.Start) == "would") ? DeedAt(node) ?? verb : verb;
    }

    /// <summary>"Norland named May 20 as the day by which | it must be lifted": who sets the day wants it done; else null.</summary>
    private Subject? OfDeadline(int node)
    {
        bool isDuty = false;
        for (int step = 0; step < ClauseTree.DeepestPath && node >= 0 && _limits.Contains(node); step++)
        {
            isDuty |= ObligationOn(node) is not null;
            int day = _text.Tree.Head(node);
            if (isDuty && day >= 0 && _text.Tree.Relation(node) == "acl:relcl" && _text.Words.Key(day) is "date" or "dat" or "deadlin" or "day" or "time" or "limit")
            {
                int set = _text.Tree.Head(day);
                Subject? setter = set >= 0 && _limits.Contains(set) ? SubjectOf(set, new OperatorHit(day, day + 1, Asking)) : null;
                return setter is null ? null : setter with { IsAsking = true };
            }

            node = day;
        }

        return null;
    }

    /// <summary>"blocked the road to stop the convoy": who does one thing to bring about another wants the other; else null.</summary>
    private Subject? OfPurpose(int infinitive)
    {
        // "has until June to decide": who has time does nothing for an end.
        int main = _text.Tree.Head(infinitive);
        bool isPurpose = main >= 0 && _text.Words.Key(main) is not ("has" or "have" or "had") && main < infinitive && _limits.Contains(main) && _text.OperatorAt(main)?.Operator.Group is not OperatorGroup.Attitude && _text.Tree.Relation(infinitive) == "advcl"
            && Dependents.IsInfinitive(_text, infinitive);
        return isPurpose && _text.OperatorAt(infinitive) is { Operator.Group: OperatorGroup.Attitude or OperatorGroup.Change } hit ? SubjectOf(main, hit) : null;
    }

    private Subject? SubjectOf(int node, OperatorHit verb)
    {
        foreach (int child in _text.Tree.Children(node))
        {
            bool acts = _text.Tree.Relation(child) switch
            {
                "nmod:poss" => true,
                "nsubj" or "nsubj:pass" => IsHolder(_text, child, node, verb),
                "nmod" or "obl" or "obl:agent" => Dependents.HasCase(_text, child, "by"),
                _ => false,
            };
            if (acts && _limits.Contains(child) && ActorsAt(child) is { Count: > 0 } actors)
            {
                return new Subject(actors, verb, Math.Min(child, actors.Min(a => a.Words.Start))) { IsByTree = true, IsBehind = Dependents.HasCase(_text, child, "by") };
            }
        }

        return OfParticiple(node, verb) ?? OfVerdict(node, verb) ?? OfNoun(verb) ?? OfText(node, verb);
    }

    /// <summary>"a statement by Norland on the need | to lift it": who made the statement; else null.</summary>
    private Subject? OfText(int noun, OperatorHit verb)
    {
        int told = _text.Tree.Head(noun);
        bool isAbout = told >= 0 && _text.Tree.Relation(noun) is "nmod" or "obl"
            && (Dependents.HasCase(_text, noun, "on") || Dependents.HasCase(_text, noun, "about") || Dependents.HasCase(_text, noun, "of"))
            && TextNouns.Is(_text.Words.Key(told));
        foreach (int child in isAbout ? _text.Tree.Children(told) : default)
        {
            bool isOwner = _text.Tree.Relation(child) == "nmod:poss";
            bool speaks = isOwner || (_text.Tree.Relation(child) == "nmod" && (Dependents.HasCase(_text, child, "by") || Dependents.HasCase(_text, child, "from")));
            if (isOwner && _limits.Contains(child) && _text.MentionAt(child) is { } owner)
            {
                return new Subject([owner], verb, owner.Words.Start) { IsByTree = true, IsText = true };
            }

            if (speaks && _limits.Contains(child) && ActorsAt(child) is { Count: > 0 } actors)
            {
                return new Subject(actors, verb, Math.Min(child, actors.Min(a => a.Words.Start))) { IsByTree = true, IsText = true };
            }
        }

        return null;
    }

    /// <summary>"drew criticism | from Norland": the one whose stance the noun tells; else null.</summary>
    private Subject? OfNoun(OperatorHit noun)
    {
        int holder = NounHolder.Find(_text, noun.Start);
        return holder >= 0 && _limits.Contains(holder) && ActorsAt(holder) is { Count: > 0 } actors ? new Subject(actors, noun, Math.Min(holder, actors.Min(a => a.Words.Start))) { IsByTree = true, IsBehind = true } : null;
    }

    /// <summary>"was branded a farce | by Norland": the one behind the verdict, where the tree hangs it on that; else null.</summary>
    private Subject? OfVerdict(int node, OperatorHit verdict)
    {
        int word = _text.Tree.Lead(verdict.End - 1);
        if (verdict.Operator.Group != OperatorGroup.Judgement || word == node)
        {
            return null;
        }

        foreach (int child in _text.Tree.Children(word))
        {
            if (_text.Tree.Relation(child) is "nmod" or "obl" or "obl:agent" && Dependents.HasCase(_text, child, "by") && _limits.Contains(child) && ActorsAt(child) is { Count: > 0 } actors)
            {
                return new Subject(actors, verdict, Math.Min(child, actors.Min(a => a.Words.Start))) { IsByTree = true, IsBehind = true };
            }
        }

        return null;
    }

    /// <summary>"Norland is opposed to it", read by the tree as "Norland, opposed to it, is": the noun before is the subject all the same; else null.</summary>
    private Subject? OfParticiple(int node, OperatorHit verb)
    {
        int noun = _text.Tree.Head(node);
        bool isPassive = noun >= 0 && noun < node && _limits.Contains(noun) && _text.Tree.Relation(node) == "acl:relcl" && _text.Tree.HasChild(node, "aux:pass")
            && !_text.Tree.HasChild(node, "nsubj") && !_text.Tree.HasChild(node, "nsubj:pass") && verb.Operator.Group == OperatorGroup.Attitude;
        return isPassive && ActorsAt(noun) is { Count: > 0 } actors ? new Subject(actors, verb, Math.Min(noun, actors.Min(a => a.Words.Start))) { IsByTree = true } : null;
    }

    /// <summary>Whether the subject <paramref name="child"/> of <paramref name="node"/> is who takes the stance: "is opposed to" is a state of mind, "is asked" is done to another.</summary>
    public static bool IsHolder(CodedText text, int child, int node, OperatorHit verb) => text.Tree.Relation(child) switch
    {
        "nsubj" => true,
        "nsubj:pass" => verb.Start == node && verb.End > node + 1 && verb.Operator.Group == OperatorGroup.Attitude,
        _ => false,
    };

    /// <summary>The actors that a noun names: itself, by an apposition or an owner ("Norland's minister"), and those joined to it by "and".</summary>
    private List<PartyMention> ActorsAt(int noun)
    {
        var actors = new List<PartyMention>();
        if (_speaker is not null && SubjectFinder.MeansSpeaker(_text.Words.Key(noun), _isQuoted))
        {
            actors.Add(new PartyMention(new WordRange(noun, noun + 1), _speaker!));
            return actors;
        }

        if (Antecedent.Of(_text, noun, _limits) is { } named)
        {
            actors.Add(named);
            return actors;
        }

        for (int i = Math.Max(_limits.Start, noun - 1); i <= noun; i++)
        {
            if (_text.Opponents.Count > 0 && JointPhrase.StartsAt(_text.Words, i) && i + JointPhrase.Length > noun)
            {
                var words = new WordRange(i, i + JointPhrase.Length);
                return [.. _text.Opponents.Select(o => new PartyMention(words, o))];
            }
        }

        var pronoun = new WordRange(Math.Max(_limits.Start, noun - (_text.Words.Key(noun) == "two" ? 1 : 0)), noun + 1);
        if (_text.Opponents.Count > 0 && JointPhrase.IsPronoun(_text.Words, pronoun))
        {
            return [.. Opponents.Before(_text, pronoun.Start).Select(o => new PartyMention(pronoun, o))];
        }

        Add(MentionOf(noun), actors);
        foreach (int child in _text.Tree.Children(noun))
        {
            if (_text.Tree.Relation(child) == "conj")
            {
                Add(MentionOf(child), actors);
            }
        }

        return actors;
    }

    private static void Add(PartyMention? mention, List<PartyMention> actors)
    {
        if (mention is not null && !actors.Exists(a => a.Actor.PartyId == mention.Actor.PartyId))
        {
            actors.Add(mention);
        }
    }

    private PartyMention? MentionOf(int noun)
    {
        if (_text.MentionAt(noun) is { } own)
        {
            return _text.Words.IsPossessive(own.Words.End - 1) ? null : own;
        }

        if (_text.OperatorAt(noun) is not null)
        {
            return null;
        }

        // "the soldiers of Norland", as "Norland's soldiers".
        bool speaks = VoiceNouns.KindOf(_text.Words.Span(noun).SliceOf(_text.Words.Text)) is VoiceNoun.Government or VoiceNoun.People;
        foreach (int child in _text.Tree.Children(noun))
        {
            bool isPart = _text.Tree.Relation(child) is "compound" or "flat" or "appos" or "nmod:poss" || (speaks && _text.Tree.Relation(child) == "nmod" && Dependents.HasCase(_text, child, "of"));
            if (isPart && _text.MentionAt(child) is { } part)
            {
                return part;
            }
        }

        return null;
    }
}
