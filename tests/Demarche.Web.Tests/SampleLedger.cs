using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Tests;

namespace Demarche.Web.Tests;

/// <summary>A ledger in a folder of its own, filled with the sample dispute as rules alone read it: that takes a second, not ten.</summary>
internal sealed class SampleLedger : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SampleLedger()
    {
    }

    /// <summary>The ledger's folder.</summary>
    public string Folder => _folder["ledger"];

    /// <summary>Makes one.</summary>
    /// <param name="articles">Articles to add after the sample's; null = none.</param>
    public static async Task<SampleLedger> CreateAsync(IEnumerable<CodedArticle>? articles = null)
    {
        var sample = new SampleLedger();
        string text = await File.ReadAllTextAsync(SampleDispute.CodebookPath);
        Codebook codebook = CodebookReader.Read(text).Codebook!;
        using SqliteLedger ledger = SqliteLedger.Create(sample.Folder, text);
        var intake = new LedgerIntake(ledger, new ArticlePipeline(codebook), threads: 2);
        await foreach (IntakeResult _ in intake.AddAsync(SampleDispute.Articles(), CancellationToken.None))
        {
        }

        ledger.Failures.Note([("torn.zip", "the archive ends too early")]);
        foreach (CodedArticle article in articles ?? [])
        {
            ledger.Add(article);
        }

        return sample;
    }

    /// <summary>A ledger with nothing in it.</summary>
    public static SampleLedger CreateEmpty()
    {
        var sample = new SampleLedger();
        SqliteLedger.Create(sample.Folder).Dispose();
        return sample;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
