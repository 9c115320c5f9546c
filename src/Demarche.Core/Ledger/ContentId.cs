using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;

namespace Demarche.Core.Ledger;

/// <summary>Ids made from content, so that the same thing has the same id on every machine and adding it twice changes nothing.</summary>
/// <remarks>
/// An id is the SHA-256 of its parts in order, each part as its length in UTF-8 bytes (four bytes, little-endian; -1 for an
/// absent part) and those bytes; the first part names the kind of id. Of the digest the first 20 hexadecimal digits are kept:
/// among ten million ids the chance that any two meet is below one in ten thousand million.
/// </remarks>
public static class ContentId
{
    /// <summary>Length of an id in hexadecimal digits.</summary>
    public const int Length = 20;

    /// <summary>Digest of a text: SHA-256 over its UTF-8 bytes, all 64 hexadecimal digits, as <c>sha256sum</c> gives it.</summary>
    public static string DigestOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Key of an article: by its address, else by outlet and id, else by its text.</summary>
    public static string OfArticle(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return BasisOf(article) switch
        {
            "address" => Of("article-address", article.Url),
            "outlet-id" => Of("article-outlet-id", article.Outlet, article.Id),
            // Of a headline without a text the words are all there is.
            _ => Of("article-text", DigestOf(article.Text.Length > 0 ? article.Text : article.Title ?? "")),
        };
    }

    /// <summary>What <see cref="OfArticle"/> rests on: "address", "outlet-id" or "text".</summary>
    public static string BasisOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return !string.IsNullOrEmpty(article.Url) ? "address"
            : !string.IsNullOrEmpty(article.Outlet) ? "outlet-id"
            : "text";
    }

    /// <summary>Key of a revision: the article and everything a reader of it sees.</summary>
    public static string OfRevision(string articleKey, string textDigest, Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Of("revision", articleKey, textDigest, article.Title, article.Byline, article.Published?.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>Key of an attribution: the text it stands in and where its cue and content stand.</summary>
    public static string OfAttribution(string textDigest, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        return Of("attribution", textDigest, Spell(attribution.Cue), Spell(attribution.Content));
    }

    /// <summary>Key of a position: the text it stands in, its issue, its holder, and where its evidence stands.</summary>
    public static string OfPosition(string textDigest, Position position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return Of("position", textDigest, position.Issue, position.Holder, Spell([position.Evidence]));
    }

    internal static string Of(string kind, params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, kind);
        foreach (string? part in parts)
        {
            Append(hash, part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }

    private static void Append(IncrementalHash hash, string? part)
    {
        byte[] bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static string Spell(IReadOnlyList<TextSpan> spans) =>
        string.Join(' ', spans.Select(span => string.Create(null, $"{span.Start}-{span.End}")));
}
