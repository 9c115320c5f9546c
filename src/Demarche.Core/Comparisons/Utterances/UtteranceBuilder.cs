namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Makes utterances of groups of passages: the reference, and how each rendering differs from it.</summary>
/// <param name="alignment">Sets wordings against each other.</param>
/// <param name="translated">Who speaks another language.</param>
internal sealed class UtteranceBuilder(WordAlignment alignment, TranslatedSpeakers translated)
{
    /// <summary>The utterances, by their first rendering.</summary>
    /// <param name="groups">Passages of one utterance each, in order of articles.</param>
    public IReadOnlyList<Utterance> Build(IEnumerable<Passage[]> groups) =>
    [
        .. groups.OrderBy(group => group[0].Article, ComparedArticle.InOrder).ThenBy(group => group[0].Span).Select(Make),
    ];

    private Utterance Make(Passage[] group)
    {
        Passage reference = group.OrderBy(passage => passage.IsBare)
            .ThenByDescending(passage => passage.Article.IsReference)
            .ThenByDescending(passage => passage.IsQuoted)
            .ThenByDescending(passage => passage.Words.Length).First();
        bool isTranslated = group.Any(translated.Includes);
        Rendering[] renderings = [.. group.Select(passage => Render(reference, passage, isTranslated))];
        return new Utterance(
            UtteranceFinder.IdOf(group[0]),
            Fullest(group.Select(passage => passage.Attribution.Speaker)),
            group.Select(passage => passage.Attribution.SpeakerParty).FirstOrDefault(party => party is not null),
            renderings,
            renderings[Array.IndexOf(group, reference)]);
    }

    private Rendering Render(Passage reference, Passage passage, bool isTranslated)
    {
        IReadOnlyList<AlignedWord>? steps = alignment.Of(reference, passage);
        return new Rendering(
            passage.Article,
            passage.Attribution,
            passage.Span,
            passage.IsQuoted,
            RelationOf(reference, passage, isTranslated),
            WordDifference.Of(reference, passage, steps),
            [
                .. (steps is null || ReferenceEquals(reference, passage) ? [] : AlterationFinder.In(reference, passage, steps)).Concat(LostAttribution(reference, passage))
                    .OrderBy(alteration => alteration.Kind),
            ]);
    }

    // What somebody said, printed as a fact.
    private static IEnumerable<Alteration> LostAttribution(Passage reference, Passage passage) => passage.IsBare && !reference.IsBare
        ? [new Alteration(AlterationKind.Attribution, reference.Attribution.Speaker ?? Cited(reference), "")]
        : [];

    private static string Cited(Passage passage) =>
        string.Join(' ', passage.Attribution.Source.Concat(passage.Attribution.Cue).Order().Select(span => span.Of(passage.Article.Text)));

    private static RenderingRelation RelationOf(Passage reference, Passage passage, bool isTranslated) =>
        reference.Words.Length == passage.Words.Length && IsPart(reference, passage) ? RenderingRelation.Identical
        : passage.Words.Length < reference.Words.Length && IsPart(reference, passage) ? RenderingRelation.Truncated
        : isTranslated && ShowsWords(reference) && ShowsWords(passage) ? RenderingRelation.Translated
        : RenderingRelation.Reworded;

    // Who reports without a quoted word has put it in words of their own, whatever the language.
    private static bool ShowsWords(Passage passage) => passage.IsQuoted || passage.Text.Any(QuotedParts.IsMark);

    /// <summary>Whether one wording is the other, whole or with something left out before, after or in between.</summary>
    internal static bool IsPart(Passage left, Passage right)
    {
        (UtteranceWord[] part, UtteranceWord[] whole) = left.Words.Length <= right.Words.Length ? (left.Words, right.Words) : (right.Words, left.Words);
        int found = 0;
        for (int i = 0; i < whole.Length && found < part.Length; i++)
        {
            found += whole[i].Form == part[found].Form ? 1 : 0;
        }

        return found == part.Length;
    }

    private static string? Fullest(IEnumerable<string?> names) =>
        names.OfType<string>().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();
}
