using System.Diagnostics;
using System.Globalization;
using System.Text;
using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Sheets;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Text;

namespace Demarche.Benchmarks;

/// <summary>Makes ledgers of many positions and measures what people ask of them: the matrix at a day, a cell's history, changes since a day.</summary>
internal static class LedgerSpeed
{
    private const int Parties = 12;
    private const int Issues = 40;
    private const int Speakers = 5;
    private const int Days = 3650;
    private const int Outlets = 30;

    // One article in twelve is printed by another outlet too; a line in ten makes one of three issues its condition.
    private const int CopyOneIn = 12;
    private const int ConditionOneIn = 10;
    private const int ConditionsOfIssue = 3;
    private const int ConditionLength = 10;
    private const int Repeats = 15;

    /// <summary>Positions in an article unless another number is asked for.</summary>
    public const int UsualPositionsPerArticle = 20;

    private static readonly DateOnly Start = new(2021, 1, 1);

    /// <summary>Makes a ledger in <paramref name="folder"/> unless there is one, and prints the median times; returns the exit code.</summary>
    /// <param name="folder">The ledger's folder.</param>
    /// <param name="positions">How many positions it gets.</param>
    /// <param name="each">How many of them stand in one article.</param>
    public static int Measure(string folder, int positions, int each)
    {
        if (!SqliteLedger.Exists(folder))
        {
            Make(folder, positions, each);
        }

        using SqliteLedger ledger = SqliteLedger.Open(folder);
        LedgerCounts counts = ledger.Count();
        DateOnly middle = Start.AddDays(Days / 2);
        DateOnly late = Start.AddDays(Days - 7);
        Console.WriteLine($"{counts.Positions} positions in {counts.Articles} articles");
        Report("lines of the matrix", () => ledger.LatestPositions(middle).Count());
        Report("lines of changes", () => ledger.PositionsSince(late, ChangeDetector.DormantAfterDays, ledger.LastDay()).Count());
        Report("matrix at a day", () => DisputeOverview.Of(ledger, null, new LedgerQuery { Until = middle }, middle).Matrix.Cells.Count);
        Report("matrix now", () => DisputeOverview.Of(ledger, null, new LedgerQuery()).Matrix.Cells.Count);
        Report("history of a cell", () => ledger.Positions(new LedgerQuery { Party = "party-3", Issue = "issue-7" }).Count());
        Report("changes in the last week", () => DisputeOverview.Of(ledger, null, new LedgerQuery()).ChangesSince(late).Count);
        Report("sparklines", () => ledger.Trends().Count());
        Report("check of a claim", () => PositionHistory.Of(ledger.Positions(new LedgerQuery { Party = "party-3", Issue = "issue-7" }))
            .Sum(history => ClaimCheck.Check(new ReadClaim(null, [], ClaimKind.Constancy), history).Statements));
        var near = new SheetRequest { Farthest = PositionLevel.Reported, MinConfidence = 0.4 };
        Report("matrix filtered", () => MatrixSheet.Of(ledger, null, near).Rows.Count);
        Report("gaps", () =>
        {
            DisputeGaps gaps = DisputeGaps.Of(ledger);
            return gaps.Gaps.Count + gaps.Linkages.Count;
        });
        return 0;
    }

    /// <summary>Has a person accept a line in each of <paramref name="corrections"/> articles, spread over the record, unless that many corrections are there; then measures.</summary>
    /// <param name="folder">The ledger's folder.</param>
    /// <param name="positions">How many positions it gets when it is made.</param>
    /// <param name="each">How many of them stand in one article.</param>
    /// <param name="corrections">How many corrections it has in the end.</param>
    public static int MeasureCorrected(string folder, int positions, int each, int corrections)
    {
        if (!SqliteLedger.Exists(folder))
        {
            Make(folder, positions, each);
        }

        using (SqliteLedger ledger = SqliteLedger.Open(folder))
        {
            LedgerCounts counts = ledger.Count();
            List<string> articles = [.. ledger.Articles().Select(article => article.Key)];
            int[] wanted = [.. Enumerable.Range(0, Math.Min(corrections, articles.Count)).Skip((int)counts.Corrections)];
            // Before the first of them: after each the ledger is another.
            string[] lines = [.. wanted.Select(i => ledger.Positions(new LedgerQuery { ArticleKey = articles[(int)((long)i * articles.Count / corrections)] }).First().Key)];
            foreach (string line in lines)
            {
                ledger.Correct(new Correction { Kind = CorrectionKind.Accept, Target = line, Author = "bench" });
            }

            Console.WriteLine($"{ledger.Count().Corrections} corrections");
        }

        return Measure(folder, positions, each);
    }

    private static void Report(string what, Func<int> ask)
    {
        long begun = Stopwatch.GetTimestamp();
        int answer = ask();
        double first = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        var times = new double[Repeats];
        TimeSpan used = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < Repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            ask();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        // On a busy machine the clock tells of the others too.
        double cpu = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Repeats;
        Array.Sort(times);
        Console.WriteLine($"{what,-26} {times[Repeats / 2],8:F1} ms median, {times[0],8:F1} least, {cpu,8:F1} of CPU, {first,8:F1} the first, {answer} in the answer");
    }

    private static void Make(string folder, int positions, int each)
    {
        using SqliteLedger ledger = SqliteLedger.Create(folder, CodebookText());
        var random = new SplitMix64(1);
        int articles = (positions + each - 1) / each;
        for (int i = 0; i < articles; i++)
        {
            CodedArticle article = Article(i, Start.AddDays((int)((long)i * Days / articles)), Math.Min(each, positions - (i * each)), random);
            ledger.Add(article, "bench@1");
            if (random.Next(CopyOneIn) == 0 && ++i < articles)
            {
                ledger.Add(article with { Article = article.Article with { Id = $"n{i}", Outlet = $"Outlet {(i + 7) % Outlets}" } }, "bench@1");
            }
        }
    }

    private static string CodebookText()
    {
        var text = new StringBuilder("dispute: made-up\ntitle: A made-up dispute\nparties:\n");
        for (int party = 0; party < Parties; party++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: party-{party}\n    name: Party {party}\n    people:\n");
            for (int speaker = 0; speaker < Speakers; speaker++)
            {
                text.Append(CultureInfo.InvariantCulture, $"      - {{name: Speaker {speaker} of party {party}, role: Minister {speaker}}}\n");
            }
        }

        text.Append("issues:\n");
        for (int issue = 0; issue < Issues; issue++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: issue-{issue}\n    label: Outcome of issue {issue}\n    definition: It is made up.\n    terms: [outcome of issue {issue}]\n");
        }

        return text.ToString();
    }

    private static CodedArticle Article(int number, DateOnly day, int count, SplitMix64 random)
    {
        var text = new StringBuilder();
        var positions = new List<Position>();
        var attributions = new List<Attribution>();
        for (int i = 0; i < count; i++)
        {
            int party = random.Next(Parties);
            int issue = random.Next(Issues);
            int signed = random.Next(2) == 0 ? 1 + random.Next(4) : -1 - random.Next(4);
            int start = text.Length;
            string holder = string.Create(CultureInfo.InvariantCulture, $"Speaker {random.Next(Speakers)} of party {party}");
            text.Append(holder).Append(" said");
            int content = text.Length + 1;
            // Words of its own in every sentence: texts that differ in numbers alone would be copies of each other.
            text.Append(CultureInfo.InvariantCulture, $" issue {issue} w{random.Next(100000)} w{random.Next(100000)} by w{random.Next(100000)} and w{random.Next(100000)} once w{random.Next(100000)} ends.");
            bool isConditional = random.Next(ConditionOneIn) == 0;
            attributions.Add(new Attribution
            {
                Id = $"a{i + 1}",
                Kind = AttributionKind.Indirect,
                Source = [new TextSpan(start, start + holder.Length)],
                Cue = [new TextSpan(start + holder.Length + 1, content - 1)],
                Content = [new TextSpan(content, text.Length)],
                Speaker = holder,
                SpeakerParty = $"party-{party}",
            });
            positions.Add(new Position
            {
                Id = $"p{i + 1}",
                AttributionId = $"a{i + 1}",
                Holder = holder,
                Party = $"party-{party}",
                Issue = $"issue-{issue}",
                Direction = signed > 0 ? Direction.Supports : Direction.Opposes,
                Strength = Math.Abs(signed),
                Act = Act.Assert,
                Date = random.Next(3) == 0 ? null : day.AddDays(-random.Next(2)),
                Evidence = new TextSpan(start, text.Length),
                Condition = isConditional ? new TextSpan(text.Length - ConditionLength, text.Length - 1) : null,
                ConditionIssues = isConditional ? [$"issue-{(issue + 1 + random.Next(ConditionsOfIssue)) % Issues}"] : [],
                Kind = AttributionKind.Indirect,
                Authority = new Authority((AuthorityLevel)random.Next(7), AuthorityBasis.Codebook),
                Confidence = 0.3 + (random.Next(700) / 1000.0),
                Why = "made up",
            });
            text.Append('\n');
        }

        return new CodedArticle
        {
            Article = new Article { Id = $"n{number}", Text = text.ToString(), Outlet = $"Outlet {number % Outlets}", Published = day, PublishedBasis = DateBasis.Given },
            Attributions = attributions,
            Positions = positions,
        };
    }
}
