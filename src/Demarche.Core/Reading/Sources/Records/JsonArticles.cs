namespace Demarche.Core.Reading.Sources.Records;

/// <summary>A JSON file that is one record, a list of records, an object with such a list, or records one behind the other.</summary>
internal sealed class JsonArticles : ISourceFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".JSON"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> first) =>
        first.TrimStart(SourceFormats.MarksAndSpaces) is var rest && rest.StartsWith("["u8) && rest[1..].TrimStart(SourceFormats.MarksAndSpaces).StartsWith("{"u8);

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        var objects = new JsonObjects(input.Stream);
        objects.Head();
        for (int number = 1; objects.Next(out string? problem) is { } record; number++)
        {
            yield return input.Part("record", number) with
            {
                Kind = RawKind.Record,
                Bytes = record,
                Fields = input.Options.Fields,
                Problem = problem,
            };
        }
    }
}
