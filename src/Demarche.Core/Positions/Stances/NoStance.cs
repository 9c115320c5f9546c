using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Tells what is merely so, or might have been so, from what somebody wants.</summary>
internal static class NoStance
{
    /// <summary>Words from a form of "be" or "have" to the verb it belongs to: adverbs, "not".</summary>
    private const int AuxiliaryReach = 4;

    /// <summary>Words from the matter to what is said of it: "no talks on fish | are under way".</summary>
    private const int PredicateReach = 8;

    /// <summary>Whether nothing that governs the matter takes a stance on it: it merely is so, others tell of it, or a clause of time says when.</summary>
    /// <param name="text">The text.</param>
    /// <param name="operators">What governs the matter.</param>
    /// <param name="match">The matter.</param>
    /// <param name="isNarrated">Whether the text tells it in its own voice.</param>
    public static bool IsTold(CodedText text, IReadOnlyList<OperatorHit> operators, IssueMatch match, bool isNarrated) =>
        Is(text.Words, operators, match.Words, isNarrated) || Rumor.Is(text.Words, operators, match.Words) || TimeClause.Is(text, match.Hits, operators) || IsIll(text.Words, operators, match);

    /// <summary>"a toll war does not frighten us": who only names what nobody wants does not want it.</summary>
    private static bool IsIll(WordText words, IReadOnlyList<OperatorHit> operators, IssueMatch match) =>
        match.Sign > 0 && match.Hits is [.., var last] && words.Key(last) is "war" or "conflict" or "crisis" or "violenc" or "bloodsh" or "bloodshed" or "escal" or "clash" or "fight"
        && operators.All(o => o.Operator.Group is OperatorGroup.Neutral or OperatorGroup.Modal);

    /// <summary>"are holding no talks", "no talks are under way", "could have raised it": how things stand or might have gone, without a word of wanting or judging.</summary>
    /// <param name="words">The words.</param>
    /// <param name="operators">What governs the matter.</param>
    /// <param name="matter">The words that name the matter.</param>
    /// <param name="isNarrated">Whether the text tells it in its own voice.</param>
    public static bool Is(WordText words, IReadOnlyList<OperatorHit> operators, WordRange matter, bool isNarrated)
    {
        bool plain = true;
        bool negated = false;
        foreach (OperatorHit hit in operators)
        {
            plain &= hit.Operator.Group is OperatorGroup.Negator or OperatorGroup.Modal || hit.Operator is { Group: OperatorGroup.Change, Sign: > 0 };
            plain &= !hit.Operator.IsObligation;
            negated |= hit.Operator.Group == OperatorGroup.Negator && words.Key(hit.Start) is "no" or "not";
        }

        return IsBlameWithheld(operators) || IsForgone(words, operators) || (plain && (IsCounterfactual(words, operators) || (negated && !operators.Any(o => o.Operator.Group == OperatorGroup.Modal)
            && (IsState(words, operators, isNarrated) || IsAbsent(words, operators, matter)))));
    }

    /// <summary>"stopped short of condemning it", "refused to criticize it": who does not blame a thing does not want it yet.</summary>
    /// <remarks>"criticized the lack of it" withholds nothing: what denies stands behind the blame.</remarks>
    private static bool IsBlameWithheld(IReadOnlyList<OperatorHit> operators) =>
        operators.FirstOrDefault(o => o.Operator is { Group: OperatorGroup.Attitude, Act: Act.Accuse }) is { Operator: not null } blame
        && operators.Any(o => (o.Operator.Group == OperatorGroup.Negator || o.Operator.Act == Act.Refuse) && o.Start < blame.Start)
        && operators.All(o => o.Operator is { Group: OperatorGroup.Negator or OperatorGroup.Modal or OperatorGroup.Neutral } or { Group: OperatorGroup.Attitude, Act: Act.Accuse or Act.Refuse });

    /// <summary>
    /// "called the levy a barn door": what a matter is called tells no stance where no known word of praise or blame does. Not for a name that only
    /// opponents of an outcome use.
    /// </summary>
    public static bool IsName(WordText words, IReadOnlyList<OperatorHit> operators) =>
        operators.Any(o => words.Key(o.Start) == "call" && o.Operator.Group == OperatorGroup.Neutral)
        && operators.All(o => o.Operator.Group is OperatorGroup.Neutral or OperatorGroup.Modal);

    /// <summary>"It is unclear whether | Norland will lift it": what is asked is not told.</summary>
    /// <param name="words">The words.</param>
    /// <param name="subject">First word of the one whose stance is in question.</param>
    /// <param name="from">First word of the sentence.</param>
    public static bool IsAsked(WordText words, int subject, int from)
    {
        for (int i = subject - 1; i >= Math.Max(from, subject - AuxiliaryReach); i--)
        {
            if (words.Key(i) == "whether")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"could have asked for more": what one might have done one did not, whatever it was.</summary>
    private static bool IsForgone(WordText words, IReadOnlyList<OperatorHit> operators) =>
        operators.All(o => o.Operator is { Sign: > 0, Group: OperatorGroup.Modal or OperatorGroup.Change or OperatorGroup.Attitude or OperatorGroup.Neutral })
        && operators.Any(o => o.Operator.Group == OperatorGroup.Modal && words.Key(o.Start) is "could" or "might" && o.End + 1 < words.Count && words.Key(o.End) == "have"
            && operators.Any(verb => verb.Start == o.End + 1));

    private static bool IsCounterfactual(WordText words, IReadOnlyList<OperatorHit> operators) =>
        operators.Any(o => o.Operator is { Group: OperatorGroup.Modal, Act: null } && o.End + 1 < words.Count && words.Key(o.End) == "have"
            && (operators.Any(verb => verb.Start == o.End + 1) || words.Span(o.End + 1).Of(words.Text).EndsWith("ed", StringComparison.Ordinal)));

    /// <summary>"are not holding", "have not held": a state of things; what a speaker has not done may be a refusal, so that only the text's own voice is taken so.</summary>
    private static bool IsState(WordText words, IReadOnlyList<OperatorHit> operators, bool isNarrated)
    {
        foreach (OperatorHit hit in operators)
        {
            bool running = words.Span(hit.Start).Of(words.Text).EndsWith("ing", StringComparison.Ordinal);
            for (int i = hit.Start - 1; hit.Operator.Group == OperatorGroup.Change && i >= Math.Max(0, hit.Start - AuxiliaryReach); i--)
            {
                if ((running && IsBe(words.Key(i))) || (isNarrated && !running && words.Key(i) is "has" or "have" or "had"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"no talks are under way", "there are no talks".</summary>
    private static bool IsAbsent(WordText words, IReadOnlyList<OperatorHit> operators, WordRange matter)
    {
        foreach (OperatorHit hit in operators)
        {
            if (words.Key(hit.Start) != "no" || hit.End > matter.Start || matter.Start - hit.End > AuxiliaryReach)
            {
                continue;
            }

            for (int i = hit.Start - 1; i >= Math.Max(1, hit.Start - AuxiliaryReach); i--)
            {
                if (IsBe(words.Key(i)) && words.Key(i - 1) == "there")
                {
                    return true;
                }
            }

            for (int i = matter.End; i + 1 < Math.Min(words.Count, matter.End + PredicateReach); i++)
            {
                if (IsBe(words.Key(i)) && words.Key(i + 1) is "under" or "underway" or "go" or "ongo" or "plan")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsBe(string key) => key is "is" or "are" or "was" or "were" or "been" or "am";
}
