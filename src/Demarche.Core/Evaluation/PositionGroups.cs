using Demarche.Core.Exchange;
using Demarche.Core.Positions;

namespace Demarche.Core.Evaluation;

/// <summary>What goes wrong with positions, in groups: which stances and acts are mistaken for which, where the way to a missed line breaks off, and what is wrong with a false one.</summary>
/// <remarks>Lines are matched as <see cref="PositionScorer"/> matches them. What the strict matching leaves over is matched once more without the stance, so that a line of the wrong stance is one mistake and not two.</remarks>
public sealed class PositionGroups
{
    private readonly List<(MissGroup Group, ScoringError Error)> _missed = [];
    private readonly List<(SurplusGroup Group, ScoringError Error)> _surplus = [];

    private PositionGroups()
    {
    }

    /// <summary>Stances of firm recorded lines by what was read there, and of lines read where nothing is recorded.</summary>
    public Confusion Stances { get; } = new(Enum.GetValues<Stance>().Select(Words.Of));

    /// <summary>Acts of matched lines.</summary>
    public Confusion Acts { get; } = new(Enum.GetValues<Act>().Select(Words.Of));

    /// <summary>Missed lines by where the way to them breaks off, in the order of the way; empty groups are left out.</summary>
    public IReadOnlyList<ErrorGroup> Missed => Grouped(_missed, MissGroups.LabelOf);

    /// <summary>False lines by what is wrong with them; empty groups are left out.</summary>
    public IReadOnlyList<ErrorGroup> Surplus => Grouped(_surplus, SurplusGroups.LabelOf);

    /// <summary>The groups over the positions of <paramref name="gold"/>.</summary>
    /// <param name="gold">The corpus.</param>
    /// <param name="coded">What was read, by id of the article; an article without a record counts as nothing found.</param>
    /// <param name="pipeline">What read it, asked again for what it read before it chose; null where another program did, so that only its lines tell.</param>
    public static PositionGroups Of(GoldCorpus gold, IReadOnlyDictionary<string, CodedArticle> coded, ArticlePipeline? pipeline)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(coded);
        var groups = new PositionGroups();
        foreach (GoldArticle article in gold.Articles.Where(article => article.Positions is not null))
        {
            groups.Add(article, coded.GetValueOrDefault(article.Id), pipeline);
        }

        return groups;
    }

    private void Add(GoldArticle article, CodedArticle? coded, ArticlePipeline? pipeline)
    {
        IReadOnlyList<GoldPosition> gold = article.Positions!;
        IReadOnlyList<Position> said = coded?.Positions ?? [];
        PositionMatching strict = PositionScorer.Match(gold, said);
        foreach ((int g, int p) in strict.Pairs.Where(pair => !gold[pair.Gold].IsDoubtful))
        {
            Stances.Add(gold[g].Stance, gold[g].Stance);
            Acts.Add(gold[g].Act ?? Confusion.Nothing, Words.Of(said[p].Act));
        }

        GoldPosition[] missed = [.. strict.Missed.Select(g => gold[g])];
        Position[] surplus = [.. strict.Surplus.Select(p => said[p])];
        var loose = new PositionMatching(missed, surplus, PositionScorer.IsSameSubject);
        foreach ((int g, int p) in loose.Pairs)
        {
            Stances.Add(missed[g].Stance, Words.Of(surplus[p].Stance));
        }

        foreach (int g in loose.Missed)
        {
            Stances.Add(missed[g].Stance, Confusion.Nothing);
        }

        foreach (int p in Enumerable.Range(0, surplus.Length).Except(loose.Pairs.Select(pair => pair.Said)))
        {
            Stances.Add(Confusion.Nothing, Words.Of(surplus[p].Stance));
        }

        PositionTrace? trace = missed.Length > 0 && coded is { Error: null } ? pipeline?.Trace(coded.Article) : null;
        _missed.AddRange(missed.Select(line => (MissGroups.Of(line, coded, trace), new ScoringError(article.Id, true, PositionScorer.Shown(line)))));
        _surplus.AddRange(surplus.Select(line => (SurplusGroups.Of(line, gold, coded!.Article.Published), new ScoringError(article.Id, false, PositionScorer.Shown(line, article.Text)))));
    }

    private static IReadOnlyList<ErrorGroup> Grouped<T>(List<(T Group, ScoringError Error)> errors, Func<T, string> labelOf)
        where T : struct, Enum =>
        [.. errors.GroupBy(error => error.Group, error => error.Error).OrderBy(group => group.Key).Select(group => new ErrorGroup(labelOf(group.Key), [.. group]))];
}

/// <summary>Errors of one kind.</summary>
/// <param name="Label">The kind, in words.</param>
/// <param name="Errors">The errors, in order of articles.</param>
public sealed record ErrorGroup(string Label, IReadOnlyList<ScoringError> Errors);
