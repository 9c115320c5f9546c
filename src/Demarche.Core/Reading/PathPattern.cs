using System.IO.Enumeration;

namespace Demarche.Core.Reading;

/// <summary>Paths with <c>*</c> (any characters of a name), <c>?</c> (any one) and <c>**</c> (any folders), for shells that do not expand them.</summary>
internal static class PathPattern
{
    // A pattern over a whole disk must end; a shell would refuse such a command line long before.
    private const int MostMatches = 1_000_000;

    /// <summary>Whether <paramref name="path"/> has a character that makes it a pattern.</summary>
    public static bool IsOne(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files and folders that match, in ordinal order.</summary>
    public static string[] Expand(string pattern)
    {
        string[] parts = pattern.Split('/', Path.DirectorySeparatorChar);
        int first = Array.FindIndex(parts, IsOne);
        string start = string.Join('/', parts[..first]);
        start = start.Length > 0 ? start : parts[0].Length == 0 && first > 0 ? "/" : ".";
        string[] found = [.. Matches(start, parts.AsMemory(first), 0).Take(MostMatches)];
        Array.Sort(found, StringComparer.Ordinal);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Matches(string folder, ReadOnlyMemory<string> parts, int depth)
    {
        if (depth > ReadingLimits.FolderDepth)
        {
            return [];
        }

        string part = parts.Span[0];
        ReadOnlyMemory<string> rest = parts[1..];
        if (part == "**")
        {
            IEnumerable<string> here = rest.IsEmpty ? Entries(folder, "*", folders: false) : Matches(folder, rest, depth + 1);
            return here.Concat(Entries(folder, "*", folders: true).SelectMany(inner => Matches(inner, parts, depth + 1)));
        }

        return rest.IsEmpty
            ? Entries(folder, part, folders: null)
            : Entries(folder, part, folders: true).SelectMany(inner => Matches(inner, rest, depth + 1));
    }

    private static IEnumerable<string> Entries(string folder, string part, bool? folders)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | (folders == true ? FileAttributes.ReparsePoint : 0) };
        IEnumerable<string> entries = !Directory.Exists(folder) ? []
            : folders is null ? Directory.EnumerateFileSystemEntries(folder, "*", options)
            : folders.Value ? Directory.EnumerateDirectories(folder, "*", options)
            : Directory.EnumerateFiles(folder, "*", options);
        return entries.Where(entry => FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(entry), ignoreCase: false))
            .Select(entry => folder == "." ? Path.GetFileName(entry) : entry);
    }
}
