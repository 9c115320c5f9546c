using Demarche.Core.Reading.Sources;

namespace Demarche.Core.Reading;

/// <summary>
/// Walks files, folders and standard input and gives the articles in them one at a time, as lazily as they are asked for.
/// Files come in the order named, those of a folder (with its folders inside) in ordinal order of their paths.
/// </summary>
/// <remarks>
/// In a folder only files count whose name promises a kind of input known here (each also with .gz); a file named
/// outright is read whatever its name, its kind then told from its first bytes. Hidden files of a folder are passed over.
/// A path with <c>*</c> or <c>?</c> that names no file is a pattern. An address comes as a link that is still to be fetched.
/// </remarks>
public static class ArticleFiles
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The articles of <paramref name="paths"/>; what cannot be read comes with its problem in its place.</summary>
    /// <param name="paths">Files, folders, patterns, addresses, or "-"; none means standard input.</param>
    /// <param name="openStandardInput">Opens standard input, called when it is wanted.</param>
    /// <param name="options">What the user says about all inputs; null for nothing.</param>
    public static IEnumerable<RawArticle> Read(
        IReadOnlyList<string> paths, Func<Stream> openStandardInput, SourceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(openStandardInput);
        return Walk(paths, openStandardInput, options ?? SourceOptions.None);
    }

    /// <summary>The articles in one stream of bytes that is no file of this machine; what cannot be read comes with its problem.</summary>
    /// <param name="name">What it is called: its ending may tell what it is, and ids are made of it. Nothing is looked for under it.</param>
    /// <param name="open">Opens the stream; it is closed here.</param>
    public static IEnumerable<RawArticle> ReadStream(string name, Func<Stream> open)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(open);
        return new ArticleStream(new SourceInput(name, SourceFormats.StemOf(name)), name).Read(open);
    }

    private static IEnumerable<RawArticle> Walk(IReadOnlyList<string> paths, Func<Stream> openStandardInput, SourceOptions options)
    {
        foreach (string path in paths.Count == 0 ? [StandardInput] : paths)
        {
            IEnumerable<RawArticle> found = path == StandardInput
                ? new ArticleStream(new SourceInput("standard input", "stdin") { Options = options }, null).Read(openStandardInput)
                : WebAddress.IsOne(path) ? [new RawArticle { Origin = path, Id = path, Kind = RawKind.Link, Address = path }]
                : ReadPath(path, options);
            foreach (RawArticle article in found)
            {
                yield return article;
            }
        }
    }

    private static IEnumerable<RawArticle> ReadPath(string path, SourceOptions options)
    {
        if (Directory.Exists(path))
        {
            return ReadFolder(path, [], options);
        }

        if (File.Exists(path) || !PathPattern.IsOne(path))
        {
            return ReadFile(path, options);
        }

        string[] matches = PathPattern.Expand(path);
        return matches.Length == 0
            ? [Failed(path, "no file matches the pattern")]
            : matches.SelectMany(match => Directory.Exists(match) ? ReadFolder(match, [], options) : ReadFile(match, options));
    }

    private static IEnumerable<RawArticle> ReadFile(string path, SourceOptions options) =>
        new ArticleStream(new SourceInput(path, SourceFormats.StemOf(path)) { Options = options }, path).Read(() => File.OpenRead(path));

    // Met are the real paths of the folders read so far: links can neither loop nor multiply the work.
    private static IEnumerable<RawArticle> ReadFolder(
        string folder, HashSet<string> met, SourceOptions options, int depth = 0)
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
            if (!isFolder && !SourceFormats.IsKnown(entry))
            {
                continue;
            }

            foreach (RawArticle article in isFolder ? ReadFolder(entry, met, options, depth + 1) : ReadFile(entry, options))
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
