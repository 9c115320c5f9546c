namespace Demarche.Core.Reading;

/// <summary>How much of one input is read: what is larger is named as a failure, never cut.</summary>
public static class ReadingLimits
{
    /// <summary>
    /// Bytes of one file, page or line of a JSON Lines file: 32 MiB. The largest page of the development corpora has 2.5 MB;
    /// the bound keeps a few inputs in flight within half a gigabyte.
    /// </summary>
    public const int InputBytes = 32 << 20;

    /// <summary>Bytes of one entry of a feed or row of a table: 8 MiB, some fifty times the longest content seen in feeds.</summary>
    public const int EntryBytes = 8 << 20;

    /// <summary>UTF-16 code units of an article's text: 10,000,000, some twenty novels.</summary>
    public const int TextLength = 10_000_000;

    /// <summary>Archives and mails inside each other: 3. Deeper ones are named as a failure.</summary>
    public const int ArchiveDepth = 3;

    /// <summary>Folders inside folders: 64. Deeper ones are named as a failure.</summary>
    public const int FolderDepth = 64;
}
