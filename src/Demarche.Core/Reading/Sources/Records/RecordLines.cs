namespace Demarche.Core.Reading.Sources.Records;

/// <summary>JSON Lines: one record a line. A broken line costs itself alone.</summary>
internal sealed class RecordLines : ISourceFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".JSONL", ".NDJSON"];

    /// <summary>Records as soon as one line starts with a brace, so that a broken line in front does not hide them.</summary>
    public bool Recognizes(ReadOnlySpan<byte> first)
    {
        ReadOnlySpan<byte> rest = first.TrimStart(SourceFormats.MarksAndSpaces);
        return rest.StartsWith("{"u8) || rest.IndexOf("\n{"u8) >= 0 || rest.IndexOf("\n\0{"u8) >= 0;
    }

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        var lines = new LineReader(input.Stream, ReadingLimits.InputBytes);
        for (int number = 1; lines.TryNext(out byte[]? line); number += 1 + lines.PassBlankLines())
        {
            if (line is not null && IsBlank(line))
            {
                continue;
            }

            yield return input.Part("line", number) with
            {
                Kind = RawKind.Record,
                Bytes = line,
                Fields = input.Options.Fields,
                Problem = line is null ? $"line longer than {ReadingLimits.InputBytes >> 20} MiB" : null,
            };
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
