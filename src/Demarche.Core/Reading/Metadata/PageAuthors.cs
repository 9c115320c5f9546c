using Demarche.Core.Reading.Choices;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Chooses the authors of an article among the names its page gives; no author is a choice too.</summary>
internal static class PageAuthors
{
    private static readonly ChoiceModel Model = ChoiceModel.BuiltIn("author.tsv");

    /// <summary>The authors on one line, parted by commas; null when the page names none.</summary>
    public static string? Find(Page page, PageMarks marks, LinkedData linked, string? site)
    {
        TextCandidates candidates = Candidates(page, marks, linked, site);
        int best = Model.Best([.. candidates.All.Select(candidate => candidate.Features), [Choice.Nothing]]);
        string? name = best == candidates.Count ? null : candidates.All[best].Name;

        // The data list people one by one: several are no label of the site's, and whoever is chosen of them wrote it with the others.
        IReadOnlyList<string> listed = linked.Article?.Authors ?? [];
        bool isListed = listed.Count > 1 && (name is null || listed.Contains(name, StringComparer.OrdinalIgnoreCase));
        return isListed ? string.Join(", ", listed) : name is null ? null : string.Join(", ", PersonLine.Split(name));
    }

    /// <summary>All names that may be those of the authors.</summary>
    public static TextCandidates Candidates(Page page, PageMarks marks, LinkedData linked, string? site)
    {
        var found = new AuthorCandidates();
        AuthorData.Add(found, page.Root, marks, linked);
        AuthorPlaces.Add(found, page);
        AuthorLines.Add(found, page);
        found.Describe(site);
        return found.All;
    }
}
