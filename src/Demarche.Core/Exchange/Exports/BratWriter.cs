using System.Globalization;
using System.IO.Compression;
using System.Text;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Core.Exchange.Exports;

/// <summary>
/// Writes articles for the annotation tool brat: NAME.txt, NAME.ann with attributions and positions, and annotation.conf, in a zip archive whose
/// bytes depend on the ledger alone. Without text there is no NAME.txt and no quotation in NAME.ann; digests.txt tells which text belongs there.
/// </summary>
internal static class BratWriter
{
    // Zip knows no earlier day; the real one would make every archive another.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the archive of <paramref name="source"/>.</summary>
    public static void Write(ExportSource source, Stream output)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "annotation.conf", Configuration(source.Codebook));
        var digests = new StringBuilder();
        foreach (LedgerArticle article in source.Ledger.Articles())
        {
            string name = NameOf(article);
            string text = source.Ledger.ReadArticle(article.Key)!.Article.Text;
            Add(archive, name + ".ann", new BratAnnotations(source, article, text).ToString());
            if (source.HasText)
            {
                Add(archive, name + ".txt", text);
            }
            else
            {
                digests.Append(article.Digest).Append("  ").Append(name).Append(".txt\n");
            }
        }

        if (!source.HasText)
        {
            Add(archive, "digests.txt", digests.ToString());
        }
    }

    /// <summary>A file name for an article: its id as far as every file system takes it, and its key.</summary>
    internal static string NameOf(LedgerArticle article)
    {
        const int Longest = 60;
        string id = string.Concat(article.Id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        return $"{id[..Math.Min(Longest, id.Length)].Trim('-')}-{article.Key}".TrimStart('-');
    }

    /// <summary>A word brat takes as the value of an attribute.</summary>
    internal static string Value(string id) => string.Concat(id.Select(c => char.IsWhiteSpace(c) || c is '|' or ',' ? '-' : c));

    private static void Add(ZipArchive archive, string name, string content)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var writer = new StreamWriter(entry.Open(), TableExport.Utf8);
        writer.Write(content);
    }

    private static string Configuration(Codebook? codebook)
    {
        string Values(IEnumerable<string> ids) => string.Join('|', ids.Select(Value).DefaultIfEmpty("none"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            [entities]
            Source
            Cue
            Content
            Position
            Condition

            [relations]
            ConditionOf	Arg1:Condition, Arg2:Position
            <OVERLAP>	Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

            [events]
            Attribution	Source*:Source, Cue*:Cue, Content*:Content

            [attributes]
            Stance	Arg:Position, Value:supports|opposes|conditional
            Strength	Arg:Position, Value:-4|-3|-2|-1|1|2|3|4
            Issue	Arg:Position, Value:{Values((codebook?.Issues ?? []).Select(issue => issue.Id))}
            Party	Arg:Position, Value:{Values((codebook?.Parties ?? []).Select(party => party.Id))}

            """);
    }
}
