using Demarche.Nlp.Entities;
using Demarche.Nlp.Models;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;
using Demarche.Nlp.Tokenizing;

namespace Demarche.Nlp;

/// <summary>The whole of Language: from a text to a <see cref="Document"/>. Safe to share between threads.</summary>
public sealed class Analyzer
{
    private readonly Tokenizer _tokenizer = new();
    private readonly ParagraphSplitter _paragraphs = new();
    private readonly SentenceSplitter _sentences = new();
    private readonly QuotationFinder _quotations = new();
    private readonly TimeRecognizer _times = new();
    private readonly SyntaxAnalyzer? _syntax;
    private readonly EntityRecognizer? _entities;

    /// <summary>Creates the analyzer.</summary>
    /// <param name="model">Fills <see cref="Document.Syntax"/>; null leaves it empty.</param>
    /// <param name="entities">Fills <see cref="Document.Entities"/>; null leaves them empty.</param>
    public Analyzer(LanguageModel? model = null, EntityRecognizer? entities = null)
    {
        _entities = entities;
        _syntax = model is null ? null : new SyntaxAnalyzer(model);
    }

    /// <summary>Splits <paramref name="text"/> into paragraphs, sentences and tokens, and finds its quotations and time expressions.</summary>
    /// <param name="text">The text; any UTF-16, lone surrogates included.</param>
    /// <param name="published">Day of publication, against which "on Monday" is resolved; null when unknown.</param>
    public Document Analyze(string text, DateOnly? published = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        TextSpan[] tokens = _tokenizer.Tokenize(text);
        TokenRange[] paragraphs = _paragraphs.Split(text, tokens);
        TokenRange[] sentences = _sentences.Split(text, tokens, paragraphs);
        IReadOnlyList<Quotation> quotations = _quotations.Find(text, tokens, paragraphs);
        IReadOnlyList<TimeExpression> times = _times.Find(text, tokens, sentences, published);
        return new Document(text, tokens, sentences, paragraphs, quotations, times)
        {
            Syntax = _syntax?.Analyze(text, tokens, sentences) ?? Syntax.None,
            Entities = _entities?.Find(text, tokens, sentences) ?? [],
        };
    }
}
