namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Takes away links by what the groups they make tell of how a speaker's words reach the outlets: in one translation, in several, or untranslated.</summary>
/// <remarks>
/// Outlets that translate apart share few words of one statement; of a speaker whom they quote alike, little likeness means two statements. Thresholds
/// by pairs of BASIL (everybody quoted alike) and of the two disputes with gold renderings (translations), read by eye: docs/decisions/0038-two-statements.md.
/// </remarks>
internal sealed class LinkSieve
{
    // Below it half of the pairs of quotations of somebody quoted alike are two statements, ...
    private const double LeastOfQuotations = 0.7;

    // ... and of quotations and reports, and of reports, two thirds; ...
    private const double LeastOfReport = 0.6;
    private const double LeastOfReports = 0.59;

    // ... somewhat fewer of somebody of whom neither is known.
    private const double Doubt = 0.035;

    // Whose very words are known is seldom rendered in words that only mean the same.
    private const double LeastOfForms = 0.5;

    private readonly PassageLikeness _forms = new(new WordLikeness(null));
    private readonly HashSet<string> _quotedAlike;
    private readonly HashSet<string> _translated;

    /// <summary>Judges by <paramref name="groups"/> of one story.</summary>
    public LinkSieve(IReadOnlyCollection<Passage[]> groups)
    {
        _quotedAlike = TranslatedSpeakers.QuotedAlike(groups);
        _translated = [.. TranslatedSpeakers.BalanceOf(groups).Where(speaker => speaker.Value > 0 && !_quotedAlike.Contains(speaker.Key)).Select(speaker => speaker.Key)];
    }

    /// <summary>Whether a link may tie two wordings of one statement.</summary>
    public bool Keeps(Passage left, Passage right, double likeness)
    {
        if (left.IsBare || right.IsBare || left.IsOwn || right.IsOwn || IsQuotedPart(left, right))
        {
            return true;
        }

        bool isAlike = Are(_quotedAlike, left, right);
        double least = left.IsQuoted && right.IsQuoted ? (isAlike ? LeastOfQuotations : 0)
            : (left.IsQuoted || right.IsQuoted ? LeastOfReport : LeastOfReports) - (isAlike ? 0 : Doubt);
        return isAlike ? likeness >= least && _forms.Of(left, right) >= LeastOfForms : likeness >= least || Are(_translated, left, right);
    }

    // A quotation that the other has whole; a report in so few words that a quotation has them all is no such part.
    private static bool IsQuotedPart(Passage left, Passage right) =>
        (left.Words.Length <= right.Words.Length ? left : right).IsQuoted && UtteranceBuilder.IsPart(left, right);

    private static bool Are(HashSet<string> names, params ReadOnlySpan<Passage> speakers)
    {
        foreach (Passage passage in speakers)
        {
            if (TranslatedSpeakers.NameOf(passage) is { } name && names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }
}
