using System.Globalization;
using Demarche.Core.Reading.Metadata;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Choices;

/// <summary>Learns from annotated pages which of their candidates are the day of publication, the title and the authors. The same pages in the same order give the same weights.</summary>
public sealed class PageTrainer
{
    // Parts of the cross-validation; hosts fall into them in the order of their names.
    private const int Parts = 5;

    // Inverse variances of the priors, by cross-validation over hosts: 0.5, 1, 2 and 4 were tried. Names have the most features for the fewest pages.
    private const double DayPrior = 0.5;
    private const double TitlePrior = 2;
    private const double AuthorPrior = 4;

    // Who annotated the pages left the author out where the page shows none, also on pages whose data name one: a page without an
    // author counts less. On other hosts, 1, 0.5, 0.4 and 0.3 find 65.6, 71.4, 72.6 and 73.0 % of the authors, and name one on 17, 28, 32
    // and 37 of the 133 pages without.
    private const double WithoutAuthorWeight = 0.4;

    private readonly List<Choice> _days = [];
    private readonly List<Choice> _titles = [];
    private readonly List<Choice> _authors = [];

    /// <summary>Takes a page to learn from.</summary>
    public void Add(AnnotatedPage annotated)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        Page page = Page.Of(annotated.Html);
        LinkedData linked = LinkedData.Of(page.Root);
        PageMarks marks = page.Marks;
        string? site = SiteName.Of(marks, linked);
        if (annotated.Published is { } day)
        {
            bool monthFirst = SlashOrder.IsMonthFirst(marks.LanguageTag, annotated.Address);
            IReadOnlyList<DayCandidate> days = PublishedDay.Candidates(page, linked, annotated.Address, monthFirst);
            _days.Add(Choice.Among(
                annotated.Host, annotated.Address, [.. days.Select(one => (Iso(one.Day), one.Features))], i => days[i].Day == day, Iso(day)));
        }

        if (annotated.Title is { } title)
        {
            TextCandidates titles = PageTitle.Candidates(page, marks, linked, annotated.Address, site);
            _titles.Add(Choice.Among(annotated.Host, annotated.Address, titles.All, i => Same(titles.All[i].Name, title), title));
        }

        if (annotated.IsDescribed)
        {
            TextCandidates authors = PageAuthors.Candidates(page, marks, linked, site);
            string? author = annotated.Author;
            Choice choice = Choice.OrNothing(
                annotated.Host, annotated.Address, authors.All, i => author is not null && Same(authors.All[i].Name, author), author);
            _authors.Add(choice with { Weight = author is null ? WithoutAuthorWeight : 1 });
        }
    }

    /// <summary>Writes the weights of each model into <paramref name="folder"/>.</summary>
    public void Write(string folder)
    {
        foreach ((string name, List<Choice> choices, double prior) in Models)
        {
            using var writer = new StreamWriter(Path.Combine(folder, name + ".tsv"));
            writer.Write($"# Weights of the features of the {name} of a page, by demarche train page; see card.md.\n");
            ChoiceTrainer.Train(choices, prior).Write(writer);
        }
    }

    private IEnumerable<(string Name, List<Choice> Choices, double Prior)> Models =>
        [("day", _days, DayPrior), ("title", _titles, TitlePrior), ("author", _authors, AuthorPrior)];

    private static bool Same(string one, string other) => TextCandidates.KeyOf(one) == TextCandidates.KeyOf(other);

    /// <summary>Judges each choice on pages of hosts the weights were not learned from.</summary>
    public IEnumerable<ChoiceFigures> CrossValidate() => Models.Select(model => Validate(model.Name, model.Choices, model.Prior));

    private static ChoiceFigures Validate(string what, List<Choice> choices, double prior)
    {
        Dictionary<string, int> parts = choices.Select(choice => choice.Group).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select((group, i) => (group, i)).ToDictionary(pair => pair.group, pair => pair.i % Parts);
        var wrong = new List<WrongChoice>();
        for (int part = 0; part < Parts; part++)
        {
            ChoiceModel model = ChoiceTrainer.Train([.. choices.Where(choice => parts[choice.Group] != part)], prior);
            foreach (Choice choice in choices.Where(choice => parts[choice.Group] == part))
            {
                int best = model.Best(choice.Candidates);
                if (best < 0 || !choice.IsAnswer(best))
                {
                    wrong.Add(Wrong(choice, model, best));
                }
            }
        }

        return new ChoiceFigures(what, choices.Count, choices.Count(choice => choice.Wanted is not null), wrong);
    }

    private static WrongChoice Wrong(Choice choice, ChoiceModel model, int chosen)
    {
        int right = Enumerable.Range(0, choice.Right.Count).FirstOrDefault(choice.IsAnswer, -1);
        string why = right < 0 || chosen < 0 ? "" : model.Compare(choice.Candidates[chosen], choice.Candidates[right]);
        return new WrongChoice(choice.Page, chosen < 0 ? null : choice.Names[chosen], choice.Wanted, right >= 0, why);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>How often a choice is right.</summary>
/// <param name="What">What is chosen.</param>
/// <param name="Pages">How many pages were judged.</param>
/// <param name="PagesWithOne">On how many of them there is something to choose.</param>
/// <param name="Wrong">Those it was wrong on.</param>
public sealed record ChoiceFigures(string What, int Pages, int PagesWithOne, IReadOnlyList<WrongChoice> Wrong);

/// <summary>A page whose choice was wrong.</summary>
/// <param name="Page">Its address.</param>
/// <param name="Chosen">What was chosen, or null for nothing.</param>
/// <param name="Wanted">What is right, or null for nothing.</param>
/// <param name="IsPossible">Whether the right one was among the candidates.</param>
/// <param name="Why">The features that made the difference, with their weights.</param>
public sealed record WrongChoice(string Page, string? Chosen, string? Wanted, bool IsPossible, string Why);
