using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions;

/// <summary>Says in a sentence why a position was read: the way of reading, the words that tell the stance, the phrase of the codebook.</summary>
internal static class Explanation
{
    /// <summary>Such as "Told by the speaker with 'must' and 'lifted': wants the outcome; the words fit the codebook's 'lift the embargo'."</summary>
    public static string Of(WordText words, Candidate candidate)
    {
        string[] telling =
        [
            .. candidate.Operators.OrderBy(hit => hit.Start)
                .Select(hit => new TextSpan(words.Span(hit.Start).Start, words.Span(hit.End - 1).End).Of(words.Text)).Distinct()
                .Select(text => $"'{text}'"),
        ];
        string with = telling.Length == 0 ? "by naming it" : "with " + string.Join(" and ", telling);
        string stance = candidate.Sign > 0 ? "wants the outcome" : "does not want the outcome";
        string condition = candidate.Condition is null ? "" : ", under a condition";
        string fit = candidate.Match.Reference is not null ? "point back to" : candidate.Match.Near > 0 ? "come near" : "fit";
        string opening = candidate.IsOwnWords ? "Told in a text of the holder's own" : candidate.FollowsOn ? "Told right after the speaker's own words"
            : candidate.IsIntroduced ? "Told in a list below whose it is" : Opening(candidate.Basis);
        return $"{opening} {with}: {stance}{condition}; the words {fit} the codebook's '{candidate.Match.Phrase}'.";
    }

    private static string Opening(Basis basis) => basis switch
    {
        Basis.JointSpeaker => "Said together with others",
        Basis.ToldOfAnother => "Told of the party by another",
        Basis.ToldByOutsider => "Told of the party by somebody of none",
        Basis.OfAnothersWords => "The speaker takes up another's words",
        Basis.Narrator => "Told by the text in its own voice",
        Basis.NamedAsCondition => "Made a condition",
        _ => "Told by the speaker",
    };
}
