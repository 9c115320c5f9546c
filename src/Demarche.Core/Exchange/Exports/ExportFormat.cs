namespace Demarche.Core.Exchange.Exports;

/// <summary>A format the ledger is written in.</summary>
/// <param name="Name">Its name on the command line and in addresses.</param>
/// <param name="Description">What is in it, for whom, in a sentence.</param>
/// <param name="MediaType">Media type of one file of it.</param>
/// <param name="Extension">Extension of its file, with the dot.</param>
/// <param name="Write">Writes it to a stream, which stays open.</param>
public sealed record ExportFormat(string Name, string Description, string MediaType, string Extension, Action<ExportSource, Stream> Write)
{
    /// <summary>Every format, in the order they are shown.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv", "one position a row, for spreadsheets and statistics", "text/csv", ".csv", TableExport.WritePositions),
        new("jsonl", "one article with all the machine's lines a record, as extract writes them", "application/jsonl", ".jsonl", TableExport.WriteRecords),
        new("corrections", "what people said about lines, with author and time (JSON Lines)", "application/jsonl", ".jsonl", TableExport.WriteCorrections),
        new("graphml", "the network of actors, parties and issues, every position an edge (GraphML)", "application/graphml+xml", ".graphml", GraphMlWriter.Write),
        new("gexf", "the same network with its days, for Gephi (GEXF 1.3)", "application/gexf+xml", ".gexf", GexfWriter.Write),
        new("webannotation", "every position as an annotation of its article (W3C Web Annotation, JSON-LD)", "application/ld+json", ".jsonld", WebAnnotationWriter.Write),
        new("brat", "texts with stand-off annotations, a zip archive to unpack into brat's data folder", "application/zip", ".zip", BratWriter.Write),
        new("dna", "a database for Discourse Network Analyzer 3", "application/vnd.sqlite3", ".dna", DnaWriter.Write),
        new("bibtex", "citations of the articles (BibTeX)", "application/x-bibtex", ".bib", BibTexWriter.Write),
        new("csl-json", "citations of the articles (CSL-JSON, for Zotero and pandoc)", "application/vnd.citationstyles.csl+json", ".json", CslJsonWriter.Write),
    ];

    /// <summary>Whether its bytes are no text.</summary>
    public bool IsBinary => MediaType is "application/zip" or "application/vnd.sqlite3";

    /// <summary>The format called <paramref name="name"/>, or null.</summary>
    public static ExportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
