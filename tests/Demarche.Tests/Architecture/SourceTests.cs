using System.Text.RegularExpressions;
using Xunit;

namespace Demarche.Tests.Architecture;

/// <summary>Rules of the house that no compiler checks, read off the sources.</summary>
public sealed partial class SourceTests
{
    // The article's way through Core, upstream first: a folder may use those before it, never those after it.
    private static readonly string[] Way =
        ["Reading", "Parties", "Attributions", "Positions", "Ledger", "Comparisons", "Exchange", "Evaluation"];

    private static readonly string[] BannedNames =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Common", "Abstractions", "Infrastructure"];

    [Fact]
    public void No_source_file_is_longer_than_400_lines() =>
        Assert.DoesNotContain(Sources(), file => File.ReadLines(file).Count() > 400);

    [Fact]
    public void Core_folders_use_only_folders_upstream()
    {
        foreach (string file in Sources("src/Demarche.Core"))
        {
            int here = Array.IndexOf(Way, Path.GetFileName(Path.GetDirectoryName(file)));
            if (here < 0)
            {
                continue;
            }

            foreach (Match match in CoreUsing().Matches(File.ReadAllText(file)))
            {
                int there = Array.IndexOf(Way, match.Groups["folder"].Value);
                Assert.True(there <= here, $"{file} uses {match.Groups["folder"].Value}, which lies downstream of it");
            }
        }
    }

    [Fact]
    public void Language_core_knows_nothing_of_news_files_or_consoles() =>
        Assert.DoesNotContain(
            Sources("src/Demarche.Nlp"),
            file => File.ReadAllText(file) is var text
                && (text.Contains("Demarche.Core", StringComparison.Ordinal)
                    || text.Contains("Console.", StringComparison.Ordinal)));

    [Fact]
    public void Only_the_command_line_writes_to_the_console() =>
        Assert.DoesNotContain(
            Sources("src/Demarche.Core"),
            file => File.ReadAllText(file).Contains("Console.", StringComparison.Ordinal));

    [Theory]
    [InlineData("src/Demarche/Web")]
    [InlineData("src/Demarche/Api")]
    public void Pages_and_API_use_nothing_of_the_command_line(string folder) =>
        Assert.DoesNotContain(
            Sources(folder).Concat(Directory.GetFiles(Path.Combine(Repository.Root!, folder), "*.razor", SearchOption.AllDirectories)),
            file => File.ReadAllText(file).Contains("Demarche.Cli", StringComparison.Ordinal));

    [Fact]
    public void No_type_carries_a_name_that_says_nothing() =>
        Assert.DoesNotContain(
            Sources(),
            file => BannedNames.Any(name =>
                Path.GetFileNameWithoutExtension(file).EndsWith(name, StringComparison.Ordinal)));

    private static string[] Sources(string folder = "src")
    {
        Assert.SkipWhen(Repository.Root is null, "needs the sources of the checkout");
        string[] files = Directory.GetFiles(Path.Combine(Repository.Root!, folder), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        return files;
    }

    [GeneratedRegex(@"^using Demarche\.Core\.(?<folder>\w+)", RegexOptions.Multiline)]
    private static partial Regex CoreUsing();
}
