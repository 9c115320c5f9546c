using Demarche.Nlp;

namespace Demarche.Core.Evaluation;

/// <summary>Scores attributions: exact and overlapping spans per role, whole attributions, agreement token by token, speakers.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>exact: a span has the same words, pooled per role; fragments parted by white space only are one span;</item>
/// <item>overlap: words in spans, per role;</item>
/// <item>attribution: cues overlap, sources overlap (or both have none), contents share half of their words; one to one;</item>
/// <item>on speech cues: the same among those whose cue holds a word of <see cref="SpeechCues"/>;</item>
/// <item>alpha: nominal alpha of the tokens' labels source, cue, content, none;</item>
/// <item>speaker: of matched attributions whose gold has a speaker, those with the same name, case ignored;</item>
/// <item>type: of matched attributions whose gold tells a speech act from an attitude, those told the same.</item>
/// </list>
/// </remarks>
public sealed class AttributionScorer : IScorer
{
    // Half of the words: what the field calls a match (research on PolNeAR uses the same).
    private const double LeastJaccard = 0.5;

    private static readonly string[] Roles = ["source", "cue", "content"];

    private static readonly MatchFigure[] Exact = [.. Roles.Select(role => new MatchFigure($"exact_{role}", $"exact {role}"))];
    private static readonly MatchFigure[] Overlapping = [.. Roles.Select(role => new MatchFigure($"overlap_{role}", $"overlap {role}"))];
    private static readonly MatchFigure Whole = new("attribution", "attribution");
    private static readonly MatchFigure Speech = new("attribution_speech", "attribution on speech cues");
    private static readonly AlphaFigure Alpha = new("alpha", "alpha");
    private static readonly ShareFigure Speakers = new("speaker", "speaker right, of matched");
    private static readonly ShareFigure Types = new("type", "type right, of matched");

    /// <inheritdoc/>
    public string Subject => "attributions";

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Figures { get; } = [.. Exact, .. Overlapping, Whole, Speech, Alpha, Speakers, Types];

    /// <inheritdoc/>
    public bool Takes(GoldArticle gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        return gold.Attributions is not null;
    }

    /// <inheritdoc/>
    public Tally Score(GoldArticle gold, CodedArticle? coded, ICollection<ScoringError> errors)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(errors);
        var tokens = new WordTokens(gold.Text);
        List<MarkedAttribution> right =
            [.. gold.Attributions!.Select(a => new MarkedAttribution(gold.Text, tokens, [a.Source, a.Cue, a.Content], a.Speaker))];
        List<MarkedAttribution> said =
            [.. (coded?.Attributions ?? []).Select(a => new MarkedAttribution(gold.Text, tokens, [a.Source, a.Cue, a.Content], a.Speaker))];
        var tally = new Tally();
        CountSpans(tally, right, said);
        CountLabels(tally, tokens.Count, right, said);
        List<(int Gold, int Said)> matched = Match(right, said);
        Whole.Add(tally, matched.Count, said.Count, right.Count);
        List<MarkedAttribution> rightSpeech = right.FindAll(a => a.IsSpeech);
        List<MarkedAttribution> saidSpeech = said.FindAll(a => a.IsSpeech);
        Speech.Add(tally, Match(rightSpeech, saidSpeech).Count, saidSpeech.Count, rightSpeech.Count);
        foreach ((int g, int s) in matched.Where(pair => right[pair.Gold].Speaker is not null))
        {
            Speakers.Add(tally, string.Equals(right[g].Speaker, said[s].Speaker, StringComparison.OrdinalIgnoreCase));
        }

        foreach ((int g, int s) in matched.Where(pair => gold.Attributions![pair.Gold].Type is not null))
        {
            Types.Add(tally, gold.Attributions![g].Type == coded!.Attributions[s].Type);
        }

        Report(gold.Id, right, matched.Select(pair => pair.Gold), isMiss: true, errors);
        Report(gold.Id, said, matched.Select(pair => pair.Said), isMiss: false, errors);
        return tally;
    }

    private static void CountSpans(Tally tally, List<MarkedAttribution> gold, List<MarkedAttribution> said)
    {
        for (int role = 0; role < Roles.Length; role++)
        {
            HashSet<TokenRange> right = [.. gold.SelectMany(a => a.Spans[role])];
            HashSet<TokenRange> found = [.. said.SelectMany(a => a.Spans[role])];
            Exact[role].Add(tally, found.Count(right.Contains), found.Count, right.Count);
            HashSet<int> rightWords = [.. gold.SelectMany(a => a.Words[role])];
            HashSet<int> foundWords = [.. said.SelectMany(a => a.Words[role])];
            Overlapping[role].Add(tally, foundWords.Count(rightWords.Contains), foundWords.Count, rightWords.Count);
        }
    }

    private static void CountLabels(Tally tally, int tokens, List<MarkedAttribution> gold, List<MarkedAttribution> said)
    {
        foreach (((string right, string found), int count) in Labels(tokens, gold).Zip(Labels(tokens, said)).CountBy(pair => pair))
        {
            Alpha.Add(tally, right, found, count);
        }
    }

    // Where roles overlap, the cue counts before the source and the source before the content.
    private static string[] Labels(int tokens, List<MarkedAttribution> attributions)
    {
        string[] labels = new string[tokens];
        Array.Fill(labels, "none");
        foreach (int role in new[] { 2, 0, 1 })
        {
            foreach (int word in attributions.SelectMany(a => a.Words[role]))
            {
                labels[word] = Roles[role];
            }
        }

        return labels;
    }

    // The pairs whose contents share most come first.
    private static List<(int Gold, int Said)> Match(List<MarkedAttribution> gold, List<MarkedAttribution> said)
    {
        var candidates = new List<(double Shared, int Gold, int Said)>();
        for (int g = 0; g < gold.Count; g++)
        {
            for (int s = 0; s < said.Count; s++)
            {
                if (gold[g].IsAkinTo(said[s]) && gold[g].ContentJaccard(said[s]) is >= LeastJaccard and var shared)
                {
                    candidates.Add((shared, g, s));
                }
            }
        }

        candidates.Sort((left, right) => right.CompareTo(left));
        HashSet<int> usedGold = [];
        HashSet<int> usedSaid = [];
        var matched = new List<(int, int)>();
        foreach ((_, int g, int s) in candidates)
        {
            if (!usedGold.Contains(g) && !usedSaid.Contains(s))
            {
                usedGold.Add(g);
                usedSaid.Add(s);
                matched.Add((g, s));
            }
        }

        return matched;
    }

    private static void Report(
        string article, List<MarkedAttribution> attributions, IEnumerable<int> matched, bool isMiss, ICollection<ScoringError> errors)
    {
        HashSet<int> used = [.. matched];
        for (int i = 0; i < attributions.Count; i++)
        {
            if (!used.Contains(i))
            {
                errors.Add(new ScoringError(article, isMiss, attributions[i].ToString()));
            }
        }
    }
}
