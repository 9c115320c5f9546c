using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Demarche.Core.Parties;

/// <summary>Reads a codebook from YAML. Bad input is no exception: it comes back as problems with line, column and remedy.</summary>
public static class CodebookReader
{
    /// <summary>Largest file that is read, in bytes; a codebook written by people is a thousandth of it.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    // A codebook is four levels deep.
    private const int DeepestNesting = 16;

    // What concerns the whole file is told at its beginning.
    private static readonly Mark Whole = new(0, 1, 1);

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="IOException">It cannot be read; so too <see cref="UnauthorizedAccessException"/>.</exception>
    public static CodebookReading ReadFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length > LargestFile)
        {
            return Failed(Whole, $"the file has {file.Length / 1024 / 1024} MB; a codebook may have {LargestFile / 1024 / 1024}: is it the right file?");
        }

        using var reader = new StreamReader(file, Encoding.UTF8);
        return Read(reader.ReadToEnd());
    }

    /// <summary>Reads the text of a codebook.</summary>
    public static CodebookReading Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        if (yaml.Length > LargestFile)
        {
            return Failed(Whole, $"the text is longer than {LargestFile} characters: is it the right file?");
        }

        if (string.IsNullOrWhiteSpace(yaml))
        {
            return Failed(Whole, "the codebook is empty: it needs dispute, parties and issues");
        }

        return TabAtStart(yaml) is { } tab
            ? Failed(tab, "a tab at the beginning of the line: YAML is indented with blanks, so replace it by two blanks")
            : ReadTree(yaml);
    }

    private static CodebookReading ReadTree(string yaml)
    {
        try
        {
            if (Refusal(yaml) is { } refusal)
            {
                return new CodebookReading(null, [refusal]);
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 0)
            {
                return Failed(Whole, "the codebook is empty: it needs dispute, parties and issues");
            }

            YamlNode root = stream.Documents[0].RootNode;
            return root is YamlMappingNode mapping
                ? new CodebookBuilder().Build(mapping)
                : Failed(root.Start, "this is no codebook: it must begin with keys such as 'dispute:', 'parties:' and 'issues:'");
        }
        catch (YamlException error)
        {
            return Failed(error.Start, Explain(error.Message));
        }
    }

    // Read as events first, which takes no recursion: nesting that would exhaust the stack and references that
    // would multiply a small file into a huge tree never reach the tree.
    private static CodebookProblem? Refusal(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        int depth = 0;
        while (parser.MoveNext())
        {
            ParsingEvent current = parser.Current!;
            depth += current.NestingIncrease;
            string? refusal = current is AnchorAlias
                ? "references (*name) are not read in a codebook: write the words out"
                : depth > DeepestNesting ? $"lists nested more than {DeepestNesting} deep are no codebook" : null;
            if (refusal is not null)
            {
                return Error(current.Start, refusal);
            }
        }

        return null;
    }

    private static Mark? TabAtStart(string yaml)
    {
        int line = 1;
        int start = 0;
        while (start < yaml.Length)
        {
            int at = start;
            while (at < yaml.Length && yaml[at] == ' ')
            {
                at++;
            }

            if (at < yaml.Length && yaml[at] == '\t')
            {
                return new Mark(at, line, at - start + 1);
            }

            int end = yaml.IndexOf('\n', at);
            start = end < 0 ? yaml.Length : end + 1;
            line++;
        }

        return null;
    }

    private static string Explain(string message)
    {
        if (message.Contains("uplicate key", StringComparison.Ordinal))
        {
            return $"the same key stands twice here: join the two ({message})";
        }

        return message.Contains("mapping values", StringComparison.OrdinalIgnoreCase) || message.Contains("invalid mapping", StringComparison.Ordinal)
            ? "a second colon in this line: put the text in quotation marks, as in label: \"Talks: second round\""
            : $"this is not YAML: {message} Look for a missing bracket, quotation mark or blank after a colon here or just before";
    }

    private static CodebookReading Failed(Mark mark, string message) => new(null, [Error(mark, message)]);

    private static CodebookProblem Error(Mark mark, string message) =>
        new((int)mark.Line, (int)mark.Column, ProblemSeverity.Error, message);
}
