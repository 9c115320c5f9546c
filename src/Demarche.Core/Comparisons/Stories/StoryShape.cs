namespace Demarche.Core.Comparisons.Stories;

/// <summary>A story before it has a name: which articles, the middle one, and what ties the others. Articles by index, copies left out.</summary>
/// <param name="Members">Indexes, ascending.</param>
/// <param name="Middle">The one nearest to all others.</param>
/// <param name="Ties">Of every member but the middle, its likeliest link inside the story.</param>
internal sealed record StoryShape(int[] Members, int Middle, IReadOnlyDictionary<int, Link> Ties)
{
    /// <summary>Mean probability from which groups are one story.</summary>
    /// <remarks>Fitted with the weights: the best F1 over the seven sets, where from 0.2 to 0.3 it hardly changes.</remarks>
    public const double LeastMeanProbability = 0.25;

    /// <summary>The shapes that <paramref name="count"/> articles make, by their first member.</summary>
    /// <param name="count">Number of articles, in order of time.</param>
    /// <param name="links">Links between them, by the later article and then the earlier.</param>
    public static IReadOnlyList<StoryShape> Of(int count, IReadOnlyList<Link> links)
    {
        int[] groups = AverageLinkage.Group(count, links, LeastMeanProbability);
        var sums = new double[count];
        var nearest = new Link[count];
        foreach (Link link in links.Where(link => groups[link.Left] == groups[link.Right]))
        {
            Note(link.Left, link);
            Note(link.Right, link);
        }

        return [.. Enumerable.Range(0, count).GroupBy(i => groups[i]).Select(group => Shape([.. group]))];

        void Note(int article, Link link)
        {
            sums[article] += link.Probability;
            nearest[article] = link.Probability > nearest[article].Probability ? link : nearest[article];
        }

        StoryShape Shape(int[] members)
        {
            int middle = members.MaxBy(i => sums[i]);
            return new StoryShape(members, middle, members.Where(i => i != middle).ToDictionary(i => i, i => nearest[i]));
        }
    }

    /// <summary>The member that a member is tied to.</summary>
    public int NearestTo(int member) => Ties[member].Left == member ? Ties[member].Right : Ties[member].Left;
}
