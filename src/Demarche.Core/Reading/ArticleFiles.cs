namespace Demarche.Core.Reading;

/// <summary>
/// Walks files, folders and standard input and gives the articles in them one at a time, as lazily as they are asked for.
/// Files come in the order named, those of a folder (with its folders inside) in ordinal order of their paths.
/// </summary>
/// <remarks>
/// In a folder only files named .txt, .html, .htm, .xhtml, .jsonl or .ndjson count (each also with .gz); a file named
/// outright is read whatever its name, its kind then told from its first bytes. Hidden files of a folder are passed over.
/// </remarks>
public static class ArticleFiles
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The articles of <paramref name="paths"/>; what cannot be read comes with its problem in its place.</summary>
    /// <param name="paths">Files, folders, or "-"; none means standard input.</param>
    /// <param name="openStandardInput">Opens standard input, called when it is wanted.</param>
    public static IEnumerable<RawArticle> Read(IReadOnlyList<string> paths, Func<Stream> openStandardInput)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(openStandardInput);
        foreach (string path in paths.Count == 0 ? [StandardInput] : paths)
        {
            IEnumerable<RawArticle> found = path == StandardInput
                ? new ArticleStream("standard input", "stdin").Read(openStandardInput, null)
                : Directory.Exists(path) ? ReadFolder(path, [], 0) : ReadFile(path);
            foreach (RawArticle article in found)
            {
                yield return article;
            }
        }
    }

    private static IEnumerable<RawArticle> ReadFile(string path) =>
        new ArticleStream(path, RawKinds.StemOf(path)).Read(() => File.OpenRead(path), RawKinds.OfName(path));

    // Met are the real paths of the folders read so far: links can neither loop nor multiply the work.
    private static IEnumerable<RawArticle> ReadFolder(string folder, HashSet<string> met, int depth)
    {
        if (depth > ReadingLimits.FolderDepth || !met.Add(RealPath(folder)))
        {
            yield return Failed(folder, depth > ReadingLimits.FolderDepth
                ? $"folders nest deeper than {ReadingLimits.FolderDepth}"
                : "a link leads to a folder that was read already");
            yield break;
        }

        string? problem = TryList(folder, out string[] entries);
        if (problem is not null)
        {
            yield return Failed(folder, problem);
        }

        foreach (string entry in entries)
        {
            bool isFolder = Directory.Exists(entry);
            if (!isFolder && RawKinds.OfName(entry) is null)
            {
                continue;
            }

            foreach (RawArticle article in isFolder ? ReadFolder(entry, met, depth + 1) : ReadFile(entry))
            {
                yield return article;
            }
        }
    }

    private static string? TryList(string folder, out string[] entries)
    {
        entries = [];
        try
        {
            entries = [.. Directory.EnumerateFileSystemEntries(folder).Where(e => !Path.GetFileName(e).StartsWith('.'))];
            Array.Sort(entries, StringComparer.Ordinal);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return "no permission to list the folder";
        }
        catch (IOException e)
        {
            return $"the folder cannot be listed: {e.Message}";
        }
    }

    private static string RealPath(string folder)
    {
        try
        {
            FileSystemInfo? target = Directory.ResolveLinkTarget(folder, returnFinalTarget: true);
            return Path.TrimEndingDirectorySeparator(target?.FullName ?? Path.GetFullPath(folder));
        }
        catch (IOException)
        {
            return Path.GetFullPath(folder);
        }
    }

    private static RawArticle Failed(string folder, string problem) =>
        new() { Origin = folder, Id = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), Problem = problem };
}
