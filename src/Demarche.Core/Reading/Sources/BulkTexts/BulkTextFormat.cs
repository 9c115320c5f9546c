using System.Security.Cryptography;
using System.Text;

namespace Demarche.Core.Reading.Sources.BulkTexts;

/// <summary>The download of a news database: one text, many articles.</summary>
internal sealed class BulkTextFormat : ISourceFormat
{
    // Digits of an article's id: among a million articles of one name the chance that two meet is below one in a hundred million.
    private const int IdDigits = 16;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".TXT"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> first) => BulkText.IsOne(first);

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        var lines = new LineReader(input.Stream, ReadingLimits.EntryBytes);
        var article = new List<string>();
        int length = 0;
        int number = 0;
        bool any = true;
        while (any)
        {
            any = lines.TryNext(out byte[]? line);
            string text = line is null ? "" : TextDecoder.Decode(line).TrimEnd();
            bool isBetween = !any || BulkText.IsBetween(text.Trim());
            length += text.Length;
            if (!isBetween && length <= ReadingLimits.TextLength)
            {
                article.Add(text);
            }
            else if (isBetween)
            {
                if (article.Exists(each => each.Length > 0) && BulkArticle.Read(article) is { } found)
                {
                    number++;
                    yield return length > ReadingLimits.TextLength
                        ? input.Part("article", number) with { Problem = $"longer than {ReadingLimits.TextLength} characters" }
                        : Raw(input.Part("article", number), input.Stem, found);
                }

                article.Clear();
                length = 0;
            }
        }

        if (number == 0)
        {
            yield return input.Failed("no article found in this download");
        }
    }

    /// <summary>The same article in another download is the same article: its id comes from what it says of itself.</summary>
    private static RawArticle Raw(RawArticle part, string stem, BulkArticle found)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{found.Outlet}\n{found.Title}\n{found.Published}\n{(found.Title is null ? found.Text : "")}"));
        string id = found.Outlet is null ? part.Id : $"{(found.Published is { } day ? day.ToString("O", null) : stem)}-{Convert.ToHexStringLower(digest)[..IdDigits]}";
        return part with
        {
            Id = id,
            Kind = RawKind.Text,
            Bytes = Encoding.UTF8.GetBytes(found.Text),
            Given = new Article
            {
                Id = id,
                Text = "",
                Title = found.Title,
                Byline = found.Byline,
                Outlet = found.Outlet,
                Url = WebAddress.Resolve(found.Address, null),
                Published = found.Published,
                PublishedBasis = found.Published is null ? DateBasis.Unknown : DateBasis.Given,
            },
        };
    }
}
