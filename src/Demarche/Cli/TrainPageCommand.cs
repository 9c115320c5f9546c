using System.CommandLine;
using System.Globalization;
using Demarche.Core.Reading.Choices;

namespace Demarche.Cli;

/// <summary><c>demarche train page</c>: the weights by which day, title and author of a page are chosen.</summary>
internal static class TrainPageCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var pages = new Argument<DirectoryInfo>("pages")
        {
            Description = "Folder with pages.jsonl (url, file, date, meta) and pages/FILE, gzipped, as the evaluation pages of htmldate.",
        };
        var bodies = new Option<DirectoryInfo?>("--bodies")
        {
            Description = "Folder with ground-truth.json and html/KEY.html.gz, as the article-extraction benchmark: learn which blocks are the article's.",
            HelpName = "DIR",
        };
        var output = new Option<DirectoryInfo>("--out", "-o") { Description = "The folder to write the weights to.", HelpName = "DIR", Required = true };
        var errors = new Option<bool>("--errors") { Description = "List the pages whose choice was wrong: what, page, chosen, wanted, whether it was a candidate, why." };
        var command = new Command(
            "page",
            """
            Learn how to choose a page's day of publication, title and authors, and tell how often the choice is right on
            hosts not learned from. The same pages give the same weights; they are built into the program.

            Example: demarche train page htmldate/ --out models/page
            """)
        {
            pages,
            bodies,
            output,
            errors,
        };
        command.SetAction(parsed => Train(parsed.GetRequiredValue(pages), parsed.GetValue(bodies), parsed.GetRequiredValue(output), parsed.GetValue(errors)));
        return command;
    }

    private static int Train(DirectoryInfo pages, DirectoryInfo? bodies, DirectoryInfo output, bool listsErrors)
    {
        var trainer = new PageTrainer();
        foreach (AnnotatedPage page in PageCorpus.Read(pages.FullName))
        {
            trainer.Add(page);
        }

        foreach (ChoiceFigures figures in trainer.CrossValidate())
        {
            Report(figures, listsErrors);
        }

        output.Create();
        trainer.Write(output.FullName);
        if (bodies is not null)
        {
            TrainBody(bodies, output);
        }

        return ExitCodes.Ok;
    }

    private static void TrainBody(DirectoryInfo bodies, DirectoryInfo output)
    {
        var trainer = new BodyTrainer();
        foreach (BodyPage page in BodyCorpus.Read(bodies.FullName))
        {
            trainer.Add(page);
        }

        (double precision, double recall, double exact) = trainer.CrossValidate();
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"body: precision {precision:P1}, recall {recall:P1}, exact {exact:P1} on other hosts"));
        trainer.Write(output.FullName);
    }

    private static void Report(ChoiceFigures figures, bool listsErrors)
    {
        int right = figures.Pages - figures.Wrong.Count;
        int possible = figures.Pages - figures.Wrong.Count(wrong => !wrong.IsPossible);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.What}: {right} of {figures.Pages} right on other hosts ({(double)right / figures.Pages:P1}); {possible} possible"));
        if (figures.PagesWithOne < figures.Pages)
        {
            int missed = figures.Wrong.Count(wrong => wrong.Wanted is not null);
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{figures.What}: {figures.PagesWithOne - missed} of {figures.PagesWithOne} pages with one ({(double)(figures.PagesWithOne - missed) / figures.PagesWithOne:P1}); one chosen on {figures.Wrong.Count - missed} of {figures.Pages - figures.PagesWithOne} without"));
        }

        foreach (WrongChoice wrong in listsErrors ? figures.Wrong : [])
        {
            Console.WriteLine($"{figures.What}\t{wrong.Page}\t{wrong.Chosen}\t{wrong.Wanted}\t{wrong.IsPossible}\t{wrong.Why}");
        }
    }
}
