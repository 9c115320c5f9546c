namespace Demarche.Api.Schemas;

/// <summary>A story without its articles.</summary>
internal sealed record StorySummaryShape
{
    /// <summary>Id of the story.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the article nearest to all others.</summary>
    public required string Title { get; init; }

    /// <summary>Day of the first article, or null.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Day of the last article, or null.</summary>
    public required DateOnly? To { get; init; }

    /// <summary>Number of its articles.</summary>
    public required int Articles { get; init; }

    /// <summary>Number of outlets they are from.</summary>
    public required int Outlets { get; init; }

    /// <summary>Number of utterances that at least two of them render.</summary>
    public required int Utterances { get; init; }
}

/// <summary>A story with what its articles render, as `demarche compare --json` writes it.</summary>
internal sealed record ComparisonShape
{
    /// <summary>The story; several when an id names articles in several.</summary>
    public required IReadOnlyList<StoryShape> Stories { get; init; }

    /// <summary>What at least two of the articles render, oldest first.</summary>
    public required IReadOnlyList<UtteranceShape> Utterances { get; init; }
}

/// <summary>Articles about one event.</summary>
internal sealed record StoryShape
{
    /// <summary>Id of the story.</summary>
    public required string Id { get; init; }

    /// <summary>The users' ids of its articles.</summary>
    public required IReadOnlyList<string> Articles { get; init; }

    /// <summary>Title of the article nearest to all others.</summary>
    public required string Title { get; init; }

    /// <summary>Day of the first article, or null.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Day of the last article, or null.</summary>
    public required DateOnly? To { get; init; }

    /// <summary>What ties each article but the middle one.</summary>
    public required IReadOnlyList<TieShape> Ties { get; init; }

    /// <summary>The names that its articles give each actor.</summary>
    public required IReadOnlyList<NamingShape> Names { get; init; }
}

/// <summary>Why an article is in its story.</summary>
internal sealed record TieShape
{
    /// <summary>The user's id of the article.</summary>
    public required string Article { get; init; }

    /// <summary>The article it is most like; of a copy, the text it copies.</summary>
    public required string Nearest { get; init; }

    /// <summary>That the two tell of one event; 1 for a copy.</summary>
    public required double Probability { get; init; }

    /// <summary>Whether it prints the text of the other.</summary>
    public required bool Copy { get; init; }

    /// <summary>Words both write as names, most telling first.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Other words of both, most telling first.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Figures of both.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>Number of statements that both render.</summary>
    public required int Statements { get; init; }

    /// <summary>Days between them, or null.</summary>
    public required int? Days { get; init; }
}

/// <summary>The names of one actor.</summary>
internal sealed record NamingShape
{
    /// <summary>The actor.</summary>
    public required string Actor { get; init; }

    /// <summary>Where it is named, and how.</summary>
    public required IReadOnlyList<NameUseShape> Uses { get; init; }
}

/// <summary>A name in an article.</summary>
internal sealed record NameUseShape
{
    /// <summary>The user's id of the article.</summary>
    public required string Article { get; init; }

    /// <summary>First UTF-16 code unit in the article's text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 code unit after the last.</summary>
    public required int End { get; init; }

    /// <summary>The characters.</summary>
    public required string Text { get; init; }
}

/// <summary>One thing said on one occasion, in the wordings that articles give it.</summary>
internal sealed record UtteranceShape
{
    /// <summary>Id of the utterance.</summary>
    public required string Id { get; init; }

    /// <summary>Who said it, or null.</summary>
    public required string? Speaker { get; init; }

    /// <summary>Codebook id of the speaker's party, or null.</summary>
    public required string? Party { get; init; }

    /// <summary>Its wordings, oldest article first.</summary>
    public required IReadOnlyList<RenderingShape> Renderings { get; init; }
}

/// <summary>What one article makes of an utterance.</summary>
internal sealed record RenderingShape
{
    /// <summary>The user's id of the article.</summary>
    public required string Article { get; init; }

    /// <summary>Name of the outlet, or null.</summary>
    public required string? Outlet { get; init; }

    /// <summary>Who says it in this article, or null when it names nobody.</summary>
    public required string? Speaker { get; init; }

    /// <summary>First UTF-16 code unit in the article's text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 code unit after the last.</summary>
    public required int End { get; init; }

    /// <summary>The characters.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it stands in quotation marks.</summary>
    public required bool Quoted { get; init; }

    /// <summary>Whether the article says that somebody said it; otherwise it asserts it itself.</summary>
    public required bool Attributed { get; init; }

    /// <summary>identical, truncated, reworded or translated, held against the reference.</summary>
    public required string Relation { get; init; }

    /// <summary>Whether it is the one the others are held against.</summary>
    public required bool Reference { get; init; }

    /// <summary>Words replaced, dropped or added.</summary>
    public required IReadOnlyList<WordingShape> Changes { get; init; }

    /// <summary>Changes of words that may change the meaning: negation, condition, number, modal, hedge.</summary>
    public required IReadOnlyList<WordingShape> Alterations { get; init; }
}

/// <summary>A change of wording.</summary>
internal sealed record WordingShape
{
    /// <summary>What became of the words, or what kind of words they are.</summary>
    public required string Kind { get; init; }

    /// <summary>Words of the reference; empty for added ones.</summary>
    public required string Before { get; init; }

    /// <summary>Words of the rendering; empty for dropped ones.</summary>
    public required string After { get; init; }
}
