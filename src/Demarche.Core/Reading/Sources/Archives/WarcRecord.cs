namespace Demarche.Core.Reading.Sources.Archives;

/// <summary>A record of a web archive.</summary>
/// <param name="Headers">Its header lines.</param>
/// <param name="Block">Its content; for a response what the server sent, header lines first.</param>
/// <param name="Problem">Why its content could not be had, for a reader; null when it could.</param>
internal sealed record WarcRecord(HeaderLines Headers, ReadOnlyMemory<byte> Block, string? Problem)
{
    /// <summary>Kind of record: response, request, warcinfo and so on, in small letters.</summary>
    public string Type => HeaderLines.Plain(Headers["WARC-Type"]);
}
