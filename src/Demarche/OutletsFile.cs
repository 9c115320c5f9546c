using Demarche.Core.Reading.Outlets;

namespace Demarche;

/// <summary>Reads a registry of outlets, or says what is wrong with it.</summary>
internal static class OutletsFile
{
    // Beside the ledger's codebook.yaml.
    private const string FileName = "outlets.yaml";

    // As for a codebook: three are enough to start mending.
    private const int ProblemsShown = 3;

    /// <summary>The registry in <paramref name="folder"/>, or an empty one.</summary>
    /// <exception cref="UserException">The file cannot be read or has errors; the first ones are named.</exception>
    public static OutletRegistry ReadFrom(string folder)
    {
        string own = Path.Combine(folder, FileName);
        return File.Exists(own) ? Read(own) : OutletRegistry.Empty;
    }

    /// <summary>The registry of the file at <paramref name="path"/>.</summary>
    /// <exception cref="UserException">It cannot be read or has errors; the first ones are named.</exception>
    public static OutletRegistry Read(string path)
    {
        OutletReading reading = OutletRegistryReader.Read(TextOf(path));
        return reading.Registry ?? throw new UserException(
            $"the registry of outlets {path} has errors; mend them and run the command again"
            + string.Concat(reading.Problems.Take(ProblemsShown).Select(problem => $"\n  {path}:{problem.Line}:{problem.Column}: {problem.Message}")));
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{path}: {e.Message}");
        }
    }
}
