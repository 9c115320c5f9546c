using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;

namespace Demarche.Cli;

/// <summary><c>demarche compare</c>: the same event, outlet by outlet.</summary>
internal static class CompareCommand
{
    // What is repeated of a name that is none.
    private const int MostShown = 80;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var story = new Argument<string?>("story")
        {
            Description = "Id of a story, or of an article in it; without one, all stories.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var output = new OutputOptions("Write one JSON object: stories and utterances.");
        var input = new ComparisonInput();
        var command = new Command(
            "compare",
            """
            Set outlets side by side: which articles tell of one event, and what each made of the same words.

            Example: demarche compare
            Example: demarche compare s-1f2e3d4c
            Example: demarche compare --from articles.jsonl --json > comparison.json
            """)
        {
            story,
        };
        output.AddTo(command);
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            string? name = parsed.GetValue(story);
            IEnumerable<OutletComparison> batches = input.Compare(parsed, name, out int exitCode);
            if (name is not null)
            {
                OutletComparison found = batches.Single();
                if (found.Stories.Count == 0)
                {
                    throw new UserException(
                        $"no story or article '{Terminal.OneLine(name, MostShown)}'. {input.Suggest(parsed, name)}`demarche compare` lists the stories with their ids.");
                }

                batches = [found];
            }

            if (output.IsJson(parsed))
            {
                JsonOutput.WriteLines([OutletComparison.Join(batches)], ComparisonWriter.Write);
            }
            else
            {
                new StoryView(Terminal.Output(output.IsPlain(parsed)), output.IsPlain(parsed)).Print(batches, isWhole: name is not null);
            }

            return exitCode;
        });
        return command;
    }
}
