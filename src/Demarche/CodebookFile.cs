using Demarche.Core.Parties;

namespace Demarche;

/// <summary>Reads a codebook the user named, or says what is wrong with it.</summary>
internal static class CodebookFile
{
    /// <summary>The text and the codebook of the file at <paramref name="path"/>.</summary>
    /// <exception cref="UserException">It cannot be read or has errors; the first ones are named.</exception>
    public static (string Text, Codebook Codebook) Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{path}: {e.Message}");
        }

        return (text, Parse(text, path));
    }

    /// <summary>The codebook in <paramref name="text"/>.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="path">Where it comes from, for messages.</param>
    /// <exception cref="UserException">It has errors; the first ones are named.</exception>
    public static Codebook Parse(string text, string path)
    {
        CodebookReading reading = CodebookReader.Read(text);
        if (reading.Codebook is { } codebook)
        {
            return codebook;
        }

        // Three are enough to start mending; the check lists them all.
        IEnumerable<string> first = reading.Problems
            .Where(problem => problem.Severity == ProblemSeverity.Error)
            .Take(3)
            .Select(problem => $"\n  {path}:{problem.Line}:{problem.Column}: {problem.Message}");
        throw new UserException(
            $"the codebook {path} has errors; see them all with: demarche codebook check {path}{string.Concat(first)}");
    }
}
