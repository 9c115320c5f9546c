using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Finds where contents start and end.</summary>
internal sealed class Contents(CueLexicon lexicon)
{
    /// <summary>Longest content without quotation marks, in tokens; none in the corpus is longer, hostile text stays cheap.</summary>
    public const int Longest = 400;

    /// <summary>Most quoted sentences or paragraphs gathered under one cue.</summary>
    private const int MostQuotations = 40;

    /// <summary>A cue after "and" or "but" goes on with the same source where it is this likely (measured: 84 % of such places).</summary>
    private const double SureCue = 0.8;

    /// <summary>
    /// Content right of a cue, from <paramref name="start"/> to where its clause ends: the sentence, a comma after which contents
    /// mostly end, or a coordinated cue of the same source.
    /// </summary>
    public TokenRange Clause(TokenColumns tokens, int start, Cue cue, IReadOnlyList<Cue> cues)
    {
        WordClass kind = tokens[start] is WordClass.That or WordClass.To or WordClass.Wh ? tokens[start] : WordClass.None;
        int row = lexicon.Symbol(kind != WordClass.None ? kind.ToString() : cue.Form.TakesClause ? "Clause" : "Phrase");
        int limit = Math.Min(Math.Min(cue.Sentence.End, start + Longest), EndOfQuotationAround(tokens, start));
        int next = NextCue(cues, start);
        for (int i = start; i < limit; i++)
        {
            if (tokens[i] == WordClass.QuoteOpen)
            {
                TokenRange quotation = tokens.Quotation(tokens.QuotationOf(i));
                i = quotation.End - 1;
                next = NextCue(cues, i);
                bool cueFollows = next < cues.Count && cues[next].Start == i + 1 && tokens[cues[next].Head] == WordClass.Ing;
                if (i + 1 >= limit || (EndsSpeech(tokens, quotation) && (cueFollows || Ends(tokens, row, i))))
                {
                    return Trimmed(tokens, start, i + 1);
                }

                continue;
            }

            while (next < cues.Count && cues[next].ClauseStart <= i)
            {
                next++;
            }

            if ((i > start && EndsAt(tokens, row, i)) || (next < cues.Count && Closes(tokens, cues[next], i, kind)))
            {
                return Trimmed(tokens, start, i);
            }
        }

        return Trimmed(tokens, start, limit);
    }

    /// <summary>What is said inside a quotation ends with it: the closing mark of the one that holds the token before <paramref name="start"/> too.</summary>
    private static int EndOfQuotationAround(TokenColumns tokens, int start)
    {
        int quotation = tokens.QuotationOf(start);
        if (quotation < 0 || tokens.Quotation(quotation).Start >= start)
        {
            return tokens.Count;
        }

        int end = tokens.Quotation(quotation).End;
        return tokens[end - 1] == WordClass.QuoteClose ? end - 1 : end;
    }

    /// <summary>A quotation and those that go on from it: paragraphs that start with a mark of their own, quoted sentences that follow without a cue.</summary>
    public List<TokenRange> Quoted(TokenColumns tokens, int first)
    {
        var found = new List<TokenRange>();
        for (int q = first; q >= 0 && found.Count < MostQuotations;)
        {
            TokenRange range = tokens.Quotation(q);
            found.Add(range);
            q = Following(tokens, range.End);
        }

        return found;
    }

    /// <summary>The quotations of a range that several paragraphs of one quotation fill; else the range alone.</summary>
    public static List<TokenRange> Pieces(TokenColumns tokens, TokenRange range)
    {
        int first = tokens.QuotationOf(range.Start);
        int last = tokens.QuotationOf(range.End - 1);
        var pieces = new List<TokenRange>();
        for (int q = first; first >= 0 && q <= last && pieces.Count < MostQuotations; q++)
        {
            if (tokens.Quotation(q).Length > 0)
            {
                pieces.Add(tokens.Quotation(q));
            }
        }

        return first < last && pieces.Count > 0 && pieces[0].Start == range.Start ? pieces : [range];
    }

    /// <summary>The quotation that goes on at <paramref name="at"/>, at the start of a sentence and with no words after it; -1 when there is none.</summary>
    public static int Following(TokenColumns tokens, int at)
    {
        int q = tokens.QuotationOf(at);
        if (q < 0 || tokens.Quotation(q).Start != at)
        {
            return -1;
        }

        bool continues = tokens.Document.Quotations[q].Continues;
        if (!continues && tokens.Document.ParagraphOf(at) != tokens.Document.ParagraphOf(at - 1))
        {
            return -1;
        }

        int end = tokens.Quotation(q).End;
        return continues || StartsSentence(tokens, end) ? q : -1;
    }

    /// <summary>The first quotation of the chain that <paramref name="quotation"/> continues from earlier paragraphs.</summary>
    public static int FirstOfChain(TokenColumns tokens, int quotation)
    {
        int q = quotation;
        for (int steps = 0; steps < MostQuotations && q > 0 && tokens.Document.Quotations[q].Continues; steps++)
        {
            q--;
            while (q > 0 && tokens.Document.Quotations[q].Depth > 0)
            {
                q--;
            }
        }

        return q;
    }

    /// <summary>Whether a new sentence, or nothing, starts at <paramref name="index"/>.</summary>
    public static bool StartsSentence(TokenColumns tokens, int index)
    {
        if (index >= tokens.Count)
        {
            return true;
        }

        TokenRange sentence = tokens.Document.Sentences[tokens.Document.SentenceOf(index)];
        return sentence.Start == index || (index == sentence.End - 1 && tokens[index] == WordClass.Stop);
    }

    /// <summary>Whether the quotation ends like speech: with a comma or the end of a sentence before the closing mark, or after it.</summary>
    public static bool EndsSpeech(TokenColumns tokens, TokenRange quotation)
    {
        int last = tokens[quotation.End - 1] == WordClass.QuoteClose ? quotation.End - 2 : quotation.End - 1;
        return tokens[last] is WordClass.Comma or WordClass.Stop or WordClass.Dash
            || tokens[quotation.End] is WordClass.Comma;
    }

    /// <summary>The range without the comma, stop or conjunction at its edges.</summary>
    public static TokenRange Trimmed(TokenColumns tokens, int start, int end)
    {
        while (end > start && tokens[end - 1] is WordClass.Comma or WordClass.Stop or WordClass.Semicolon or WordClass.Dash or WordClass.Colon)
        {
            end--;
        }

        while (start < end && tokens[start] is WordClass.Comma or WordClass.Dash or WordClass.Colon)
        {
            start++;
        }

        return new TokenRange(start, end);
    }

    private bool EndsAt(TokenColumns tokens, int row, int mark) =>
        tokens[mark] is WordClass.Comma or WordClass.Dash or WordClass.Semicolon
        && (RelationBuilder.IsAside(tokens, mark + 2) || Ends(tokens, row, mark));

    private bool Ends(TokenColumns tokens, int kind, int boundary)
    {
        int after = boundary + 1;
        WordClass following = tokens[boundary] is WordClass.Dash or WordClass.Semicolon ? tokens[boundary] : tokens[after];
        int symbol = following is WordClass.Conjunction or WordClass.Wh
            ? lexicon.Symbol(tokens.Word(after))
            : CueLexicon.Symbol(following);
        return lexicon.Weight(CueRow.End, kind, symbol) >= 0.5;
    }

    /// <summary>
    /// Whether the clause of the next cue, which starts after the token at <paramref name="at"/>, closes the content before it:
    /// "... and called for", ", adding", "... but X said", ", X said".
    /// </summary>
    private static bool Closes(TokenColumns tokens, Cue next, int at, WordClass kind)
    {
        if (next.ClauseStart != at + 1 || next.Probability < SureCue)
        {
            return false;
        }

        bool sharesSource = next.Subject.Length == 0;
        return tokens[at] switch
        {
            WordClass.Comma => sharesSource ? tokens[next.Head] == WordClass.Ing : next.IsClosed,
            WordClass.Conjunction => sharesSource || kind == WordClass.None || tokens.Is(at, "but"),
            _ => false,
        };
    }

    private static int NextCue(IReadOnlyList<Cue> cues, int start)
    {
        int low = 0;
        int high = cues.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (cues[middle].ClauseStart < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
