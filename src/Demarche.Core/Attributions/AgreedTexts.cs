using System.Collections.Frozen;
using Demarche.Core.Parties;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Finds the text of an agreement below the sentence that opens it: "Vorland and the League have agreed as follows:".</summary>
internal sealed class AgreedTexts
{
    // Title, place and day, preamble: what stands above the articles of an agreement.
    private const int OpeningParagraphs = 8;

    // "the foreign minister of Vorland, Anna Berg, and the president of": titles stand between two names.
    private const int WordsBetween = 9;

    private const int MostIssuers = 12;

    // Written by us: how a preamble ends.
    private static readonly string[] Formulas =
    [
        "agreed as follows", "agreed the following", "agreed on the following", "agreed to the following", "declare the following", "declared the following",
        "declare as follows", "declared as follows", "state the following", "stated the following", "adopted the following", "issued the following",
        "undertake the following", "commit to the following", "hereby agree", "hereby declare",
    ];

    // Written by us: words in -ing that are no participle, so that a name may stand beyond them.
    private static readonly FrozenSet<string> Nouns = new[] { "king", "ruling", "meeting's" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly ActorDirectory _actors;

    /// <summary>For texts about the parties of a codebook.</summary>
    public AgreedTexts(ActorDirectory actors) => _actors = actors;

    /// <summary>What stands below the formula, said by all whom its sentence names before it; or null.</summary>
    public OwnWords? Find(Document document, TextSpan[] paragraphs, DateOnly? day)
    {
        string text = document.Text;
        for (int i = 0; i < Math.Min(paragraphs.Length - 1, OpeningParagraphs); i++)
        {
            TextSpan paragraph = paragraphs[i];
            int formula = text[paragraph.End - 1] is ':' ? FormulaIn(paragraph.Of(text)) : -1;
            if (formula >= 0 && Issuers(text, paragraph with { End = paragraph.Start + formula }, day) is { } issuers)
            {
                TextSpan body = OwnWordsReader.Body(text, paragraphs, i + 1);
                return body.IsEmpty ? null : new OwnWords(body, issuers);
            }
        }

        return null;
    }

    private static int FormulaIn(string paragraph) =>
        Formulas.Select(formula => paragraph.LastIndexOf(formula, StringComparison.OrdinalIgnoreCase)).Max();

    // Those named in a row, before "meeting at the invitation of" and the like.
    private Speaker? Issuers(string text, TextSpan span, DateOnly? day)
    {
        var issuers = new List<Speaker>();
        int end = span.Start;
        foreach (ActorMention mention in _actors.Scan(text, span, day))
        {
            ReadOnlySpan<char> between = text.AsSpan(end, mention.Span.Start - end);
            bool isJoined = issuers.Count == 0 || ((between.Contains(',') || between.Contains(" and ", StringComparison.Ordinal)) && !HasParticiple(between));
            if (between.Count(' ') > WordsBetween || !isJoined || issuers.Count == MostIssuers)
            {
                break;
            }

            end = mention.Span.End;
            if (!issuers.Exists(issuer => issuer.PartyId == mention.Actor.PartyId))
            {
                issuers.Add(Speaker.Of(mention.Actor));
            }
        }

        return issuers.Count == 0 ? null : issuers.Count == 1 ? issuers[0] : Speaker.Joint(issuers);
    }

    private static bool HasParticiple(ReadOnlySpan<char> between)
    {
        foreach (Range range in between.Split(' '))
        {
            ReadOnlySpan<char> word = between[range];
            if (word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 4 && !Nouns.Contains(word.ToString()))
            {
                return true;
            }
        }

        return false;
    }
}
