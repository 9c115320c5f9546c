using System.IO.Compression;

namespace Demarche.Core.Reading.Sources.Archives;

/// <summary>A zip archive of files that hold articles. Nothing is written anywhere: a name inside it is a name, wherever it points.</summary>
internal sealed class ZipFormat : ISourceFormat
{
    private const int MostEntries = 500_000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".ZIP"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> first) => first.StartsWith("PK\x03\x04"u8) || first.StartsWith("PK\x05\x06"u8);

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        // The list of a zip stands at its end. A file is read where it lies, anything else is held.
        byte[]? held = input.Stream.Seekable is null ? LineReader.ReadAll(input.Stream, ReadingLimits.InputBytes) : [];
        if (held is null)
        {
            yield return input.Failed($"a zip archive inside another or on standard input may have {ReadingLimits.InputBytes >> 20} MiB at most");
            yield break;
        }

        Stream file = input.Stream.Seekable ?? new MemoryStream(held);
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostEntries)
        {
            yield return input.Failed($"{archive.Entries.Count} files in it; at most {MostEntries} are read");
            yield break;
        }

        UnpackBudget budget = input.Budget ?? new UnpackBudget(file.Length);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (!Counts(entry))
            {
                continue;
            }

            SourceInput inner = input.Inside(entry.FullName) with { Budget = budget };
            foreach (RawArticle article in new ArticleStream(inner, entry.FullName).Read(() => budget.Watch(entry.Open())))
            {
                yield return article;
            }

            if (budget.IsSpent)
            {
                yield return input.Failed("the rest of the archive was left unread: " + UnpackBudget.Problem);
                yield break;
            }
        }
    }

    private static bool Counts(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && entry.Name[0] != '.' && SourceFormats.IsKnown(entry.Name)
        && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);
}
