using Xunit;

namespace Demarche.Tests;

/// <summary>The corpora and gold sets that stand beside a checkout, not in it. A test that needs them is skipped by name without them.</summary>
internal static class SharedData
{
    /// <summary>The folder <c>shared</c> beside the repository, or null.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Path below the folder; skips the running test when it is absent.</summary>
    public static string Require(string relativePath)
    {
        string? path = Folder is null ? null : Path.Combine(Folder, relativePath);
        Assert.SkipUnless(
            path is not null && (File.Exists(path) || Directory.Exists(path)),
            $"needs ../shared/{relativePath}, which is not here");
        return path!;
    }

    private static string? Find()
    {
        string? folder = Repository.Root is null ? null : Path.Combine(Repository.Root, "..", "shared");
        return folder is not null && Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}
