using System.CommandLine;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Evaluation;
using Demarche.Core.Exchange;
using Demarche.Core.Reading;

namespace Demarche.Cli;

/// <summary><c>demarche evaluate</c>: how well a corpus that people annotated is read.</summary>
internal static class EvaluateCommand
{
    private static readonly IScorer[] Scorers = [new AttributionScorer(), new PositionScorer(), new TimeScorer()];

    private static readonly Argument<string> Corpus = new("corpus")
    {
        Description = "Folder in brat's layout (NAME.txt and NAME.ann) or PolNeAR's (text/, attributions/), of TimeML files (.tml), or with "
            + "articles.jsonl and attributions.jsonl, gold.jsonl, changes.jsonl, quotes.jsonl; or one such .jsonl; or a file of records as extract writes them. "
            + "Or a treebank (.conllu, .conllu.gz): tags, lemmas and trees.",
    };

    private static readonly Option<string?> Subject = new("--of")
    {
        Description = "What is compared: attributions, positions, times, changes or quotes. Default: all the corpus has.",
        HelpName = "WHAT",
    };

    private static readonly Option<string?> Records = new("--records")
    {
        Description = "Score these records, made by any program, instead of reading the corpus' texts.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> CodebookPath = new("--codebook", "-c")
    {
        Description = "The codebook for positions. Default: codebook.yaml beside the corpus.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Fast = new("--fast") { Description = "Read as extract --fast does." };

    private static readonly Option<bool> Errors = new("--errors") { Description = "List everything missed and everything found too much." };

    private static readonly Option<bool> Groups = new("--groups")
    {
        Description = "Also group what went wrong with positions: which stances and acts are taken for which, where the way to a missed line breaks off, "
            + "what is wrong with a false one. With --errors every line stands below its group.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Write JSON for machines, one object a line." };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Fixes the draws of the confidence intervals.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Subject.AcceptOnlyFromAmong([.. Scorers.Select(scorer => scorer.Subject), ChangeEvaluation.Subject, QuoteEvaluation.Subject]);
        var command = new Command(
            "evaluate",
            """
            Measure how well a corpus that people annotated is read: precision, recall and F1 with the interval that holds each figure in
            95 of 100 draws of its articles (of changes and quotes: of their pairs and groups).

            Example: demarche evaluate polnear/dev
            Example: demarche evaluate my-corrected-records.jsonl --codebook codebook.yaml --errors
            Example: demarche evaluate my-corpus/ --of positions --groups
            Example: demarche evaluate en_ewt-ud-dev.conllu.gz
            """)
        {
            Corpus,
            Subject,
            Records,
            CodebookPath,
            Fast,
            Errors,
            Groups,
            Seed,
            Json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (TreebankEvaluation.Takes(parsed.GetRequiredValue(Corpus)))
        {
            return TreebankEvaluation.Run(parsed.GetRequiredValue(Corpus), parsed.GetValue(Fast), parsed.GetValue(Json));
        }

        GoldCorpus gold = Read(parsed.GetRequiredValue(Corpus));
        IScorer[] scorers =
        [
            .. Scorers.Where(scorer => (parsed.GetValue(Subject) is not { } subject || subject == scorer.Subject)
                && gold.Articles.Any(scorer.Takes)),
        ];
        bool hasChanges = HasChanges(gold, parsed.GetValue(Subject));
        bool hasQuotes = gold.Quotations.Count > 0 && parsed.GetValue(Subject) is null or QuoteEvaluation.Subject;
        if (scorers.Length == 0 && !hasChanges && !hasQuotes)
        {
            throw new UserException($"{parsed.GetRequiredValue(Corpus)} has no annotated {parsed.GetValue(Subject) ?? "articles"}.");
        }

        bool hasPositions = Array.Exists(scorers, scorer => scorer is PositionScorer);
        if (parsed.GetValue(Groups) && !hasPositions)
        {
            throw new UserException("--groups groups what went wrong with positions: name a corpus that has some, and leave out --of or give it as --of positions");
        }

        ArticlePipeline? pipeline = parsed.GetValue(Records) is null ? PipelineOf(parsed, gold, hasChanges || hasQuotes || hasPositions) : null;
        (Dictionary<string, CodedArticle> coded, int failed) = await CodeAsync(parsed, gold, pipeline, cancellation);
        ulong seed = unchecked((ulong)parsed.GetValue(Seed));
        EvaluationReport[] reports =
        [
            .. scorers.Select(scorer => Score(() => Evaluator.Run(gold, coded, scorer, seed))),
            .. hasChanges ? [Score(() => ChangeEvaluation.Run(gold, coded, seed))] : Array.Empty<EvaluationReport>(),
            .. hasQuotes ? [Score(() => QuoteEvaluation.Run(gold, coded, ShippedModels.ReadVectors(), seed))] : Array.Empty<EvaluationReport>(),
        ];
        PositionGroups? groups = parsed.GetValue(Groups) ? PositionGroups.Of(gold, coded, pipeline) : null;
        Write(reports, groups, parsed.GetValue(Errors), parsed.GetValue(Json));

        return failed == 0 && Array.TrueForAll(reports, report => report.Missing.Count == 0) ? ExitCodes.Ok : ExitCodes.SomeFailed;
    }

    // Unasked, moves alone are no reason to compare.
    private static bool HasChanges(GoldCorpus gold, string? subject) =>
        subject == ChangeEvaluation.Subject ? ChangeEvaluation.Takes(gold) : subject is null && gold.Changes.Count > 0;

    private static void Write(EvaluationReport[] reports, PositionGroups? groups, bool withErrors, bool asJson)
    {
        if (!asJson)
        {
            EvaluationView.Print(reports, withErrors && groups is null);
            if (groups is not null)
            {
                PositionGroupsView.Print(groups, withErrors);
            }

            return;
        }

        JsonOutput.WriteLines(reports, (json, report) => EvaluationView.WriteJson(json, report, withErrors));
        JsonOutput.WriteLines(new[] { groups }.OfType<PositionGroups>(), (json, group) => PositionGroupsView.WriteJson(json, group, withErrors));
    }

    private static GoldCorpus Read(string path)
    {
        try
        {
            return GoldCorpus.Read(path);
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserException(e.Message);
        }
    }

    private static EvaluationReport Score(Func<EvaluationReport> score)
    {
        try
        {
            return score();
        }
        catch (InvalidDataException e)
        {
            throw new UserException(e.Message);
        }
    }

    private static async Task<(Dictionary<string, CodedArticle> Coded, int Failed)> CodeAsync(
        ParseResult parsed, GoldCorpus gold, ArticlePipeline? pipeline, CancellationToken cancellation)
    {
        var coded = new Dictionary<string, CodedArticle>(StringComparer.Ordinal);
        int failed = 0;
        await foreach (CodedInput input in Inputs(parsed, gold, pipeline, cancellation))
        {
            coded[input.Coded.Article.Id] = input.Coded;
            if (input.Coded.Error is { } problem)
            {
                failed++;
                Console.Error.WriteLine($"demarche: {input.Origin}: {problem}");
            }
        }

        return (coded, failed);
    }

    private static IAsyncEnumerable<CodedInput> Inputs(
        ParseResult parsed, GoldCorpus gold, ArticlePipeline? pipeline, CancellationToken cancellation)
    {
        if (parsed.GetValue(Records) is { } path)
        {
            return File.Exists(path) ? RecordReader.ReadFile(path).ToAsyncEnumerable() : throw new UserException($"there is no file {path}");
        }

        return OrderedWork.MapAsync(
            gold.Articles.Select(article => article.Input), new InputCoder(pipeline).Code, Environment.ProcessorCount, cancellation);
    }

    private static ArticlePipeline PipelineOf(ParseResult parsed, GoldCorpus gold, bool needsCodebook)
    {
        string? codebook = parsed.GetValue(CodebookPath) ?? (needsCodebook ? gold.CodebookPath : null);
        if (needsCodebook && codebook is null)
        {
            throw new UserException(
                "positions, changes and quotes are read with a codebook: name it with --codebook FILE, or leave them out with --of attributions");
        }

        return new ArticlePipeline(codebook is null ? null : CodebookFile.Read(codebook).Codebook, ShippedModels.Read(parsed.GetValue(Fast)));
    }
}
