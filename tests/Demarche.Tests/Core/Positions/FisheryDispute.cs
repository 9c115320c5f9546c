using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Tests.Core.Positions;

/// <summary>An invented dispute about herring between two islands that do not exist, and short ways to read positions in it.</summary>
internal static class FisheryDispute
{
    public static Codebook Codebook { get; } = new()
    {
        Dispute = "fishery",
        Parties =
        [
            new Party
            {
                Id = "norland",
                Name = "Norland",
                Names = ["Norland", "Nordhaven"],
                People = [new Actor { Name = "Greta Holm", Role = "Fisheries Minister", Names = ["Holm"] }],
            },
            new Party
            {
                Id = "suderia",
                Name = "Suderia",
                Names = ["Suderia", "Port Suder"],
                People = [new Actor { Name = "Pavel Orsk", Role = "Prime Minister", Names = ["Orsk"] }],
            },
        ],
        Issues =
        [
            new Issue
            {
                Id = "embargo-end",
                Label = "Embargo on herring lifted",
                Definition = "The embargo on Suderian herring is lifted.",
                Terms = ["lift the embargo", "end the herring embargo"],
                Inverse = ["keep the embargo"],
            },
            new Issue
            {
                Id = "patrol-zone",
                Label = "Joint patrol zone",
                Definition = "The two islands patrol the strait together.",
                Terms = ["joint patrols", "patrol zone"],
            },
            new Issue
            {
                Id = "quota",
                Label = "Higher cod quota",
                Definition = "The cod quota is raised.",
                Terms = ["raise the cod quota", "higher quota"],
            },
            new Issue
            {
                Id = "landing-ban",
                Label = "Landing ban",
                Definition = "Suderia bans landings by boats of Norland.",
                Terms = ["ban on landings"],
            },
            new Issue
            {
                Id = "harbour-toll",
                Label = "Harbour toll",
                Definition = "Norland charges foreign boats in its harbours.",
                Terms = ["harbour toll"],
            },
        ],
    };

    private static readonly PositionBuilder Builder = new(new ActorDirectory(Codebook));

    /// <summary>
    /// Positions of a text whose bracketed part is what Greta Holm of Norland says with the cue in braces: "Holm {said} [that ...]." Curly quotation marks
    /// around the brackets make it a quotation, angles around the source an attitude.
    /// </summary>
    public static IReadOnlyList<Position> Told(string marked, DateOnly? published = null) => Told(Builder, marked, published);

    /// <summary>As above, with the issues of another codebook.</summary>
    public static IReadOnlyList<Position> Told(string marked, Codebook codebook) => Told(new PositionBuilder(new ActorDirectory(codebook)), marked, null);

    private static IReadOnlyList<Position> Told(PositionBuilder builder, string marked, DateOnly? published)
    {
        var attribution = new Attribution
        {
            Id = "a1",
            Kind = marked.Contains("\u201c[", StringComparison.Ordinal) ? AttributionKind.Direct : AttributionKind.Indirect,
            Type = marked.Contains('<', StringComparison.Ordinal) ? AttributionType.Attitude : AttributionType.Statement,
            Source = marked.Contains('<', StringComparison.Ordinal) ? [Marked(marked, '<', '>')] : [],
            Cue = [Marked(marked, '{', '}')],
            Content = [Marked(marked, '[', ']')],
            Speaker = "Greta Holm",
            SpeakerParty = "norland",
        };
        return Build(builder, Plain(marked), [attribution], published);
    }

    /// <summary>As told by a body of Norland: what Greta Holm says inside its words, marked as in <see cref="Told(string, DateOnly?)"/>.</summary>
    public static IReadOnlyList<Position> ToldByMinistry(string marked)
    {
        string text = Plain(marked);
        var outer = new Attribution
        {
            Id = "a1",
            Kind = AttributionKind.Indirect,
            Cue = [new TextSpan(0, 1)],
            Content = [new TextSpan(1, text.Length)],
            Speaker = "Norland ministry",
            SpeakerParty = "norland",
        };
        Attribution inner = outer with { Id = "a2", ParentId = "a1", Cue = [Marked(marked, '{', '}')], Content = [Marked(marked, '[', ']')], Speaker = "Greta Holm" };
        return Build(Builder, text, [outer, inner], null);
    }

    /// <summary>Positions of a text in the narrator's voice.</summary>
    public static IReadOnlyList<Position> Narrated(string text) => Build(Builder, text, [], null);

    /// <summary>Positions of a text that Norland publishes itself, with whatever is attributed in it.</summary>
    public static IReadOnlyList<Position> Published(string text) =>
        Build(Builder, text, new AttributionExtractor().Extract(new Analyzer().Analyze(text), []), null, outlet: "Norland");

    private static IReadOnlyList<Position> Build(
        PositionBuilder builder, string text, IReadOnlyList<Attribution> attributions, DateOnly? published, string? outlet = null)
    {
        Document document = new Analyzer().Analyze(text, published);
        return builder.Build(new Article { Id = "x", Text = text, Published = published, Outlet = outlet }, document, attributions);
    }

    private static TextSpan Marked(string marked, char open, char close)
    {
        int start = Plain(marked[..marked.IndexOf(open, StringComparison.Ordinal)]).Length;
        int end = Plain(marked[..marked.IndexOf(close, StringComparison.Ordinal)]).Length;
        return new TextSpan(start, end);
    }

    private static string Plain(string marked) => string.Concat(marked.Where(c => c is not ('{' or '}' or '[' or ']' or '<' or '>')));
}
