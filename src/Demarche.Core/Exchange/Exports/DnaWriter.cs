using Microsoft.Data.Sqlite;

namespace Demarche.Core.Exchange.Exports;

/// <summary>
/// Writes a database for Discourse Network Analyzer 3 (P. Leifeld): articles are documents, positions are statements with person, organization, concept
/// and agreement, and with act, strength and condition besides.
/// </summary>
/// <remarks>
/// Offsets are UTF-16 code units in both programs. An undated article stands at 1 January 1970, since a document must have a day, and its notes say so. A
/// conditional position agrees when it leans towards the outcome; its condition stands beside it. Without text every letter of a document is
/// a dot, so that the offsets still lie inside it.
/// </remarks>
internal static class DnaWriter
{
    private const string Schema = "Demarche.Core.Exchange.Exports.dna.sql";

    /// <summary>Writes the database of <paramref name="source"/>.</summary>
    public static void Write(ExportSource source, Stream output)
    {
        // The engine writes files only.
        DirectoryInfo folder = Directory.CreateTempSubdirectory("demarche-");
        string path = Path.Combine(folder.FullName, "export.dna");
        try
        {
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
            {
                connection.Open();
                using SqliteTransaction transaction = connection.BeginTransaction();
                new DnaDatabase(connection, source).Fill(SchemaText());
                transaction.Commit();
            }

            using FileStream file = File.OpenRead(path);
            file.CopyTo(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string SchemaText()
    {
        using Stream stream = typeof(DnaWriter).Assembly.GetManifestResourceStream(Schema)
            ?? throw new InvalidOperationException($"the program was built without {Schema}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
