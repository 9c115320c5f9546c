using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Gives a cue its source and content, by the construction it stands in.</summary>
internal sealed class RelationBuilder(CueLexicon lexicon)
{
    /// <summary>Quotations of fewer tokens, marks included, inside a sentence are mostly titles: On "The Hour," X said that.</summary>
    private const int ShortestSpeech = 7;

    /// <summary>Least probability of a noun that tells a stance, has an owner and leads to a content: "X's call for".</summary>
    private const double OwnedStance = 0.6;

    private readonly Contents _contents = new(lexicon);

    /// <summary>The relation of <paramref name="cue"/>, or null when no content can be found.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="cues">All cues of its sentence, in order.</param>
    /// <param name="previous">The relation found before it in the same sentence, or null.</param>
    public Relation? Build(TokenColumns tokens, Cue cue, IReadOnlyList<Cue> cues, Relation? previous)
    {
        if (tokens.Is(cue.Head, "according") && tokens.Is(cue.Head + 1, "to"))
        {
            return According(tokens, cue, previous);
        }

        if (IsNoun(tokens, cue))
        {
            return Noun(tokens, cue, cues);
        }

        if (IsPassive(tokens, cue))
        {
            return Passive(tokens, cue, cues);
        }

        return IsInverted(tokens, cue) ? Inverted(tokens, cue, cues) : Active(tokens, cue, cues, previous);
    }

    private static bool IsNoun(TokenColumns tokens, Cue cue)
    {
        if (tokens[cue.Head] is not (WordClass.Noun or WordClass.NounOrVerb or WordClass.Name))
        {
            return false;
        }

        WordClass before = tokens[cue.Head - 1];
        return before is WordClass.Clitic or WordClass.Possessive or WordClass.Determiner or WordClass.Adjective
            || (tokens[cue.Head] == WordClass.Noun && cue.Frames.Auxiliary == WordClass.None && before is not (WordClass.Pronoun or WordClass.Relative));
    }

    /// <summary>"was asked whether", "is expected to", and the shortened "when asked whether", "as agreed by".</summary>
    private static bool IsPassive(TokenColumns tokens, Cue cue) =>
        tokens[cue.Head] == WordClass.Past && !cue.Form.IsPredicative
        && (IsAside(tokens, cue.Head) || cue.Frames.Auxiliary == WordClass.Be || (cue.Frames.Auxiliary == WordClass.None && cue.Frames.Left == WordClass.Wh));

    private static bool IsInverted(TokenColumns tokens, Cue cue)
    {
        CueFrames frames = cue.Frames;
        return frames.Auxiliary == WordClass.None
            && tokens[cue.Head] != WordClass.Ing
            && !IsFinite(tokens[NounPhrases.EndOf(tokens, frames.After, cue.Sentence.End)])
            && frames.Right is WordClass.Name or WordClass.Determiner or WordClass.Pronoun or WordClass.Possessive or WordClass.Noun or WordClass.Adjective
            && (frames.Left == WordClass.QuoteClose || (cue.Form.Inverts && frames.Left is WordClass.Comma or WordClass.Start));
    }

    private static bool IsFinite(WordClass c) =>
        c is WordClass.Be or WordClass.Have or WordClass.Do or WordClass.Modal or WordClass.Past or WordClass.Verb;

    private Relation? According(TokenColumns tokens, Cue cue, Relation? previous)
    {
        TokenRange source = Sources.RightOf(tokens, cue.Head + 2, cue.Sentence.End);
        if (source.Length == 0)
        {
            return null;
        }

        bool opens = cue.Head - cue.Sentence.Start <= 1;
        if (opens && tokens[source.End] != WordClass.Comma)
        {
            source = new TokenRange(source.Start, NounPhrases.EndOf(tokens, source.Start, cue.Sentence.End));
        }

        int comma = source.End;
        TokenRange content = opens && tokens[comma] == WordClass.Comma
            ? Contents.Trimmed(tokens, comma + 1, cue.Sentence.End)
            : Before(tokens, cue.Start, cue, previous);
        return Related(cue, new TokenRange(cue.Head, cue.Head + 2), source, [content]);
    }

    private Relation? Noun(TokenColumns tokens, Cue cue, IReadOnlyList<Cue> cues)
    {
        TokenRange source = Sources.Possessor(tokens, cue, out int after);
        if (source.Length == 0 && tokens[after] != WordClass.That)
        {
            return null;
        }

        bool links = tokens[after] == WordClass.Preposition && !tokens.Is(after, "in");
        if (!links && tokens[after] is not (WordClass.That or WordClass.To or WordClass.QuoteOpen))
        {
            return null;
        }

        TokenRange content = _contents.Clause(tokens, links ? after + 1 : after, cue, cues);
        int end = links && after == cue.Head + 1 ? after + 1 : cue.Head + 1;
        return Related(cue, new TokenRange(cue.Head, end), source, [content]) is { } relation
            ? relation with
            {
                HasClause = false,
                Probability = cue.Form.IsStance && source.Length > 0 ? Math.Max(cue.Probability, OwnedStance) : cue.Probability,
            }
            : null;
    }

    private Relation? Passive(TokenColumns tokens, Cue cue, IReadOnlyList<Cue> cues)
    {
        TokenRange subject = cue.Subject;
        int after = cue.Frames.After;
        var cueRange = new TokenRange(cue.Start, cue.Head + 1);
        if (tokens.Is(after, "by"))
        {
            TokenRange agent = Sources.RightOf(tokens, after + 1, cue.Sentence.End);
            if (agent.Length == 0)
            {
                return null;
            }

            if (IsAside(tokens, cue.Head))
            {
                return Aside(tokens, cue, cues, agent);
            }

            TokenRange judgement = tokens[agent.End] == WordClass.As ? _contents.Clause(tokens, agent.End, cue, cues) : default;
            return Related(cue, cueRange, agent, [subject, judgement]);
        }

        if (tokens[after] is WordClass.That or WordClass.Wh)
        {
            return Related(cue, cueRange, default, [_contents.Clause(tokens, after, cue, cues)]);
        }

        if (tokens[after] is WordClass.To or WordClass.As)
        {
            return Related(cue, cueRange, default, [subject, _contents.Clause(tokens, after, cue, cues)]);
        }

        return null;
    }

    /// <summary>"as agreed by": the participle of an aside that tells who else holds what the clause around it says.</summary>
    public static bool IsAside(TokenColumns tokens, int head) => tokens[head - 1] == WordClass.As && tokens.Is(head + 1, "by");

    private Relation? Aside(TokenColumns tokens, Cue cue, IReadOnlyList<Cue> cues, TokenRange agent)
    {
        TokenRange before = Before(tokens, cue.Head - 1, cue, null);
        bool goesOn = tokens[agent.End] == WordClass.Comma && IsFragment(tokens, before);
        TokenRange after = goesOn ? _contents.Clause(tokens, agent.End + 1, cue, cues) : default;
        return Related(cue, new TokenRange(cue.Head - 1, cue.Head + 1), WithoutAdjunct(tokens, agent), [before, after]);
    }

    /// <summary>"by the envoys during the talks": when and where is not who.</summary>
    private static TokenRange WithoutAdjunct(TokenColumns tokens, TokenRange agent)
    {
        int end = agent.Start + 1;
        while (end < agent.End && (tokens[end] != WordClass.Preposition || tokens.Is(end, "of")))
        {
            end++;
        }

        return new TokenRange(agent.Start, end);
    }

    private Relation? Inverted(TokenColumns tokens, Cue cue, IReadOnlyList<Cue> cues)
    {
        TokenRange source = Sources.RightOf(tokens, cue.Frames.After, cue.Sentence.End);
        if (source.Length == 0)
        {
            return null;
        }

        var cueRange = new TokenRange(cue.Start, cue.Head + 1);
        if (cue.Frames.Left == WordClass.Start)
        {
            return tokens[source.End] is WordClass.Colon or WordClass.Comma && tokens[source.End + 1] == WordClass.QuoteOpen
                ? Related(cue, cueRange, source, _contents.Quoted(tokens, tokens.QuotationOf(source.End + 1)))
                : null;
        }

        return Postposed(tokens, cue, cues, (cueRange, source, source.End));
    }

    private Relation? Active(TokenColumns tokens, Cue cue, IReadOnlyList<Cue> cues, Relation? previous)
    {
        TokenRange source = cue.Subject;
        if (source.Length == 0)
        {
            source = previous is { Source.Length: > 0 } ? previous.Source : Sources.Leading(tokens, cue);
        }

        Complement complement = cue.Complement;
        var cueRange = new TokenRange(cue.Start, complement.CueEnd);
        bool ownSubject = source.Length > 0 && source.End <= cue.Start && source.Start > cue.Sentence.Start
            && Sources.ControlStart(tokens, cue) - source.End <= 2;
        WordClass before = ownSubject ? tokens[source.Start - 1] : WordClass.None;
        bool follows = before is WordClass.QuoteClose
            ? complement.Kind is ComplementKind.None or ComplementKind.Adjunct or ComplementKind.Speech
                || (complement.Kind == ComplementKind.Phrase && IsSpeech(tokens, tokens.QuotationOf(source.Start - 1)))
            : before is WordClass.Comma && complement.Kind is ComplementKind.None or ComplementKind.Adjunct;
        if (follows)
        {
            int clauseEnd = complement.Kind == ComplementKind.Speech ? complement.End - 1 : complement.End;
            return Postposed(tokens, cue, cues, (cueRange, source, clauseEnd));
        }

        List<TokenRange> content = complement.Kind switch
        {
            ComplementKind.None or ComplementKind.Adjunct => [],
            ComplementKind.Speech => Speech(tokens, complement.End, cue),
            _ => [_contents.Clause(tokens, complement.End, cue, cues)],
        };
        return content.Count == 0 ? Fronted(tokens, cue, cueRange, source) : Related(cue, cueRange, source, content);
    }

    /// <summary>Whether a quotation is something said and not a title or a name.</summary>
    private static bool IsSpeech(TokenColumns tokens, int quotation) =>
        tokens.Quotation(quotation).Length >= ShortestSpeech || Contents.StartsSentence(tokens, tokens.Quotation(quotation).Start);

    /// <summary>"which X said", "what X wants", "the plan that X rejected": the relative word is the content.</summary>
    private static Relation? Fronted(TokenColumns tokens, Cue cue, TokenRange cueRange, TokenRange source)
    {
        int before = source.Start - 1;
        if (source.Length == 0 || source.End > cue.Start || before <= cue.Sentence.Start || tokens[source.Start] == WordClass.Relative)
        {
            return null;
        }

        bool isRelative = tokens[before] == WordClass.Relative || tokens.Is(before, "what")
            || (tokens[before] == WordClass.That && NounPhrases.IsNominal(tokens[before - 1]));
        return isRelative ? Related(cue, cueRange, source, [new TokenRange(before, before + 1)]) : null;
    }

    private List<TokenRange> Speech(TokenColumns tokens, int open, Cue cue) =>
        tokens.QuotationOf(open) is >= 0 and int q
            ? _contents.Quoted(tokens, q)
            : [Contents.Trimmed(tokens, open, cue.Sentence.End)];

    /// <summary>Content before the reporting clause, and what goes on after it.</summary>
    private Relation? Postposed(
        TokenColumns tokens, Cue cue, IReadOnlyList<Cue> cues, (TokenRange CueRange, TokenRange Source, int End) clause)
    {
        int start = Math.Min(clause.CueRange.Start, clause.Source.Start);
        TokenRange before = Before(tokens, start, cue, null);
        if (before.Length == 0)
        {
            return null;
        }

        List<TokenRange> content = Contents.Pieces(tokens, before);
        bool isQuoted = tokens.QuotationOf(before.End - 1) >= 0;
        int end = Math.Max(clause.End, Math.Max(clause.CueRange.End, clause.Source.End));
        int after = AfterReportingClause(tokens, end, cue.Sentence.End);
        bool goesOn = after < cue.Sentence.End && tokens[after] is WordClass.Comma or WordClass.Colon or WordClass.Dash;
        if (isQuoted)
        {
            int next = goesOn && tokens[after + 1] == WordClass.QuoteOpen
                ? tokens.QuotationOf(after + 1)
                : QuotationAfter(tokens, after, cue.Sentence.End);
            content.AddRange(_contents.Quoted(tokens, next));
        }
        else if (goesOn && IsFragment(tokens, before) && tokens[after + 1] is not (WordClass.Ing or WordClass.Conjunction))
        {
            content.Add(_contents.Clause(tokens, after + 1, cue, cues));
        }

        return Related(cue, clause.CueRange, clause.Source, content);
    }

    /// <summary>The quotation that opens the next sentence, when none stands between here and there; -1 when there is none.</summary>
    private static int QuotationAfter(TokenColumns tokens, int at, int end)
    {
        int limit = Math.Min(end, at + Contents.Longest);
        while (at < limit && tokens.QuotationOf(at) < 0)
        {
            at++;
        }

        return at == end ? Contents.Following(tokens, end) : -1;
    }

    private static int AfterReportingClause(TokenColumns tokens, int end, int ceiling)
    {
        int limit = Math.Min(ceiling, end + 40);
        int at = end;
        while (at < limit && tokens[at] is not (WordClass.Comma or WordClass.Stop or WordClass.QuoteOpen or WordClass.Colon or WordClass.Dash))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a stretch has no verb of its own: "The plan, he said, will fail".</summary>
    private static bool IsFragment(TokenColumns tokens, TokenRange range)
    {
        if (range.Length > 12)
        {
            return false;
        }

        for (int i = range.Start; i < range.End; i++)
        {
            if (IsFinite(tokens[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What stands in the sentence before a reporting clause that starts at <paramref name="end"/>; a quotation whole, over sentences and paragraphs.</summary>
    private static TokenRange Before(TokenColumns tokens, int end, Cue cue, Relation? previous)
    {
        int last = end - 1;
        while (last > cue.Sentence.Start && tokens[last] == WordClass.Comma)
        {
            last--;
        }

        int start = Math.Max(cue.Sentence.Start, end - Contents.Longest);
        int q = tokens.QuotationOf(last);
        if (q >= 0 && q == tokens.QuotationOf(cue.Head))
        {
            start = Math.Max(start, tokens.Quotation(q).Start + 1);
        }
        else if (q >= 0)
        {
            int opening = tokens.Quotation(Contents.FirstOfChain(tokens, q)).Start;
            int sentence = tokens.Document.Sentences[tokens.Document.SentenceOf(opening)].Start;
            start = opening - sentence <= 2 || tokens[opening - 1] is WordClass.Colon or WordClass.Comma ? opening : sentence;
        }

        if (previous is not null && previous.Cue.End <= last)
        {
            start = Math.Max(start, Math.Max(previous.Cue.End, previous.Source.End));
        }

        while (start < last && tokens[start] == WordClass.Conjunction)
        {
            start++;
        }

        return end <= start ? default : Contents.Trimmed(tokens, start, end);
    }

    private static Relation? Related(Cue cue, TokenRange cueRange, TokenRange source, IReadOnlyList<TokenRange> content)
    {
        List<TokenRange> filled = [.. content.Where(c => c.Length > 0)];
        return filled.Count == 0 ? null : new Relation(cue.Head, cueRange, source, filled, cue.Form.Type, cue.Probability)
        {
            IsStance = cue.Form.IsStance,
        };
    }
}
