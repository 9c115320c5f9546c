using Demarche.Core.Reading.Sources;

namespace Demarche.Core.Reading;

/// <summary>How much there is to read, so that a progress bar knows its end.</summary>
public static class InputSizes
{
    /// <summary>Bytes of all inputs together.</summary>
    /// <param name="paths">Files and folders, as <see cref="ArticleFiles.Read"/> takes them.</param>
    /// <returns>The sum; null when it cannot be told beforehand: standard input, compressed files, files that are not there.</returns>
    public static long? Total(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        long total = 0;
        foreach (string path in paths)
        {
            if (Of(path) is not { } size)
            {
                return null;
            }

            total += size;
        }

        return total;
    }

    private static long? Of(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path) && !IsCompressed(path) ? new FileInfo(path).Length : null;
        }

        var walk = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = ReadingLimits.FolderDepth,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
        };
        long total = 0;
        foreach (FileInfo file in new DirectoryInfo(path).EnumerateFiles("*", walk))
        {
            if (!SourceFormats.IsKnown(file.Name))
            {
                continue;
            }

            if (IsCompressed(file.Name))
            {
                return null;
            }

            total += file.Length;
        }

        return total;
    }

    private static bool IsCompressed(string path) => Path.GetExtension(path).ToUpperInvariant() is ".GZ" or ".ZIP" or ".DOCX";
}
