using Demarche.Core.Reading.Choices;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Judges the blocks in and around the body that the rules found, one by one: which are the article's, which are not.</summary>
internal static class BodyChooser
{
    // The rules are believed unless the model is as sure as this (log odds) of the contrary; set by cross-validation.
    private const double Sure = 1.5;

    // A longer page is a book: the rules are enough, and its blocks too many to judge one by one in a moment.
    private const int MostBlocks = 3000;

    private static readonly ChoiceModel Model = ChoiceModel.BuiltIn("body.tsv");

    /// <summary>The body with the model's judgement; that of the rules when nothing would be left.</summary>
    public static PageBody Choose(Page page, PageMarks marks, LinkedData linked) => Choose(page, marks, linked, Model);

    /// <summary>The same with a model of one's own.</summary>
    public static PageBody Choose(Page page, PageMarks marks, LinkedData linked, ChoiceModel model)
    {
        if (page.Body.End - page.Body.First > MostBlocks)
        {
            return page.Body;
        }

        var features = new BlockFeatures(page, marks, linked);
        string?[] reasons = [.. page.Body.Reasons];
        bool any = false;
        for (int i = features.First; i < features.End; i++)
        {
            if (reasons[i] == PageBody.AnotherArticle)
            {
                continue;
            }

            bool keeps = model.Score(features.Of(i)) > (reasons[i] is null ? -Sure : Sure);
            reasons[i] = keeps ? null : reasons[i] ?? "unlike the article";
            any |= keeps && page.Blocks.Blocks[i].Weight > 0;
        }

        if (!any)
        {
            return page.Body;
        }

        Repetition.Mark(page.Blocks.Blocks, reasons);
        return new PageBody(page.Blocks, reasons) { Parts = page.Body.Parts };
    }
}
