using Demarche.Nlp.Labeling;
using Demarche.Nlp.Models;
using Demarche.Nlp.Text;
using Demarche.Nlp.Words;

namespace Demarche.Nlp.Entities;

/// <summary>Finds named entities by words alone. Immutable; safe to share between threads.</summary>
public sealed class EntityRecognizer
{
    private const string Section = "entities";

    // No sentence of the corpora is so long; the rest of one that is stays without names.
    private const int LongestSentence = 400;

    private readonly SequenceLabeler _labeler;
    private readonly EntityFeatures _features;

    /// <summary>A recognizer with the weights of <paramref name="labeler"/>.</summary>
    internal EntityRecognizer(SequenceLabeler labeler, WordVectors vectors)
    {
        _labeler = labeler;
        _features = new EntityFeatures(vectors);
    }

    /// <summary>SHA-256 of the file it was read from; empty for one just trained.</summary>
    public string Checksum { get; private init; } = "";

    /// <summary>The names in a text, in text order, none overlapping.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="sentences">Its sentences.</param>
    public IReadOnlyList<Entity> Find(string text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<TokenRange> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        var entities = new List<Entity>();
        var words = new EntityWords();
        var sequence = new FeatureSequence();
        foreach (TokenRange sentence in sentences)
        {
            words.Clear();
            bool hasCapital = false;
            for (int i = sentence.Start; i < Math.Min(sentence.End, sentence.Start + LongestSentence); i++)
            {
                hasCapital |= char.IsUpper(text[tokens[i].Start]);
                words.Add(_features.Look(tokens[i].SliceOf(text)));
            }

            if (!hasCapital)
            {
                continue;
            }

            _features.Fill(words, sequence);
            foreach (LabelSpan span in _labeler.Scheme.SpansOf(_labeler.Label(sequence)))
            {
                entities.Add(new Entity((EntityKind)span.Role, new TokenRange(sentence.Start + span.Tokens.Start, sentence.Start + span.Tokens.End)));
            }
        }

        return entities;
    }

    /// <summary>The labels of the words of one sentence, as <see cref="EntityGold.Scheme"/> numbers them.</summary>
    internal int[] Label(IReadOnlyList<string> forms)
    {
        var words = new EntityWords();
        foreach (string form in forms)
        {
            words.Add(_features.Look(form));
        }

        var sequence = new FeatureSequence();
        _features.Fill(words, sequence);
        return _labeler.Label(sequence);
    }

    /// <summary>Writes the model file.</summary>
    public void Write(Stream stream)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        _labeler.Write(writer);
        writer.Flush();
        ModelFile.Write(stream, new Dictionary<string, byte[]> { [Section] = body.ToArray() });
    }

    /// <summary>Reads a model file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="vectors">The word vectors it was trained with.</param>
    /// <exception cref="ModelFormatException">It is no model file, of another version, damaged, or holds other models.</exception>
    public static EntityRecognizer Read(Stream stream, string name, WordVectors vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ModelFile file = ModelFile.Read(stream, name);
        return file.Load(Section, reader => new EntityRecognizer(SequenceLabeler.Read(reader, EntityGold.Scheme), vectors) { Checksum = file.Checksum });
    }
}
