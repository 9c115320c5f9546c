using System.Text.Json;

namespace Demarche.Nlp.Words;

/// <summary>Reads vectors as published for winkNLP: one JSON object with <c>dimensions</c>, <c>words</c> (most frequent first) and <c>vectors</c> by word.</summary>
public static class WordVectorsReader
{
    /// <summary>The first words and their vectors, most frequent first; a word without a vector is passed over.</summary>
    /// <param name="json">The whole document in UTF-8. A vector may be followed by other numbers; the first <c>dimensions</c> count.</param>
    /// <param name="count">How many words to read at most.</param>
    /// <exception cref="FormatException">It is not such a document.</exception>
    public static IReadOnlyList<(string Word, float[] Vector)> Read(ReadOnlySpan<byte> json, int count)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        try
        {
            return Read(ref reader, count);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException($"These are no word vectors in JSON with 'dimensions', 'words' and 'vectors': {e.Message}", e);
        }
    }

    private static List<(string Word, float[] Vector)> Read(ref Utf8JsonReader reader, int count)
    {
        int dimensions = 0;
        var words = new List<string>();
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string property = reader.GetString()!;
            reader.Read();
            if (property == "dimensions")
            {
                dimensions = reader.GetInt32();
            }
            else if (property == "words")
            {
                ReadWords(ref reader, words, count);
            }
            else if (property == "vectors")
            {
                ReadVectors(ref reader, words.ToHashSet(StringComparer.Ordinal), dimensions, vectors);
            }
            else
            {
                reader.Skip();
            }
        }

        return dimensions > 0 && vectors.Count > 0
            ? [.. words.Where(vectors.ContainsKey).Select(w => (w, vectors[w]))]
            : throw new FormatException("There are no word vectors: 'dimensions', 'words' and 'vectors' must come in this order.");
    }

    private static void ReadWords(ref Utf8JsonReader reader, List<string> words, int count)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (words.Count < count)
            {
                words.Add(reader.GetString() ?? "");
            }
        }
    }

    private static void ReadVectors(ref Utf8JsonReader reader, HashSet<string> wanted, int dimensions, Dictionary<string, float[]> vectors)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string word = reader.GetString()!;
            reader.Read();
            if (!wanted.Contains(word))
            {
                reader.Skip();
                continue;
            }

            var vector = new float[dimensions];
            for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                if (i < dimensions)
                {
                    vector[i] = reader.GetSingle();
                }
            }

            vectors[word] = vector;
        }
    }
}
