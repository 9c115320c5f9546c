using Demarche.Core.Reading;

namespace Demarche.Core.Ledger;

/// <summary>The bytes an article was read from, as they are kept beside the ledger, with all that is needed to read them again.</summary>
public sealed record RawCopy
{
    /// <summary>SHA-256 of the bytes, 64 hexadecimal digits: the name of their file.</summary>
    public required string Digest { get; init; }

    /// <summary>Where they lay and what was known of them; without the bytes.</summary>
    public required RawArticle Raw { get; init; }

    /// <summary>Which build of the reader read them.</summary>
    public required string Reader { get; init; }

    /// <summary>Key of the article; empty for one not yet recorded.</summary>
    public string ArticleKey { get; init; } = "";

    /// <summary>Number of the revision; 0 for one not yet recorded.</summary>
    public int Revision { get; init; }

    /// <summary>SHA-256 of the revision's text; empty for one not yet recorded.</summary>
    public string TextDigest { get; init; } = "";

    /// <summary>The build of this program's reader: the same for the same sources.</summary>
    public static string ThisReader { get; } = typeof(RawCopy).Assembly.ManifestModule.ModuleVersionId.ToString("N", null)[..12];
}
