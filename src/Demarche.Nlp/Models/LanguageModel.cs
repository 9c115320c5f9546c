using System.Text;
using Demarche.Nlp.Joint;
using Demarche.Nlp.Lemmatizing;
using Demarche.Nlp.Parsing;
using Demarche.Nlp.Tagging;

namespace Demarche.Nlp.Models;

/// <summary>All that is learned of a language: tagger, lemmatizer and parser, made for each other. Immutable and safe to share.</summary>
/// <param name="Tagger">Gives parts of speech.</param>
/// <param name="Lemmatizer">Gives dictionary forms.</param>
/// <param name="Parser">Gives heads and relations.</param>
/// <param name="Checksum">SHA-256 of the file it was read from; empty for one just trained.</param>
public sealed record LanguageModel(Tagger Tagger, Lemmatizer Lemmatizer, Parser Parser, string Checksum = "")
{
    /// <summary>The network that tags, with the tagger's guess in view, and parses; null when tagger and parser do it alone.</summary>
    public JointModel? Network { get; private init; }

    /// <summary>This model with a network that has the last word; the parser is kept for sentences too long for it.</summary>
    /// <exception cref="ModelFormatException">The network was trained beside a model with other tags or relations.</exception>
    public LanguageModel With(JointModel network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Labels.Names.SequenceEqual(Tagger.Tags.Labels.Names) && network.Relations.Names.SequenceEqual(Parser.Relations.Names)
            ? this with { Network = network }
            : throw new ModelFormatException("The network belongs to another language model: its tags or relations differ. Use the files that came together, or train it anew.");
    }

    /// <summary>Reads a model file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="ModelFormatException">It is no model file, of another version, damaged, or holds other models.</exception>
    public static LanguageModel Read(Stream stream, string name)
    {
        ModelFile file = ModelFile.Read(stream, name);
        Tagger tagger = file.Load("tagger", Tagger.Read);
        return new LanguageModel(
            tagger, file.Load("lemmatizer", Lemmatizer.Read), file.Load("parser", reader => Parser.Read(reader, tagger.Tags)), file.Checksum);
    }

    /// <summary>Writes a model file; the same model gives the same bytes.</summary>
    public void Write(Stream stream) => ModelFile.Write(stream, new Dictionary<string, byte[]>
    {
        ["tagger"] = Bytes(Tagger.Write),
        ["lemmatizer"] = Bytes(Lemmatizer.Write),
        ["parser"] = Bytes(Parser.Write),
    });

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
