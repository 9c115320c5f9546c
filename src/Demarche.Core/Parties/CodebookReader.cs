using System.Text;
using Demarche.Core.Reading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Demarche.Core.Parties;

/// <summary>Reads a codebook from YAML. Bad input is no exception: it comes back as problems with line, column and remedy.</summary>
public static class CodebookReader
{
    /// <summary>Largest file that is read, in bytes; a codebook written by people is a thousandth of it.</summary>
    public const int LargestFile = YamlText.LongestText;

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
        if (string.IsNullOrWhiteSpace(yaml))
        {
            return Failed(Whole, "the codebook is empty: it needs dispute, parties and issues");
        }

        CodebookReading? failed = null;
        YamlNode? root = YamlText.Read(yaml, "codebook", (mark, problem) => failed = Failed(mark, problem));
        return failed ?? root switch
        {
            null => Failed(Whole, "the codebook is empty: it needs dispute, parties and issues"),
            YamlMappingNode mapping => WithText(new CodebookBuilder().Build(mapping), yaml),
            _ => Failed(root.Start, "this is no codebook: it must begin with keys such as 'dispute:', 'parties:' and 'issues:'"),
        };
    }

    private static CodebookReading WithText(CodebookReading reading, string yaml) =>
        reading.Codebook is { } codebook ? reading with { Codebook = codebook with { Text = yaml } } : reading;

    private static CodebookReading Failed(Mark mark, string message) => new(null, [Error(mark, message)]);

    private static CodebookProblem Error(Mark mark, string message) =>
        new((int)mark.Line, (int)mark.Column, ProblemSeverity.Error, message);
}
