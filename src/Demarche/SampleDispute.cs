using System.Globalization;
using Demarche.Core.Reading;

namespace Demarche;

/// <summary>The sample dispute that comes with the program: invented articles about an invented barrage.</summary>
internal static class SampleDispute
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "skarrow");

    /// <summary>Path of its codebook.</summary>
    public static string CodebookPath { get; } = Path.Combine(Folder, "codebook.yaml");

    /// <summary>Text of its codebook.</summary>
    public static string CodebookText => File.ReadAllText(CodebookPath);

    /// <summary>Its articles. A folder is an outlet; its name is the outlet's, for the articles that are plain text.</summary>
    public static IEnumerable<RawArticle> Articles() =>
        Directory.EnumerateFileSystemEntries(Path.Combine(Folder, "articles")).Order(StringComparer.Ordinal).SelectMany(entry =>
        {
            string words = Path.GetFileNameWithoutExtension(entry).Replace('-', ' ');
            string outlet = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(words);
            return ArticleFiles.Read([entry], Console.OpenStandardInput).Select(article => article with { Outlet = outlet });
        });
}
