using System.Collections.Frozen;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Tells which party publishes a text as its own: by the outlet, which is the party or a body of it, or by a heading such as "Bulletin of the Lightermen's Guild".</summary>
internal sealed class TextIssuers
{
    // Publisher, place and day, form of address: what may stand above the first sentence.
    private const int HeadingLines = 4;
    private const int LongestHeading = 30;

    // "Full text of the joint statement by".
    private const int WordsBeforeNoun = 6;

    // Written by us: what a party's own text is called.
    private static readonly FrozenSet<string> Writings = new[]
    {
        "statement", "remarks", "speech", "address", "declaration", "communique", "communiqué", "bulletin", "newsletter", "circular", "letter",
        "message", "appeal", "resolution", "announcement", "release", "manifesto", "service", "office",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Written by us: what may stand before that noun; a verb there would make the line a headline about the text.
    private static readonly FrozenSet<string> Openings = new[]
    {
        "joint", "official", "press", "full", "text", "of", "the", "a", "public", "open", "opening", "closing", "televised", "new", "media", "weekly",
        "monthly", "executive", "policy", "news", "transcript", "information", "written", "national",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Written by us: what follows the issuer's name in such a heading.
    private static readonly FrozenSet<string> Ends = new[]
    {
        "on", "to", "at", "in", "regarding", "following", "concerning", "about", "after", "ahead", "before", "during", "with", "for", "as",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Written by us: bodies whose texts are reports and not statements of theirs.
    private static readonly FrozenSet<string> Reporters = new[] { "agency", "service", "house", "bureau" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> FirstPersons = new[] { "we", "us", "our", "i", "my" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly ActorDirectory _actors;

    /// <summary>For texts about the parties of a codebook.</summary>
    public TextIssuers(ActorDirectory actors) => _actors = actors;

    /// <summary>Who publishes <paramref name="article"/> as a text of its own, or null.</summary>
    public Speaker? Of(Article article, Document document, TextSpan[] paragraphs, DateOnly? day)
    {
        if (OfOutlet(article.Outlet, day) is { } publisher)
        {
            return publisher;
        }

        IEnumerable<string> headings = paragraphs.Take(HeadingLines).Select(span => span.Of(document.Text)).Where(line => !line.EndsWith('.')).Prepend(article.Title ?? "");
        foreach (string heading in headings)
        {
            if (OfHeading(heading, day) is { } issuer)
            {
                return SpeaksItself(document) ? issuer : null;
            }
        }

        return null;
    }

    private Speaker? OfOutlet(string? outlet, DateOnly? day)
    {
        if (string.IsNullOrWhiteSpace(outlet) || _actors.Find(outlet, day) is not { } match)
        {
            return null;
        }

        string head = SourceWords.Head(outlet, NameWords.Read(outlet, new TextSpan(0, outlet.Length), LongestHeading));
        bool isBody = VoiceNouns.KindOf(head) is VoiceNoun.Body or VoiceNoun.Government && !Reporters.Contains(head);
        return match.IsListed || isBody ? Speaker.Of(match) : null;
    }

    // "Statement by the Harbour Board on the tolls": a writing, a preposition, the issuer.
    private Speaker? OfHeading(string line, DateOnly? day)
    {
        List<NameWord> words = NameWords.Read(line, new TextSpan(0, line.Length), LongestHeading);
        int noun = 0;
        while (noun < Math.Min(words.Count, WordsBeforeNoun) && !Writings.Contains(words[noun].Span.Of(line)))
        {
            if (!Openings.Contains(words[noun].Span.Of(line)))
            {
                return null;
            }

            noun++;
        }

        int first = noun + 2;
        if (first >= words.Count || noun == WordsBeforeNoun || words[noun + 1].Span.SliceOf(line) is not ("by" or "of" or "from"))
        {
            return null;
        }

        int end = first;
        while (end < words.Count && (end == first || words[end].Gap == WordGap.Space) && !Ends.Contains(words[end].Span.Of(line)))
        {
            end++;
        }

        return end > first && _actors.Find(line[words[first].Span.Start..words[end - 1].Span.End], day) is { } match ? Speaker.Of(match) : null;
    }

    // A report on the statement tells of "them"; the statement itself says "we".
    private static bool SpeaksItself(Document document)
    {
        for (int i = 0; i < document.TokenCount; i++)
        {
            if (FirstPersons.Contains(document.Token(i).ToString()) && !Quotations.Holding(document.Quotations, document.Tokens[i].Start))
            {
                return true;
            }
        }

        return false;
    }
}
