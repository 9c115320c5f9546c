using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Contracts;

/// <summary>What is read for an answer alone gives the same answer as the whole record.</summary>
public abstract class LedgerCellContract : LedgerFixture
{
    private const string Text = "The toll stays. The ferries sail. The pilots wait. The toll falls. Nobody asked.";

    private static readonly DateOnly Start = new(2031, 3, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_matrix_at_a_day_is_that_of_all_positions(ulong seed)
    {
        Fill(seed);
        foreach (DateOnly? at in new DateOnly?[] { null, Start.AddDays(5), Start.AddDays(20), Start.AddDays(60) })
        {
            PositionMatrix whole = PositionMatrix.AtDay(Ledger.Positions(), at);
            PositionMatrix latest = PositionMatrix.AtDay(Ledger.LatestPositions(at), at);
            Assert.Equal(whole.Cells.Select(Shown), latest.Cells.Select(Shown));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Changes_since_a_day_are_those_of_all_positions(ulong seed)
    {
        Fill(seed);
        DateOnly end = Start.AddDays(120);
        foreach (int days in new[] { 0, 4, 10, 17, 30, 36, 100 })
        {
            DateOnly since = Start.AddDays(days);
            IEnumerable<LedgerEntry> needed = Ledger.PositionsSince(since, ChangeDetector.DormantAfterDays, end);
            Assert.Equal(
                ChangeDetector.Detect(Ledger.Positions(), since, end: end).Select(Shown),
                ChangeDetector.Detect(needed, since, end: end).Select(Shown));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void So_are_those_that_follow_from_exclusive_issues(ulong seed)
    {
        Fill(seed);
        IssueRelations relations = Exclusive();
        Assert.True(relations.HasExclusions);
        foreach (int days in new[] { 0, 5, 10, 20, 30, 35, 60, 100 })
        {
            DateOnly since = Start.AddDays(days);
            Assert.Equal(
                ChangeDetector.Detect(Ledger.Positions(), since, relations: relations).Select(Shown),
                ChangeDetector.Detect(Ledger.PositionsSince(since, related: relations.Exclusions), since, relations: relations).Select(Shown));
            Assert.Equal(
                PositionMatrix.AtDay(Ledger.Positions(), since, relations: relations).Cells.Select(cell => (cell.Issue, cell.Party, cell.Latest?.Lead.Key, cell.Latest?.ImpliedBy)),
                PositionMatrix.AtDay(Ledger.LatestPositions(since), since, relations: relations).Cells.Select(cell => (cell.Issue, cell.Party, cell.Latest?.Lead.Key, cell.Latest?.ImpliedBy)));
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void What_a_reader_filters_is_that_of_the_positions_that_pass(ulong seed, bool hasLearned)
    {
        Fill(seed);
        Learn(hasLearned);
        LedgerQuery[] queries =
        [
            new() { Farthest = PositionLevel.Reported },
            new() { MinConfidence = 0.65 },
            new() { Farthest = PositionLevel.ThirdHand, MinConfidence = 0.55, Outlet = "norland POST" },
            new() { Holder = "Sund" },
            new() { Party = "tal" },
            new() { Party = "sund", Issue = "toll", MinConfidence = 0.6 },
            new() { ArticleKey = Ledger.Positions().First().Article.Key },
            new() { Until = Start.AddDays(20), Since = Start.AddDays(3) },
        ];
        foreach (LedgerQuery query in queries)
        {
            foreach (DateOnly? at in new DateOnly?[] { null, Start.AddDays(20) })
            {
                Assert.Equal(
                    PositionMatrix.AtDay(Ledger.Positions(query), at).Cells.Select(Shown),
                    PositionMatrix.AtDay(Ledger.LatestPositions(query, at), at).Cells.Select(Shown));
            }

            Assert.Equal(
                ChangeDetector.Detect(Ledger.Positions(query), Start.AddDays(15)).Select(Shown),
                ChangeDetector.Detect(Ledger.PositionsSince(Start.AddDays(15), query: query), Start.AddDays(15)).Select(Shown));
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    public void Gaps_are_those_of_whole_histories(ulong seed, bool hasLearned)
    {
        Fill(seed);
        Learn(hasLearned);
        foreach (IssueRelations relations in new[] { IssueRelations.None, Exclusive() })
        {
            foreach (DateOnly? at in new DateOnly?[] { null, Start.AddDays(9), Start.AddDays(25) })
            {
                DisputeGaps whole = DisputeGaps.Of(PositionMatrix.AtDay(Ledger.Positions(), at, relations: relations));
                DisputeGaps drawn = DisputeGaps.Of(Ledger, at, relations);
                Assert.Equal(whole.Gaps.Select(Shown), drawn.Gaps.Select(Shown));
                Assert.Equal(whole.Unanswered.Select(open => $"{Shown(open.Demand)} {string.Join(',', open.Silent)}"), drawn.Unanswered.Select(open => $"{Shown(open.Demand)} {string.Join(',', open.Silent)}"));
                Assert.Equal(whole.Linkages.Select(Shown), drawn.Linkages.Select(Shown));
                Assert.Equal(whole.Circles.Select(circle => string.Join(" + ", circle.Select(Shown))), drawn.Circles.Select(circle => string.Join(" + ", circle.Select(Shown))));
                Assert.Equal(whole.Priorities.Select(Shown), drawn.Priorities.Select(Shown));
                Assert.NotEmpty(drawn.Linkages);
            }
        }
    }

    [Fact]
    public void Lines_that_are_not_as_people_want_them_make_no_cells()
    {
        Assert.Throws<ArgumentException>(() => Ledger.LatestPositions(new LedgerQuery { Uncorrected = true }, null).Count());
        Assert.Throws<ArgumentException>(() => Ledger.PositionsSince(Start, query: new LedgerQuery { IncludeRejected = true }).Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ferries")]
    public void Changes_of_an_overview_since_a_day_are_those_of_all_its_changes(string? issue)
    {
        Fill(9);
        foreach (LedgerQuery query in new LedgerQuery[] { new() { Issue = issue }, new() { Issue = issue, Until = Start.AddDays(30) }, new() { Issue = issue, Party = "norland" } })
        {
            var overview = DisputeOverview.Of(Ledger, null, query, query.Until);
            DateOnly since = Start.AddDays(12);
            Assert.Equal(overview.Changes.Where(change => change.Date >= since).Select(Shown), overview.ChangesSince(since).Select(Shown));
            Assert.Equal(overview.MatrixWithHistories.Cells.Select(Shown), overview.Matrix.Cells.Select(Shown));
        }
    }

    [Fact]
    public void Lines_of_some_articles_as_the_machine_read_them_are_those_of_the_record()
    {
        Fill(5);
        Learn(true);
        LedgerEntry[] machine = [.. Ledger.Positions(new LedgerQuery { Uncorrected = true })];
        string[] keys = [.. machine.Select(line => line.Article.Key).Distinct().Where((_, index) => index % 3 == 0), "no such key"];
        Assert.Equal(
            machine.Where(line => keys.Contains(line.Article.Key)).Select(line => (line.Key, line.Position.Confidence)),
            Ledger.MachinePositions(keys.Reverse().Append(keys[0])).Select(line => (line.Key, line.Position.Confidence)));
    }

    [Fact]
    public void Trends_show_the_surest_word_of_every_day_and_heed_corrections()
    {
        string key = Ledger.Add(Article("one", [Position(0, "norland", "toll", 1, Start), Position(1, "norland", "toll", 3, Start)])).ArticleKey;
        Ledger.Add(Article("two", [Position(0, "norland", "toll", -2, Start.AddDays(4))]));
        Assert.Equal([(Start, 3), (Start.AddDays(4), -2)], Assert.Single(Ledger.Trends()).Days);
        string line = Ledger.Positions(new LedgerQuery { ArticleKey = key }).First(entry => entry.Position.Strength == 3).Key;
        Ledger.Correct(new Correction { Kind = CorrectionKind.Reject, Target = line, Author = "ann" });
        Assert.Equal([(Start, 1), (Start.AddDays(4), -2)], Assert.Single(Ledger.Trends()).Days);
    }

    [Fact]
    public void Trends_are_of_the_partys_own_words_in_corrected_articles_too()
    {
        Position told = Position(2, "norland", "toll", -4, Start.AddDays(2)) with { ReportedBy = "Olaf Sund", AttributionId = "a1" };
        Position lesser = Position(3, "norland", "toll", -1, Start.AddDays(3)) with { Authority = new Authority(AuthorityLevel.Lawmaker, AuthorityBasis.Text) };
        Ledger.Add(Article("one", [Position(0, "norland", "toll", 2, Start), told, lesser]));
        Assert.Equal([(Start, 2)], Assert.Single(Ledger.Trends()).Days);
        foreach (LedgerEntry line in Ledger.Positions().ToList())
        {
            Ledger.Correct(new Correction { Kind = CorrectionKind.Accept, Target = line.Key, Author = "ann" });
        }

        Assert.Equal([(Start, 2)], Assert.Single(Ledger.Trends()).Days);
    }

    [Fact]
    public void A_new_revision_takes_the_place_of_the_old_in_the_cells()
    {
        Ledger.Add(Article("one", [Position(0, "norland", "toll", 3, Start)], "https://post.example/one"));
        CodedArticle revised = Article("one", [Position(0, "norland", "toll", -3, Start)], "https://post.example/one");
        Ledger.Add(revised with { Article = revised.Article with { Title = "Corrected" } });
        Assert.Equal(-3, Assert.Single(Ledger.LatestPositions()).Position.SignedStrength);
        Ledger.Add(revised with { Article = revised.Article with { Title = "Corrected" }, Positions = [] }, "other@1");
        Assert.Empty(Ledger.LatestPositions());
        Assert.Empty(Ledger.Trends());
    }

    private IssueRelations Exclusive() => IssueRelations.Of(CodebookReader.Read(
        "dispute: strait\nparties: [{id: norland, name: Norland}]\nissues:\n"
        + string.Concat(Ledger.Positions().Select(line => line.Position.Issue).Distinct().Order().Index()
            .Select(issue => $"  - {{id: {issue.Item}, label: I, terms: [t{issue.Index}]{(issue.Index == 0 ? "" : $", exclusive_with: [{Ledger.Positions().Min(line => line.Position.Issue)}]")}}}\n"))).Codebook);

    // Own users who found the surest lines wrong and the narrator's right.
    private void Learn(bool hasLearned)
    {
        if (hasLearned)
        {
            new LocalConfidence([0.3, -0.8, 0, 0.2, 0.6, -0.4, 0.5]).Write(Folder);
        }
    }

    private void Fill(ulong seed)
    {
        var random = new SplitMix64(seed);
        string[] parties = ["norland", "sund", "tal"];
        string[] issues = ["toll", "ferries"];
        for (int i = 0; i < 60; i++)
        {
            DateOnly? published = random.Next(8) == 0 ? null : Start.AddDays(random.Next(40));
            List<Position> positions = [];
            for (int sentence = 0; sentence < 4; sentence++)
            {
                DateOnly? said = random.Next(2) == 0 ? null : (published ?? Start).AddDays(-random.Next(3));
                int signed = random.Next(2) == 0 ? 1 + random.Next(4) : -1 - random.Next(4);
                Position position = Position(sentence, parties[random.Next(3)], issues[random.Next(2)], signed, said) with { Confidence = 0.2 + (random.Next(8) / 10.0) };
                if (random.Next(4) == 0)
                {
                    position = position with { Condition = position.Evidence, ConditionIssues = [issues[random.Next(2)], "pilots"] };
                }

                positions.Add(random.Next(7) switch
                {
                    0 => position with { ReportedBy = "Olaf Sund", AttributionId = "a1" },
                    1 => position with { Authority = new Authority(AuthorityLevel.Lawmaker, AuthorityBasis.Text) },
                    2 => position with { Kind = AttributionKind.Direct, AttributionId = "a1" },
                    _ => position,
                });
            }

            CodedArticle article = Article($"n{i}", positions);
            Ledger.Add(article with { Article = article.Article with { Published = published } });
        }

        // Some lines a person put right: those articles are settled in memory.
        foreach (LedgerEntry entry in Ledger.Positions().Where((_, index) => index % 29 == 0).ToList())
        {
            Ledger.Correct(random.Next(3) switch
            {
                0 => new Correction { Kind = CorrectionKind.Accept, Target = entry.Key, Author = "ann" },
                1 => new Correction { Kind = CorrectionKind.Edit, Target = entry.Key, Author = "ann", Edit = new LineEdit { Party = parties[random.Next(3)], Strength = 1 + random.Next(4) } },
                _ => new Correction { Kind = CorrectionKind.Reject, Target = entry.Key, Author = "ann" },
            });
        }
    }

    private static string Shown(MatrixCell cell) => string.Join(
        " | ", $"{cell.Issue} {cell.Party}", Shown(cell.Latest), Shown(cell.LatestTold), Shown(cell.LesserVoice),
        string.Join(" & ", cell.Conflicting.Select(Shown)));

    private static string Shown(PositionChange change) =>
        $"{change.Date} {change.Issue} {change.Party} {change.Relation} {Shown(change.From)} {Shown(change.To)}";

    private static string Shown(PartyGap gap) => $"{gap.Issue} {Shown(gap.First)} / {Shown(gap.Second)}: {gap.Distance} {gap.Before}";

    private static string Shown(Linkage linkage) => $"{linkage.Party} {linkage.Issue} if {linkage.Condition} until {linkage.Until}: {Shown(linkage.Held)}, {linkage.Line.Key}";

    private static string Shown(Priority priority) =>
        $"{priority.Party} {priority.Issue} {priority.Days} {priority.Strongest} {priority.Weight} {Shown(priority.Latest)}";

    private static string Shown(HeldPosition? held) =>
        held is null ? "-" : $"{held.Date} {held.Lead.Key} {held.IsBackground} {string.Join(',', held.Lines.Select(line => line.Key))}";

    private static Position Position(int sentence, string party, string issue, int signed, DateOnly? said)
    {
        string words = Text.Split(". ")[sentence];
        return new Position
        {
            Id = $"p{sentence + 1}",
            Holder = party,
            Party = party,
            Issue = issue,
            Direction = signed > 0 ? Direction.Supports : Direction.Opposes,
            Strength = Math.Abs(signed),
            Act = Act.Assert,
            Date = said,
            Evidence = LedgerSamples.SpanOf(Text, words),
            Confidence = 0.5 + (sentence / 10.0),
            Why = "written by hand",
        };
    }

    private static CodedArticle Article(string id, IReadOnlyList<Position> positions, string? url = null) => new()
    {
        Article = new Article { Id = id, Text = Text, Url = url, Outlet = "Norland Post", Published = Start },
        Attributions =
        [
            new Attribution
            {
                Id = "a1", Kind = AttributionKind.Indirect, Cue = [new TextSpan(4, 8)], Content = [new TextSpan(0, 8)], Speaker = "Olaf Sund", SpeakerParty = "sund",
            },
        ],
        Positions = positions,
    };
}
