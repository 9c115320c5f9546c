using Xunit;

namespace Demarche.Tests.Golden;

/// <summary>Whole outputs kept in the repository: a test compares, a person accepts. Run with DEMARCHE_ACCEPT=1 to rewrite them, then read the diff.</summary>
internal static class GoldenFile
{
    /// <summary>Compares <paramref name="actual"/> with the file at <paramref name="relativePath"/> of the repository.</summary>
    public static void Check(string relativePath, string actual)
    {
        Assert.SkipWhen(Repository.Root is null, "needs the checkout");
        string path = Path.Combine(Repository.Root!, relativePath);
        if (Environment.GetEnvironmentVariable("DEMARCHE_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"{relativePath} is missing; make it with DEMARCHE_ACCEPT=1 dotnet test");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
