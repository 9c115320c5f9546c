using Demarche.Core.Positions.Confidence;
using Demarche.Core.Positions.Issues;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions;

/// <summary>Everything that was read in an article before the choice among it: how a line came to be, or why there is none.</summary>
/// <param name="Text">The article's words.</param>
/// <param name="Lexicon">The codebook's phrases.</param>
/// <param name="Readings">Every reading, likely or not, with the values of its signals, indexed by <see cref="Signal"/>.</param>
internal sealed record PositionTrace(CodedText Text, IssueLexicon Lexicon, IReadOnlyList<(Position Position, double[] Signals)> Readings)
{
    /// <summary>Whether the words of a place name an issue with a phrase of the codebook.</summary>
    /// <param name="issue">Codebook id of the issue.</param>
    /// <param name="place">The place.</param>
    public bool IsNamed(string issue, TextSpan place) =>
        new IssueMatcher(Lexicon).Match(Text, Text.Words.RangeOf(place)).Exists(match => Lexicon.Codebook.Issues[match.Issue].Id == issue);
}
