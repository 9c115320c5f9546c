using Demarche.Core.Parties;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Issues;

/// <summary>Finds which issues of a codebook a few words speak of, as the reader of positions does. Immutable; safe to share between threads.</summary>
public sealed class IssueFinder
{
    private readonly Vocabulary _vocabulary = new();
    private readonly MentionScanner _scanner;
    private readonly IssueLexicon _lexicon;
    private readonly IssueMatcher _matcher;

    /// <summary>A finder for the issues of the directory's codebook.</summary>
    public IssueFinder(ActorDirectory actors)
    {
        ArgumentNullException.ThrowIfNull(actors);
        _scanner = new MentionScanner(actors);
        _lexicon = new IssueLexicon(actors.Codebook, _vocabulary, _scanner);
        _matcher = new IssueMatcher(_lexicon);
    }

    /// <summary>Codebook ids of the issues that <paramref name="words"/> name, best first, each with the phrase of the codebook behind it.</summary>
    /// <param name="words">A clause or a sentence.</param>
    public IReadOnlyList<(string Issue, string Phrase)> Find(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var text = new CodedText(words, _vocabulary, _scanner, null);
        return
        [
            .. _matcher.Match(text, new WordRange(0, text.Words.Count))
                .Select(match => (_lexicon.Codebook.Issues[match.Issue].Id, match.Phrase)),
        ];
    }
}
