using System.Buffers;
using System.Text.Json;
using Demarche.Core.Reading.Sources.Records;

namespace Demarche.Core.Reading.Sources.Tables;

/// <summary>A table in text with a line of column names: each row becomes a record of those names.</summary>
internal sealed class TableFormat : ISourceFormat
{
    // Columns as wide as this are no names.
    private const int LongestHeader = 1 << 14;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".CSV", ".TSV", ".TAB"];

    /// <summary>Only where the first line names columns that hold an article's text or address; without a name, anything else is a text.</summary>
    public bool Recognizes(ReadOnlySpan<byte> first)
    {
        ReadOnlySpan<byte> line = FirstLine(first);
        return line.Length < LongestHeader && line.IndexOfAny(",;\t"u8) >= 0
            && Header(line) is { } columns && FieldLayouts.OfTable(columns) is var map
            && map.Names.Count >= 2 && (map.Names.ContainsKey("text") || map.Names.ContainsKey("url") || map.Names.ContainsKey("html"));
    }

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        var rows = new TableRows(input.Stream, SeparatorOf(FirstLine(input.Stream.First)));
        if (rows.Next(out string? problem) is not { } columns || problem is not null)
        {
            yield return input.Failed(problem ?? "an empty table");
            yield break;
        }

        columns[0] = columns[0].TrimStart('\uFEFF');
        FieldMap map = MapOf(columns, input.Options.Fields);
        if (!map.Names.ContainsKey("text") && !map.Names.ContainsKey("html") && !map.Names.ContainsKey("url"))
        {
            yield return input.Failed($"no column for the text among: {string.Join(", ", columns)}. Name it: --map text=COLUMN");
            yield break;
        }

        for (int number = 2; rows.Next(out problem) is { } cells; number++)
        {
            if (problem is not null || cells.Count > columns.Count)
            {
                problem ??= $"{cells.Count} cells under {columns.Count} columns";
                yield return input.Part("row", number) with { Problem = problem };
            }
            else if (cells.Count > 1 || cells[0].Length > 0)
            {
                yield return Row(input.Part("row", number), columns, cells, map);
            }
        }
    }

    /// <summary>The user's columns before those known here.</summary>
    private static FieldMap MapOf(List<string> columns, FieldMap? named)
    {
        var fields = FieldLayouts.OfTable(columns).Names.ToDictionary(StringComparer.Ordinal);
        foreach ((string field, string column) in named?.Names ?? new Dictionary<string, string>())
        {
            fields[field] = columns.Find(each => each.Equals(column, StringComparison.OrdinalIgnoreCase)) ?? column;
        }

        return FieldMap.Of([.. fields.Select(pair => (pair.Key, pair.Value))]);
    }

    private static RawArticle Row(RawArticle part, List<string> columns, List<string> cells, FieldMap map)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            for (int i = 0; i < cells.Count; i++)
            {
                if (cells[i].Length > 0)
                {
                    JsonStrings.Write(writer, columns[i], cells[i]);
                }
            }

            writer.WriteEndObject();
        }

        string? text = Cell("text") ?? Cell("html");
        string? address = WebAddress.Resolve(Cell("url"), null);
        return part with
        {
            Kind = text is null && address is not null ? RawKind.Link : RawKind.Record,
            Address = address,
            Bytes = bytes.WrittenMemory,
            Fields = map,
            Given = address is null || text is not null ? null : LinkOf(address, Cell),
            Outlet = text is null ? Cell("outlet") : null,
        };

        string? Cell(string field) =>
            map.Names.TryGetValue(field, out string? column) && columns.IndexOf(column) is var at and >= 0 && at < cells.Count && cells[at].Length > 0
                ? cells[at]
                : null;
    }

    private static Article LinkOf(string address, Func<string, string?> cell)
    {
        DateOnly? published = PublicationDay.Parse(cell("published"));
        return new Article
        {
            Id = cell("id") ?? address,
            Text = "",
            Title = cell("title"),
            Published = published,
            PublishedAt = StatedTime.At(cell("published"), published),
            PublishedBasis = published is null ? DateBasis.Unknown : DateBasis.Given,
        };
    }

    private static List<string>? Header(ReadOnlySpan<byte> line) =>
        new TableRows(new MemoryStream(line.ToArray()), SeparatorOf(line)).Next(out _);

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> first)
    {
        int feed = first.IndexOf((byte)'\n');
        return feed < 0 ? first : first[..feed];
    }

    /// <summary>The separator the header has most of.</summary>
    private static byte SeparatorOf(ReadOnlySpan<byte> header)
    {
        int commas = header.Count((byte)',');
        int tabs = header.Count((byte)'\t');
        int semicolons = header.Count((byte)';');
        return tabs >= commas && tabs >= semicolons && tabs > 0 ? (byte)'\t' : semicolons > commas ? (byte)';' : (byte)',';
    }
}
