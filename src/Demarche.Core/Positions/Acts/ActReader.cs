using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Acts;

/// <summary>Reads act and strength of a position: what the telling word does, who is to do the thing, and what hangs on it.</summary>
internal static class ActReader
{
    /// <summary>Words between "agreed" and what is agreed to, "on Thursday in Nordhaven", and between "would" and its verdict: "in the end be a".</summary>
    private const int MomentReach = 5;

    /// <summary>Words between "has" and the verb of what is kept: "has | strictly applied and fully | upheld".</summary>
    private const int PerfectReach = 8;

    /// <summary>The act of <paramref name="candidate"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lexicon">Tells who is to act on an issue, and which matters are blows.</param>
    /// <param name="candidate">The position as read.</param>
    /// <param name="isReiterated">Whether the text marks it as said before.</param>
    public static Act Read(CodedText text, IssueLexicon lexicon, Candidate candidate, bool isReiterated)
    {
        // "will not accept it unless": the condition turns the stance, not what is done with these words.
        int sign = candidate.Condition is null ? candidate.Sign : -1;
        Act act = candidate.Act ?? OfWords(text, lexicon, candidate, sign, isReiterated);
        var deed = new DeedReader(text, lexicon, candidate);
        act = act switch
        {
            Act.Commit when !deed.IsOwn && !IsAgreed(text, candidate) => deed.IsAsked ? Act.Demand : isReiterated ? Act.Reaffirm : Act.Assert,
            Act.Assert when deed.IsDone => Act.Commit,
            Act.Assert when deed.IsAsked => Act.Demand,
            // "Both sides agreed to ...": what the one put forward the other accepts.
            Act.Commit when candidate.IsJoint && candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Attitude, Act: Act.Accept }) => Act.Accept,
            _ => act,
        };
        return ThreatReader.Read(text, lexicon, candidate, act);
    }

    /// <summary>Strength 1-4: that of the telling word, or the usual one of the act where other words made another act of it.</summary>
    public static int StrengthOf(CodedText text, Candidate candidate, Act act) =>
        TellingWord.Find(text, candidate)?.Hit.Operator is { Strength: > 0 } op && op.Act == act ? op.Strength : act switch
        {
            Act.Offer => 1,
            Act.Demand or Act.Commit or Act.Reject or Act.Refuse or Act.Threaten or Act.Accuse or Act.Deny => 3,
            _ => 2,
        };

    private static Act OfWords(CodedText text, IssueLexicon lexicon, Candidate candidate, int sign, bool isReiterated)
    {
        if (TellingWord.Find(text, candidate) is not { Hit.Operator.Act: { } act } telling)
        {
            return Untold(text.Words, candidate, sign, isReiterated);
        }

        Operator op = telling.Hit.Operator;
        if (!telling.IsTurned && act == Act.Accept && IsAgreedDeed(text, telling, candidate))
        {
            return IsTentative(text.Words, telling.Hit.Start) ? Act.Offer : Act.Commit;
        }

        if (Negated(text, lexicon, candidate, telling, act, sign) is { } turned)
        {
            return turned == Act.Assert && isReiterated ? Act.Reaffirm : turned;
        }

        // "remains committed to" says it again; "imposed it again" does it.
        bool isStand = act == Act.Assert || (act == Act.Commit && op.Group == OperatorGroup.Attitude)
            || (telling.Hit.Start > 0 && text.Words.Key(telling.Hit.Start - 1) is "remain" or "stay" && act == Act.Reject);
        return isReiterated && isStand ? Act.Reaffirm : InContext(text, lexicon, candidate, telling, act, sign);
    }

    /// <summary>Whether the commitment is one agreed to: whoever agrees does it.</summary>
    private static bool IsAgreed(CodedText text, Candidate candidate) =>
        TellingWord.Find(text, candidate) is { Hit.Operator: { Group: OperatorGroup.Attitude, Act: Act.Accept }, IsTurned: false };

    /// <summary>The act where no word tells one.</summary>
    private static Act Untold(WordText words, Candidate candidate, int sign, bool isReiterated)
    {
        if (IsOwnThreat(words, candidate))
        {
            return Act.Threaten;
        }

        if (sign < 0 && IsContrasted(words, candidate))
        {
            return Act.Reject;
        }

        if (sign < 0 && candidate.Operators.Any(o => o.Operator.Group == OperatorGroup.Neutral && words.Key(o.Start) == "call"))
        {
            // "called it an ambush": the name alone blames.
            return Act.Accuse;
        }

        if (sign < 0 && HasNotHappened(words, candidate.Evidence))
        {
            return Act.Deny;
        }

        // "there would be no talks", "could not afford it": what one will not have.
        bool negated = candidate.Operators.Any(o => o.Operator.Group == OperatorGroup.Negator);
        bool bars = negated && sign < 0 && candidate.Operators.Any(o => o.Operator.Group == OperatorGroup.Modal || IsBarred(words, o));
        return bars ? Act.Refuse : isReiterated ? Act.Reaffirm : Act.Assert;
    }

    /// <summary>What a negation makes of the act; null where it leaves it as it is.</summary>
    private static Act? Negated(CodedText text, IssueLexicon lexicon, Candidate candidate, TellingWord telling, Act act, int sign)
    {
        bool isAttitude = telling.Hit.Operator.Group == OperatorGroup.Attitude;
        return act switch
        {
            Act.Commit or Act.Offer => NegatedDeed(text, lexicon, candidate, telling, act, sign),
            // "will not accept it": what one will not do; "does not accept it", "never accepted it": what one turns down.
            Act.Accept when (isAttitude && telling.IsTurned) || (telling.IsNegated && sign < 0) => IsWillAround(text.Words, telling.Hit.Start) ? Act.Refuse : Act.Reject,
            Act.Reject when isAttitude && telling.IsTurned => Act.Accept,
            // "did not rule it out": left open.
            Act.Refuse when isAttitude && telling.IsTurned && (sign > 0 || candidate.Operators.Any(o => o.Operator.Group == OperatorGroup.Negator)) => Act.Offer,
            // "cannot keep it".
            Act.Reaffirm when telling.IsNegated && sign < 0 => Act.Refuse,
            // "withdrew the demand": done. "does not want a strike": a view, not a claim on anybody.
            Act.Demand when isAttitude && telling.IsTurned && sign < 0 =>
                candidate.Operators.Any(o => o.End <= telling.Hit.Start && o.Operator is { Group: OperatorGroup.Change, Sign: < 0 }) ? Act.Commit : Act.Assert,
            _ => null,
        };
    }

    /// <summary>What a negation makes of a deed that is announced or offered; null where it leaves it as it is.</summary>
    private static Act? NegatedDeed(CodedText text, IssueLexicon lexicon, Candidate candidate, TellingWord telling, Act act, int sign)
    {
        bool isAttitude = telling.Hit.Operator.Group == OperatorGroup.Attitude;
        bool isPromised = act == Act.Commit && isAttitude && telling.IsTurned;

        // "never intended to": an allegation is met.
        bool isMet = isPromised && telling.Hit.Start > 0 && text.Words.Key(telling.Hit.Start - 1) == "never";

        // "pledged that there would be no": a promise all the same; "no fees will be raised": a blow that one will not deal is promised.
        bool isKept = act == Act.Commit && (isAttitude
            ? !telling.IsTurned && IsPromise(text.Words.Key(telling.Hit.Start))
            : lexicon.IsHarmful(candidate.Match) && candidate.Match.Sign > 0);
        return isMet ? Act.Deny : telling.IsNegated && sign < 0 && !isKept ? Act.Refuse : null;
    }

    /// <summary>What other words make of the act of the telling one.</summary>
    private static Act InContext(CodedText text, IssueLexicon lexicon, Candidate candidate, TellingWord telling, Act act, int sign) => act switch
    {
        // "wants this rather than that": what stands behind it is turned down.
        Act.Assert or Act.Demand or Act.Call or Act.Propose when sign < 0 && IsContrasted(text.Words, candidate) => Act.Reject,
        Act.Propose when text.Words.Key(telling.Hit.Start) == "suggest" && DemandReader.IsPlainStatement(text.Words, telling.Hit, candidate) => Act.Assert,
        Act.Accept when telling.Hit.Operator.Group == OperatorGroup.Attitude && Approval.IsView(text, telling.Hit, candidate.Evidence) => Act.Assert,
        Act.Demand or Act.Call => DemandReader.Read(text, lexicon, candidate, telling.Hit, act, sign),
        Act.Assert when telling.Hit.Operator.Group == OperatorGroup.Attitude && IsPursued(text.Words, telling.Hit) => telling.IsNegated && sign < 0 ? Act.Refuse : Act.Commit,
        Act.Accept or Act.Commit or Act.Reaffirm => OfPromise(text, candidate, telling.Hit, act),
        Act.Reject or Act.Assert or Act.Accuse => OfVerdict(text, candidate, telling.Hit, act, sign),
        _ => act,
    };

    private static Act OfPromise(CodedText text, Candidate candidate, OperatorHit hit, Act act)
    {
        if (hit.Operator.Group == OperatorGroup.Change)
        {
            return act == Act.Reaffirm ? OfKeeping(text.Words, candidate, hit) : act;
        }

        if (hit.Start >= 2 && text.Words.Key(hit.Start - 1) == "to" && text.Words.Key(hit.Start - 2) == "close")
        {
            // "close to agreeing".
            return Act.Assert;
        }

        // "could agree to": not yet done. "ordered Suderia to": asked of another.
        return hit.Operator.Group == OperatorGroup.Attitude && act != Act.Reaffirm && IsTentative(text.Words, hit.Start) ? Act.Offer
            : text.Words.Key(hit.Start) == "order" && IsNamedAfter(text, hit.End, candidate) ? Act.Demand
            : act;
    }

    /// <summary>"will go on", "the guards stay": what is held to is promised. "has upheld the deal": a claim to have kept it.</summary>
    private static Act OfKeeping(WordText words, Candidate candidate, OperatorHit hit)
    {
        string word = words.Span(hit.Start).Of(words.Text);
        bool isPerfect = false;
        for (int i = Math.Max(candidate.Evidence.Start, hit.Start - PerfectReach); i < hit.Start; i++)
        {
            isPerfect |= words.Key(i) is "has" or "have" or "had";
        }

        // "the guards will stay", of those who are asked to leave: kept against what is asked.
        return candidate.Operators.Any(IsFuture) || IsFuture(words, hit.Start) || word is "stay" or "stays" or "go" or "goes" ? candidate.Sign < 0 && words.Key(hit.Start) == "stay" ? Act.Refuse : Act.Commit
            : isPerfect && !word.EndsWith("ing", StringComparison.Ordinal) ? Act.Assert
            : Act.Reaffirm;
    }

    private static Act OfVerdict(CodedText text, Candidate candidate, OperatorHit hit, Act act, int sign)
    {
        IReadOnlyList<OperatorHit> operators = candidate.Operators;
        WordText words = text.Words;
        if (act == Act.Accuse || (act == Act.Reject && words.Span(hit.Start).Of(words.Text) is "criticism"))
        {
            // "condemned the closure": blame for an outcome and not for an act against it turns the outcome down; who is blamed by name is accused.
            bool isBlame = hit.Operator.Group != OperatorGroup.Attitude || sign > 0 || operators.Any(o => o.Operator.Group == OperatorGroup.Deed);
            return isBlame || IsNamedAfter(text, hit.End, candidate) ? Act.Accuse : Act.Reject;
        }

        if (act == Act.Reject && operators.Any(o => o.Operator is { Group: OperatorGroup.Attitude, Act: Act.Accuse }))
        {
            return Act.Deny;
        }

        if (words.Key(hit.Start) == "seek" && words.Key(hit.End) == "to" && candidate.Sign > 0)
        {
            // "seeks to push it through": a plan pursued.
            return Act.Commit;
        }

        // "would be a disaster" tells what follows; "is a disaster" what one thinks of it: a verdict that turns it down.
        bool follows = hit.Operator is { Group: OperatorGroup.Judgement, Sign: < 0 } && operators.Any(o => o.Operator is { Group: OperatorGroup.Modal, Act: null } && hit.Start - o.End is >= 0 and <= MomentReach);
        return follows ? Act.Warn : hit.Operator.Group == OperatorGroup.Judgement && sign < 0 ? Act.Reject : act;
    }

    /// <summary>"rather than that", "this, not that".</summary>
    private static bool IsContrasted(WordText words, Candidate candidate) => candidate.Operators.Any(o =>
        o.Operator is { Group: OperatorGroup.Negator } && (o.Operator.Act == Act.Reject || (o.Start > candidate.Evidence.Start && words.Key(o.Start - 1) == ",")));

    /// <summary>"agreed to impose", "agreed not to scrap", "signed up to protect": who agrees to do it will do it; to let another do it gives in.</summary>
    private static bool IsAgreedDeed(CodedText text, TellingWord telling, Candidate candidate)
    {
        WordText words = text.Words;
        bool agrees = words.Key(telling.Hit.Start) is "agre" or "consent" or "sign";
        for (int i = telling.Hit.End - 1; agrees && i < Math.Min(words.Count - 1, Math.Min(candidate.Evidence.End, telling.Hit.End + MomentReach)); i++)
        {
            if (words.Key(i) is "to")
            {
                return words.Key(i + 1) is not ("let" or "allow" or "accept" or "hold" or "meet")
                    && (text.OperatorAt(i + 1) is { Operator.Group: OperatorGroup.Change } || (!text.Tree.IsEmpty && text.Tree.Relation(i + 1) == "xcomp"));
            }

            agrees = words.Key(i) is not ("the" or "a" or "with" or "that");
        }

        return false;
    }

    /// <summary>"there can be no talk of it".</summary>
    private static bool IsBarred(WordText words, OperatorHit hit) => hit.Start >= 2 && words.Key(hit.Start) == "no" && words.Key(hit.Start - 1) == "be" && words.Key(hit.Start - 2) == "can";

    /// <summary>"their threat of a strike".</summary>
    private static bool IsOwnThreat(WordText words, Candidate candidate)
    {
        int at = candidate.Match.Words.Start - 1;
        at -= at > 0 && words.Key(at) is "a" or "an" or "the" ? 1 : 0;
        return at >= 2 && words.Key(at) == "of" && words.Key(at - 1) == "threat" && (words.IsPossessive(at - 2) || words.Key(at - 2) is "his" or "her" or "their" or "it");
    }

    /// <summary>"will seek damages", "would defend the dam": a course that one announces.</summary>
    private static bool IsPursued(WordText words, OperatorHit hit) => words.Key(hit.Start) is "seek" or "defend" or "fight" && IsFuture(words, hit.Start);

    /// <summary>"no vote had taken place".</summary>
    private static bool HasNotHappened(WordText words, WordRange evidence)
    {
        for (int i = evidence.Start; i + 1 < evidence.End; i++)
        {
            if (words.Span(i).Of(words.Text) is "taken" or "taking" && words.Key(i + 1) == "place")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPromise(string key) => key is "pledg" or "promis" or "undertak" or "commit" or "vow" or "give";

    private static bool IsFuture(OperatorHit hit) => hit.Operator is { Group: OperatorGroup.Modal, IsObligation: false };

    private static bool IsFuture(WordText words, int verb)
    {
        for (int i = Math.Max(0, verb - 3); i < verb; i++)
        {
            if (words.Key(i) is "will" or "would" or "shall")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"would not accept", "could not support".</summary>
    private static bool IsWillAround(WordText words, int verb) => IsFuture(words, verb) || (verb >= 2 && words.Key(verb - 2) is "can" or "could") || words.Key(Math.Max(0, verb - 1)) == "cannot";

    private static bool IsTentative(WordText words, int verb) => verb > 0 && words.Key(verb - 1) is "could" or "may" or "might";

    private static bool IsNamedAfter(CodedText text, int at, Candidate candidate)
    {
        for (int i = at; i < Math.Min(text.Words.Count, at + 2); i++)
        {
            if (text.MentionAt(i) is { } mention && mention.Actor.PartyId != candidate.Holder.Party && !text.Words.IsPossessive(mention.Words.End - 1))
            {
                return true;
            }
        }

        return false;
    }
}
