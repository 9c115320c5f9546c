using System.Globalization;
using System.Text;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Sources;

/// <summary>Turns what a reader sends into inputs. Nothing of it is ever a path: bytes are read from memory, and names only name.</summary>
internal static class Uploads
{
    /// <summary>Files of one sending.</summary>
    public const int MostFiles = 500;

    /// <summary>Addresses of one sending; feeds and lists among them lead to more.</summary>
    public const int MostAddresses = 200;

    private const int LongestName = 200;

    /// <summary>The articles in <paramref name="files"/>, read as `demarche add` reads files.</summary>
    /// <param name="files">What was sent.</param>
    /// <param name="outlet">Outlet of articles that name none themselves, or null.</param>
    /// <param name="cancellation">The sender went away.</param>
    public static async Task<IEnumerable<RawArticle>> ReadAsync(IFormFileCollection files, string? outlet, CancellationToken cancellation)
    {
        var kept = new List<(string Name, byte[] Bytes)>();
        foreach (IFormFile file in files)
        {
            // The request's own copy goes when it ends; the reading goes on.
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            kept.Add((NameOf(file.FileName), bytes.ToArray()));
        }

        string? name = Word(outlet);
        return kept.SelectMany(file => ArticleFiles.ReadStream(file.Name, () => new MemoryStream(file.Bytes, writable: false)))
            .Select(article => article with { Outlet = article.Outlet ?? name });
    }

    /// <summary>The addresses in <paramref name="lines"/>, one a line, as links still to be fetched; what is no address of the web comes with its problem.</summary>
    public static IReadOnlyList<RawArticle> Links(string? lines) =>
    [
        .. (lines ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .Take(MostAddresses)
            .Select(line => IsAddress(line)
                ? new RawArticle { Origin = line, Id = line, Kind = RawKind.Link, Address = line }
                : new RawArticle { Origin = line.Length > LongestName ? line[..LongestName] : line, Id = "address", Problem = "not an address that begins with http:// or https://" }),
    ];

    /// <summary>A text typed or pasted; a page when it is markup.</summary>
    public static RawArticle Pasted(string text, string? title, string? outlet, string? published, string? url)
    {
        string id = "pasted-" + ContentId.DigestOf(text)[..12];
        DateOnly? day = DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly parsed) ? parsed : null;
        bool isPage = text.TrimStart().StartsWith('<') && text.Contains("</", StringComparison.Ordinal);
        return new RawArticle
        {
            Origin = Word(title) ?? "pasted text",
            Id = id,
            Kind = isPage ? RawKind.Page : RawKind.Text,
            Charset = "utf-8",
            Outlet = Word(outlet),
            Given = new Article
            {
                Id = id,
                Text = "",
                Title = Word(title),
                Outlet = Word(outlet),
                Url = IsAddress(Word(url)) ? Word(url) : null,
                Published = day,
                PublishedBasis = day is null ? DateBasis.Unknown : DateBasis.Given,
            },
            Bytes = Encoding.UTF8.GetBytes(text),
        };
    }

    private static bool IsAddress(string? line) =>
        Uri.TryCreate(line, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    // Browsers send names, some of them paths; what stands before the last separator says nothing here.
    private static string NameOf(string sent)
    {
        string last = sent.Split('/', '\\')[^1];
        string clean = string.Concat(last.Where(character => !char.IsControl(character)));
        return clean.Length == 0 ? "file" : clean.Length > LongestName ? clean[^LongestName..] : clean;
    }

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
