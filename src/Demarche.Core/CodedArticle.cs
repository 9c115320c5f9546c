using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Times;

namespace Demarche.Core;

/// <summary>An article with all that was read from it: what <c>demarche extract</c> writes and the ledger keeps.</summary>
public sealed record CodedArticle
{
    /// <summary>The article itself.</summary>
    public required Article Article { get; init; }

    /// <summary>Who said what, in text order of the cue.</summary>
    public IReadOnlyList<Attribution> Attributions { get; init; } = [];

    /// <summary>Who wants what, in text order of the evidence; empty without a codebook.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];

    /// <summary>Dates and times named in the text.</summary>
    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    /// <summary>Name and version of what read it.</summary>
    public string Model { get; init; } = ArticlePipeline.Rules;

    /// <summary>What failed, for a reader, or null. Then the lists are empty.</summary>
    public string? Error { get; init; }
}
