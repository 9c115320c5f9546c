using Demarche.Core.Parties;
using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Finds by the tree which party is told or asked to do something to a matter, whoever tells it or asks for it.</summary>
/// <remarks>
/// "Suderia wants Norland to lift its toll": Norland does it. The subject of a stance (<see cref="TreeSubject"/>) is Suderia. An infinitive is done by the one
/// that is asked, where one is named, else by the subject of what governs it ("Norland agreed to lift it").
/// </remarks>
internal sealed class Doer
{
    private readonly CodedText _text;
    private readonly ActorMatch? _speaker;
    private readonly bool _isQuoted;

    private Doer(CodedText text, ActorMatch? speaker, bool isQuoted)
    {
        _text = text;
        _speaker = speaker;
        _isQuoted = isQuoted;
    }

    /// <summary>The party that makes, keeps or ends the matter; null when no verb does or nobody of a party is named for it.</summary>
    /// <param name="text">The text; without trees nothing is found.</param>
    /// <param name="taken">The words that name the matter.</param>
    /// <param name="speaker">Whom a personal pronoun means; null when nobody speaks.</param>
    /// <param name="isQuoted">Whether the words are the speaker's own, in which "it" and "they" are others.</param>
    public static string? Of(CodedText text, IReadOnlyCollection<int> taken, ActorMatch? speaker, bool isQuoted) =>
        text.Tree.IsEmpty || taken.Count == 0 ? null : new Doer(text, speaker, isQuoted).OfMatter(text.TopOf(taken));

    /// <summary>The party that "its", "their" or "our" at <paramref name="pronoun"/> means: whose deed the verb above is; null when that is not told.</summary>
    /// <param name="text">The text; without trees nothing is found.</param>
    /// <param name="pronoun">Index of the pronoun.</param>
    /// <param name="speaker">As for <see cref="Of"/>.</param>
    /// <param name="isQuoted">As for <see cref="Of"/>.</param>
    public static string? OwnerBy(CodedText text, int pronoun, ActorMatch? speaker, bool isQuoted)
    {
        if (text.Tree.IsEmpty || text.Tree.Relation(pronoun) != "nmod:poss")
        {
            return null;
        }

        string word = text.Words.Span(pronoun).Of(text.Words.Text);
        if (word is "our" or "my")
        {
            return speaker?.PartyId;
        }

        var doer = new Doer(text, speaker, isQuoted);
        int verb = doer.VerbOver(text.Tree.Head(pronoun), false);
        return word is "its" or "their" && verb >= 0 ? doer.OfVerb(verb) : null;
    }

    private string? OfMatter(int top)
    {
        int verb = VerbOver(top, true);
        if (_text.Tree.HasChild(top, "nsubj") && !_text.Tree.HasChild(top, "cop"))
        {
            // "would retaliate": the matter is the verb.
            return OfVerb(top);
        }

        if (verb < 0)
        {
            return MadeBy(top);
        }

        return _text.Tree.HasChild(verb, "nsubj:pass") && IsUnderPassive(top, verb) ? AgentOf(verb) : OfVerb(verb);
    }

    /// <summary>"the duties that Norland raised", "the duties imposed by Norland".</summary>
    private string? MadeBy(int matter)
    {
        foreach (int child in _text.Tree.Children(matter))
        {
            if (_text.Tree.Relation(child) is "acl" or "acl:relcl" && _text.OperatorAt(child) is { Operator.Group: OperatorGroup.Change })
            {
                return _text.Tree.HasChild(child, "nsubj") ? OfVerb(child) : AgentOf(child);
            }
        }

        return null;
    }

    /// <summary>The verb that has the matter for its object, for what it is done with or for the subject of its passive; -1 when there is none.</summary>
    /// <param name="node">The matter.</param>
    /// <param name="changes">Whether only a verb of making, keeping or ending counts.</param>
    private int VerbOver(int node, bool changes)
    {
        for (int step = 0; step < ClauseTree.DeepestPath; step++)
        {
            string relation = _text.Tree.Relation(node);
            int head = _text.Tree.Head(node);
            if (head < 0)
            {
                return -1;
            }

            bool governs = relation is "obj" or "nsubj:pass" or "xcomp" || (relation == "obl" && Preposition.Of(_text, node) is "with");
            bool isLink = relation is "compound" or "conj" or "amod" || (relation == "nmod" && Preposition.Of(_text, node) is "of" or "in") || (!changes && relation is "nmod" or "obl");
            if (governs)
            {
                // "defend a list": such a verb makes, keeps and ends nothing.
                return !changes || _text.OperatorAt(head) is { Operator.Group: OperatorGroup.Change } ? head : -1;
            }

            if (!isLink)
            {
                return -1;
            }

            node = head;
        }

        return -1;
    }

    private bool IsUnderPassive(int node, int verb)
    {
        for (int step = 0; step < ClauseTree.DeepestPath && node >= 0; step++)
        {
            if (_text.Tree.Head(node) == verb)
            {
                return _text.Tree.Relation(node) == "nsubj:pass";
            }

            node = _text.Tree.Head(node);
        }

        return false;
    }

    private string? OfVerb(int verb)
    {
        for (int step = 0; step < ClauseTree.DeepestPath; step++)
        {
            foreach (int child in _text.Tree.Children(verb))
            {
                if (_text.Tree.Relation(child) is "nsubj" or "nsubj:pass")
                {
                    return PartyAt(child);
                }
            }

            int governor = _text.Tree.Head(verb);
            switch (_text.Tree.Relation(verb))
            {
                case "ccomp" when !Dependents.IsInfinitive(_text, verb):
                    // "Lift the toll, Orsk told Norland": who says so is not the one to do it.
                    return null;
                case "xcomp" or "ccomp" or "advcl" when governor >= 0:
                    if (AskedBy(governor, verb) is { } asked)
                    {
                        return asked;
                    }

                    verb = governor;
                    break;
                case "conj" when governor >= 0:
                    verb = governor;
                    break;
                case "acl" when governor >= 0:
                    return OfNoun(governor, verb);
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>"Norland's pledge to lift it", "pressure on Norland to lift it", "has no plans to lift it".</summary>
    private string? OfNoun(int noun, int verb)
    {
        bool asks = _text.OperatorAt(noun) is { Operator: { Sign: > 0, Act: Act.Demand or Act.Call } };
        foreach (int child in _text.Tree.Children(noun))
        {
            if (_text.Tree.Relation(child) == "nmod:poss" && !asks)
            {
                return PartyAt(child);
            }
        }

        if (AskedBy(noun, verb) is { } asked)
        {
            return asked;
        }

        int governor = _text.Tree.Head(noun);
        bool isLight = governor >= 0 && _text.Tree.Relation(noun) == "obj" && _text.OperatorAt(governor) is not { Operator.Group: OperatorGroup.Attitude };
        return isLight ? OfVerb(governor) : null;
    }

    /// <summary>Whom <paramref name="governor"/> names before the infinitive: "urged | Norland | to lift it", "called on Norland to".</summary>
    private string? AskedBy(int governor, int infinitive)
    {
        foreach (int child in _text.Tree.Children(governor))
        {
            bool named = child > governor && child < infinitive
                && (_text.Tree.Relation(child) is "obj" or "iobj" || (_text.Tree.Relation(child) is "obl" or "nmod" && Preposition.Of(_text, child) is "on" or "to" or "upon" or "with" or "for"));
            if (named && PartyAt(child) is { } party)
            {
                return party;
            }
        }

        return null;
    }

    private string? AgentOf(int verb)
    {
        foreach (int child in _text.Tree.Children(verb))
        {
            if (_text.Tree.Relation(child) is "obl:agent" or "obl" or "nmod" && Preposition.Of(_text, child) == "by")
            {
                return PartyAt(child);
            }
        }

        return null;
    }

    private string? PartyAt(int noun)
    {
        if (_text.MentionAt(noun) is { } mention)
        {
            return mention.Actor.PartyId;
        }

        if (SubjectFinder.MeansSpeaker(_text.Words.Key(noun), _isQuoted))
        {
            return _speaker?.PartyId;
        }

        if (Antecedent.Of(_text, noun, new WordRange(0, _text.Words.Count)) is { } named)
        {
            return named.Actor.PartyId;
        }

        foreach (int child in _text.Tree.Children(noun))
        {
            // "Norland's cabinet", "the Norlandic cabinet".
            if (_text.Tree.Relation(child) is "nmod:poss" or "amod" or "compound" or "flat" or "appos" && _text.MentionAt(child) is { } part)
            {
                return part.Actor.PartyId;
            }
        }

        return null;
    }
}
