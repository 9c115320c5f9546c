using Demarche.Core.Reading;
using Demarche.Core.Reading.Outlets;
using Demarche.Nlp;
using Demarche.Nlp.Times;

namespace Demarche.Core;

/// <summary>Reads one input and codes it. What fails, fails alone: the reason stands in <see cref="CodedArticle.Error"/>. Safe to share between threads.</summary>
public sealed class InputCoder
{
    private static readonly Analyzer Words = new();

    private readonly ArticleReader _reader;
    private readonly ArticlePipeline? _pipeline;

    /// <summary>A coder.</summary>
    /// <param name="pipeline">Codes the articles; null gives what Reading alone gives.</param>
    /// <param name="outlets">Names that outlets go by; null for none.</param>
    /// <param name="keepsCut">Whether what a page shows beside its article is kept.</param>
    public InputCoder(ArticlePipeline? pipeline, OutletRegistry? outlets = null, bool keepsCut = false)
    {
        _pipeline = pipeline;
        _reader = new ArticleReader { Outlets = outlets ?? OutletRegistry.Empty, KeepsCut = keepsCut };
    }

    /// <summary>The coded article, or what is known of it with the reason why there is no more.</summary>
    public CodedInput Code(RawArticle raw) => Code(raw, Read(raw));

    /// <summary>What Reading gives of the input, or what is known of it with the reason why there is no more.</summary>
    public ReadResult Read(RawArticle raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        try
        {
            return _reader.Read(raw);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // As below: a page that finds a fault of ours costs itself.
            return new ReadResult(raw.Origin, new Article { Id = raw.Id, Text = "" }, $"internal error: {e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>The coded article of an input that was read.</summary>
    /// <param name="raw">The input.</param>
    /// <param name="read">What <see cref="Read"/> gave of it.</param>
    public CodedInput Code(RawArticle raw, ReadResult read)
    {
        ArgumentNullException.ThrowIfNull(read);
        CodedInput coded = read.Problem is { } problem
            ? Failed(read.Origin, read.Article, problem)
            : Code(read.Origin, read.Article);
        return coded with { Raw = raw };
    }

    /// <summary>The same for an article that was read before.</summary>
    public CodedInput Code(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Code(article.Id, article);
    }

    private CodedInput Code(string origin, Article article)
    {
        if (_pipeline is null)
        {
            return new CodedInput(origin, new CodedArticle { Article = article, Times = TimesIn(article) });
        }

        try
        {
            return new CodedInput(origin, _pipeline.Code(article));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of ours in one article must not take the others with it; it is named like any other failure.
            return Failed(origin, article, $"internal error: {e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>The times of an English text; other languages are not read.</summary>
    private static IReadOnlyList<TimeExpression> TimesIn(Article article) =>
        article.Language is null || article.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? Words.Analyze(article.Text, article.Published).Times
            : [];

    private static CodedInput Failed(string origin, Article article, string problem) =>
        new(origin, new CodedArticle { Article = article, Error = problem });
}

/// <summary>An input and what was made of it.</summary>
/// <param name="Origin">Where it lies, for a reader.</param>
/// <param name="Coded">The coded article; its <see cref="CodedArticle.Error"/> says what failed.</param>
public sealed record CodedInput(string Origin, CodedArticle Coded)
{
    /// <summary>The input as it came; null for an article that was read before.</summary>
    public RawArticle? Raw { get; init; }
}
