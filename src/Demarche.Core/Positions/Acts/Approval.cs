using System.Collections.Frozen;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Acts;

/// <summary>Tells who takes up what another put forward, "supports the mediator's plan", from who is for a thing: "supports a longer season".</summary>
internal static class Approval
{
    /// <summary>Words behind the verb in which what was put forward is named: "supports the last, much amended | proposal".</summary>
    private const int Reach = 8;

    // Written by us: verbs of approval that are said of things nobody put forward as well.
    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(["support", "favor", "welcom", "for", "in", "am", "is", "are", "all"], StringComparer.Ordinal);

    // Written by us: beginnings of what is put forward for others to take or leave, and of what others have settled.
    private static readonly string[] PutForward =
    [
        "propos", "plan", "offer", "position", "initiative", "idea", "decision", "start", "arbitrator", "terms", "draft", "motion", "suggest", "invit", "ruling", "effort", "move",
        "announce", "recommend", "compromise", "principle",
    ];

    /// <summary>Whether the verb at <paramref name="hit"/> tells a view only: its object is neither a proposal nor a pronoun, which stands for one.</summary>
    public static bool IsView(CodedText text, OperatorHit hit, WordRange evidence)
    {
        WordText words = text.Words;
        bool isView = Verbs.Contains(words.Key(hit.Start)) && !(hit.End < words.Count && words.Key(hit.End) is "it" or "this" or "that" or "them");
        for (int i = hit.End; isView && i < Math.Min(evidence.End, hit.End + Reach); i++)
        {
            string word = words.Span(i).Of(words.Text);
            isView = !PutForward.Any(start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        }

        return isView;
    }
}
