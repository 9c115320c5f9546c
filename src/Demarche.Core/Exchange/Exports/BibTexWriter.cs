using System.Globalization;
using System.Text;

namespace Demarche.Core.Exchange.Exports;

/// <summary>Writes citations of the articles as BibTeX, an <c>@article</c> each, UTF-8.</summary>
internal static class BibTexWriter
{
    /// <summary>Writes the citations of <paramref name="source"/>.</summary>
    public static void Write(ExportSource source, Stream output)
    {
        using var writer = new StreamWriter(output, TableExport.Utf8, leaveOpen: true) { NewLine = "\n" };
        foreach (Citation citation in Citation.Of(source))
        {
            Write(writer, citation);
        }
    }

    private static void Write(StreamWriter writer, Citation citation)
    {
        writer.WriteLine($"@article{{{citation.Key},");
        // A name of one word, or a desk, is no first and last name: braces keep it whole.
        Field(writer, "author", string.Join(" and ", citation.Authors.Select(name => name.Contains(' ', StringComparison.Ordinal) ? Escape(name) : $"{{{Escape(name)}}}")));
        // Double braces keep the capitals of the headline.
        Field(writer, "title", citation.Article.Title is { } title ? $"{{{Escape(title)}}}" : "");
        Field(writer, "journal", Escape(citation.Article.Outlet ?? ""));
        if (citation.Article.Published is { } day)
        {
            Field(writer, "year", day.Year.ToString(CultureInfo.InvariantCulture));
            Field(writer, "month", day.Month.ToString(CultureInfo.InvariantCulture));
            Field(writer, "day", day.Day.ToString(CultureInfo.InvariantCulture));
        }

        Field(writer, "url", Address(citation.Article.Url ?? ""));
        Field(writer, "language", Escape(citation.Article.Language ?? ""));
        writer.WriteLine("}");
        writer.WriteLine();
    }

    private static void Field(StreamWriter writer, string name, string value)
    {
        if (value.Length > 0)
        {
            writer.WriteLine($"  {name} = {{{value}}},");
        }
    }

    // Braces would end the field; in an address they are written in percent.
    private static string Address(string url) => Plain(url)
        .Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in Plain(text))
        {
            _ = c switch
            {
                '\\' => escaped.Append("\\textbackslash{}"),
                '{' => escaped.Append("\\textbraceleft{}"),
                '}' => escaped.Append("\\textbraceright{}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '$' or '&' or '#' or '%' or '_' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static string Plain(string text) => XmlOutput.Clean(text).ReplaceLineEndings(" ").Trim();
}
