using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;

namespace Demarche.Tests.Core.Comparisons.Sheets;

/// <summary>A ledger of the invented quarrel over the ferries of Sund, filled line by line.</summary>
internal sealed class SheetLedger : IDisposable
{
    private const string Words = "It was said on the quay.";

    private readonly TemporaryFolder _folder = new();
    private int _articles;

    public SheetLedger() => Ledger = SqliteLedger.Create(_folder["ledger"], CodebookText);

    public SqliteLedger Ledger { get; }

    /// <summary>Two issues, one of which has a part, and three parties.</summary>
    public static Codebook Codebook { get; } = CodebookReader.Read(CodebookText).Codebook!;

    private const string CodebookText = """
        dispute: ferries
        parties:
          - {id: sund, name: Sund}
          - {id: norland, name: Norland}
          - {id: pilots, name: Guild of Pilots}
        issues:
          - {id: winter, label: Winter ferries, definition: They sail in winter., terms: [winter ferries]}
          - {id: night, label: Night ferries, definition: They sail at night., terms: [night ferries], part_of: winter}
          - {id: levy, label: A levy, definition: A levy is taken., terms: [levy on cars]}
        """;

    /// <summary>Adds an article of a day of May 2031 in which the party takes a stance.</summary>
    public void Say(int day, string party, string issue, int signed, string outlet = "Quay Times", string? holder = null, Func<Position, Position>? but = null)
    {
        var position = new Position
        {
            Id = "p1",
            Holder = holder ?? $"Voice of {party}",
            Party = party,
            Issue = issue,
            Direction = signed > 0 ? Direction.Supports : Direction.Opposes,
            Strength = Math.Abs(signed),
            Act = Act.Demand,
            Date = new DateOnly(2031, 5, day),
            Evidence = new TextSpan(0, Words.Length),
            Confidence = 0.68,
            Why = "written by hand",
        };
        Ledger.Add(new CodedArticle
        {
            Article = new Article
            {
                Id = $"n{++_articles}",
                Text = $"{Words} Number {_articles}.",
                Outlet = outlet,
                Published = new DateOnly(2031, 5, day),
                PublishedBasis = DateBasis.Given,
            },
            Positions = [but is null ? position : but(position)],
        });
    }

    public void Dispose()
    {
        Ledger.Dispose();
        _folder.Dispose();
    }
}
