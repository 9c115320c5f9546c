using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Core;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Kept;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;

namespace Demarche.Cli;

/// <summary>The articles that outlets are compared by: those of a ledger, or files read on the spot.</summary>
internal sealed class ComparisonInput
{
    private const int MostSuggested = 3;
    private const int MostOfTitle = 50;

    private readonly Option<string[]> _from = new("--from")
    {
        Description = "Compare these files, folders or - for standard input instead of a ledger. Nothing is stored.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _codebook = new("--codebook", "-c")
    {
        Description = "With --from: the dispute's codebook (YAML), which tells who speaks for whom.",
    };

    private readonly Option<bool> _fast = new("--fast")
    {
        Description = "With --from: read words alone, without tags and dependencies.",
    };

    private readonly LedgerOption _ledger = new();

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_codebook);
        command.Options.Add(_fast);
        _ledger.AddTo(command);
    }

    /// <summary>Compares the articles, a batch of stories after the other; names articles that fail on standard error.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="story">Id of a story or of an article in it; null for all.</param>
    /// <param name="exitCode">What the command ends with.</param>
    public IEnumerable<OutletComparison> Compare(ParseResult parsed, string? story, out int exitCode)
    {
        exitCode = ExitCodes.Ok;
        if (parsed.GetValue(_from) is { Length: > 0 } files)
        {
            OutletComparison all = OutletComparison.Of(ReadFiles(parsed, files, ref exitCode), ShippedModels.ReadVectors(), Environment.ProcessorCount);
            return [story is null ? all : all.Only(story)];
        }

        return OfLedger(parsed, story);
    }

    /// <summary>A sentence with the stories that may be meant by a name that none has; empty when there are none.</summary>
    public string Suggest(ParseResult parsed, string name)
    {
        if (parsed.GetValue(_from) is { Length: > 0 })
        {
            return "";
        }

        using SqliteLedger source = _ledger.Open(parsed);
        string[] like = [.. new StoryBook(source, null).Like(name, MostSuggested).Select(story => $"{story.Id} ({Terminal.OneLine(story.Title, MostOfTitle)})")];
        return like.Length == 0 ? "" : $"Perhaps {string.Join(" or ", like)}? ";
    }

    /// <summary>The stories of a ledger, brought up to date.</summary>
    public static StoryBook BookOf(SqliteLedger ledger)
    {
        var book = new StoryBook(ledger, ShippedModels.ReadVectors);
        book.Update(Environment.ProcessorCount);
        return book;
    }

    private IEnumerable<OutletComparison> OfLedger(ParseResult parsed, string? story)
    {
        using SqliteLedger source = _ledger.Open(parsed);
        StoryBook book = BookOf(source);
        foreach (OutletComparison batch in story is null ? book.InBatches() : [book.Find(story)])
        {
            yield return batch;
        }
    }

    private List<ComparedArticle> ReadFiles(ParseResult parsed, string[] files, ref int exitCode)
    {
        string? codebook = parsed.GetValue(_codebook);
        var coder = new InputCoder(new ArticlePipeline(
            codebook is null ? null : CodebookFile.Read(codebook).Codebook, ShippedModels.Read(parsed.GetValue(_fast))));
        var articles = new Dictionary<string, ComparedArticle>(StringComparer.Ordinal);
        foreach (CodedInput input in OrderedWork.MapAsync(
            ArticleFiles.Read(files, Console.OpenStandardInput), coder.Code, Environment.ProcessorCount).ToBlockingEnumerable())
        {
            if (input.Coded.Error is { } problem)
            {
                exitCode = ExitCodes.SomeFailed;
                Console.Error.WriteLine($"demarche: {input.Origin}: {problem}");
                continue;
            }

            // The same article twice is one article, as in a ledger.
            ComparedArticle article = ComparedArticle.Of(input.Coded);
            articles[article.Key] = article;
        }

        return [.. articles.Values];
    }
}
