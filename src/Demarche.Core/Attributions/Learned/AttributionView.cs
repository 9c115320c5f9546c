using System.Text;
using Demarche.Nlp;
using Demarche.Nlp.Labeling;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned;

/// <summary>One pair of taggers with what it sees of a text: words alone, or tags and dependencies as well. Immutable.</summary>
/// <param name="UsesSyntax">Whether it sees tags and dependencies.</param>
/// <param name="Habits">How often words head a cue.</param>
/// <param name="Cues">Reads a paragraph once.</param>
/// <param name="Parts">Reads it once a cue.</param>
/// <param name="Vectors">Give the classes of words; null for the view with syntax, which gains nothing from them.</param>
internal sealed record AttributionView(bool UsesSyntax, CueHabits Habits, SequenceLabeler Cues, SequenceLabeler Parts, WordVectors? Vectors)
{
    /// <summary>Roles of <see cref="Cues"/>.</summary>
    public static readonly LabelScheme CueScheme = new(["source", "cue", "content"], mayStartInside: "content");

    /// <summary>Roles of <see cref="Parts"/>.</summary>
    public static readonly LabelScheme PartScheme = new(["source", "content"], mayStartInside: "content");

    /// <summary>The columns of a text as this view sees it.</summary>
    public TokenFacts FactsOf(TokenColumns tokens, List<Relation> ruled) =>
        new(tokens, UsesSyntax ? tokens.Document.Syntax : Syntax.None, ruled, Habits, Vectors);

    /// <summary>Reads the sections of a view.</summary>
    public static AttributionView Read(ModelFile file, bool usesSyntax, WordVectors? vectors)
    {
        string name = NameOf(usesSyntax);
        return new AttributionView(
            usesSyntax,
            file.Load(name + "-habits", CueHabits.Read),
            file.Load(name + "-cues", reader => SequenceLabeler.Read(reader, CueScheme)),
            file.Load(name + "-parts", reader => SequenceLabeler.Read(reader, PartScheme)),
            vectors);
    }

    /// <summary>The name of a view in the file.</summary>
    public static string NameOf(bool usesSyntax) => usesSyntax ? "syntax" : "words";

    /// <summary>Adds the sections of this view.</summary>
    public void AddTo(Dictionary<string, byte[]> sections)
    {
        string name = NameOf(UsesSyntax);
        sections[name + "-habits"] = Bytes(Habits.Write);
        sections[name + "-cues"] = Bytes(Cues.Write);
        sections[name + "-parts"] = Bytes(Parts.Write);
    }

    /// <summary>What <paramref name="write"/> writes.</summary>
    public static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
