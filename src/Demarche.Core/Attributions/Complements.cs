using Demarche.Core.Attributions.Lexicon;

namespace Demarche.Core.Attributions;

/// <summary>What stands right of a cue.</summary>
internal enum ComplementKind
{
    /// <summary>Nothing that could be content.</summary>
    None,

    /// <summary>Only when, where or in what it was said.</summary>
    Adjunct,

    /// <summary>A clause with "that" or a question word.</summary>
    That,

    /// <summary>A quotation, or what a colon opens.</summary>
    Speech,

    /// <summary>An infinitive, a noun phrase, or a clause without "that".</summary>
    Phrase,
}

/// <summary>What stands right of a cue, and where.</summary>
/// <param name="Kind">Which kind of complement.</param>
/// <param name="CueEnd">End of the cue: after the preposition that leads to the content.</param>
/// <param name="End">Start of the content, or end of the adjunct when there is none.</param>
internal readonly record struct Complement(ComplementKind Kind, int CueEnd, int End);

/// <summary>Reads what stands right of a cue: hearers and adjuncts are passed over.</summary>
internal sealed class Complements(CueLexicon lexicon)
{
    /// <summary>A preposition belongs to the cue where it leads to this share of a form's contents.</summary>
    private const double LeastLink = 0.05;

    /// <summary>The complement of <paramref name="cue"/>.</summary>
    public Complement Of(TokenColumns tokens, Cue cue)
    {
        int at = cue.Frames.After;
        int end = cue.Sentence.End;
        int cueEnd = IsParticle(tokens, cue.Head + 1) ? cue.Head + 2 : cue.Head + 1;
        if (at < end && tokens[at] == WordClass.Preposition && IsLink(tokens, cue, at))
        {
            return new Complement(ComplementKind.Phrase, at + 1, at + 1);
        }

        int next = tokens[at + 1] == WordClass.QuoteClose ? at + 2 : at + 1;
        if (next < end && tokens[at] == WordClass.To && LeadsToPhrase(tokens[next]))
        {
            return new Complement(ComplementKind.Phrase, at + 1, next);
        }

        bool hasAdjunct = false;
        if (cue.Form.TakesHearer && NounPhrases.EndOf(tokens, at, end) is int hearer && hearer > at && Opens(tokens, hearer, end))
        {
            at = hearer;
            hasAdjunct = true;
        }

        for (int rounds = 0; rounds < 3 && at < end && tokens[at] is WordClass.Preposition or WordClass.Time or WordClass.Wh or WordClass.As; rounds++)
        {
            int after = AfterAdjunct(tokens, at, end);
            if (after == at)
            {
                break;
            }

            at = after;
            hasAdjunct = true;
        }

        return At(tokens, at, end, (cueEnd, hasAdjunct));
    }

    /// <summary>"agree to a halt": here "to" is a preposition.</summary>
    private static bool LeadsToPhrase(WordClass next) =>
        next is WordClass.Determiner or WordClass.Possessive or WordClass.Name or WordClass.Ing or WordClass.Objective;

    /// <summary>"ruled out", "put off": the particle belongs to the cue.</summary>
    private static bool IsParticle(TokenColumns tokens, int at) =>
        tokens.Is(at, "out") || tokens.Is(at, "up") || tokens.Is(at, "down") || tokens.Is(at, "off") || tokens.Is(at, "back");

    private bool IsLink(TokenColumns tokens, Cue cue, int at) =>
        lexicon.Weight(CueRow.Link, cue.Form.Id, lexicon.Symbol(tokens.Word(at))) >= LeastLink;

    private static Complement At(TokenColumns tokens, int at, int end, (int CueEnd, bool HasAdjunct) before)
    {
        Complement none = new(before.HasAdjunct ? ComplementKind.Adjunct : ComplementKind.None, before.CueEnd, at);
        if (at >= end)
        {
            return none;
        }

        bool marks = tokens[at] is WordClass.Comma or WordClass.Colon;
        if (marks && tokens[at + 1] == WordClass.QuoteOpen && at + 1 < end)
        {
            return new Complement(ComplementKind.Speech, before.CueEnd, at + 1);
        }

        if (tokens[at] == WordClass.Comma && ThatAfterParenthesis(tokens, at, end) is int that && that > 0)
        {
            return new Complement(ComplementKind.That, before.CueEnd, that);
        }

        return tokens[at] switch
        {
            WordClass.Colon when at + 1 < end => new Complement(ComplementKind.Speech, before.CueEnd + (at == before.CueEnd ? 1 : 0), at + 1),
            WordClass.That or WordClass.Wh => new Complement(ComplementKind.That, before.CueEnd, at),
            WordClass.Comma or WordClass.Colon or WordClass.Semicolon or WordClass.Dash or WordClass.Stop or WordClass.QuoteClose
                or WordClass.Conjunction or WordClass.Other or WordClass.Relative or WordClass.Preposition or WordClass.As
                or WordClass.Be or WordClass.Have or WordClass.Do or WordClass.Modal => none,
            _ => new Complement(ComplementKind.Phrase, before.CueEnd, at),
        };
    }

    /// <summary>Whether a content may open here, so that what stands before is a hearer and not the content itself.</summary>
    private static bool Opens(TokenColumns tokens, int at, int end) =>
        at >= end || tokens[at] is WordClass.That or WordClass.To or WordClass.Wh or WordClass.QuoteOpen or WordClass.Comma or WordClass.Colon
            or WordClass.Stop or WordClass.Pronoun or WordClass.Determiner or WordClass.Preposition or WordClass.Time;

    /// <summary>"in a statement", "on Monday", "Tuesday", "after the talks": the index after it.</summary>
    private static int AfterAdjunct(TokenColumns tokens, int at, int end)
    {
        if (tokens[at] == WordClass.Time)
        {
            return at + 1;
        }

        if (tokens[at] == WordClass.Preposition)
        {
            int after = tokens[at + 1] == WordClass.Time ? at + 2 : NounPhrases.EndOf(tokens, at + 1, end);
            return after > at + 1 ? after : at;
        }

        return at;
    }

    private static int ThatAfterParenthesis(TokenColumns tokens, int comma, int end)
    {
        for (int i = comma + 1; i < Math.Min(end - 1, comma + 12); i++)
        {
            if (tokens[i] == WordClass.Comma)
            {
                return tokens[i + 1] == WordClass.That ? i + 1 : -1;
            }
        }

        return -1;
    }
}
