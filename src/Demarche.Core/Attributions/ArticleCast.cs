using Demarche.Core.Parties;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Everybody an article names, and where. Immutable once read.</summary>
internal sealed class ArticleCast
{
    // More names than a long article holds; keeps the search cheap in a text of names alone.
    private const int FarthestMention = 1000;

    private readonly string _text;
    private readonly Dictionary<string, CastMember> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CastMember> _bySurname = new(StringComparer.Ordinal);

    /// <summary>The cast of <paramref name="text"/> with its mentions in text order.</summary>
    public ArticleCast(string text, List<NameWord> words, IReadOnlyList<CastMention> mentions)
    {
        _text = text;
        Words = words;
        States = StateScanner.Scan(text, words);
        Mentions = mentions;
        foreach (CastMention mention in mentions)
        {
            _byName.TryAdd(mention.Member.Name, mention.Member);
            if (mention.Member.IsPerson && mention.Member.Name.Contains(' ', StringComparison.Ordinal))
            {
                _bySurname.TryAdd(mention.Member.Name[(mention.Member.Name.LastIndexOf(' ') + 1)..], mention.Member);
                _bySurname.TryAdd(mention.Member.Name[..mention.Member.Name.IndexOf(' ', StringComparison.Ordinal)], mention.Member);
            }
        }
    }

    /// <summary>Where somebody is named, in text order.</summary>
    public IReadOnlyList<CastMention> Mentions { get; }

    /// <summary>Words of the whole article.</summary>
    public List<NameWord> Words { get; }

    /// <summary>States it names, in the codebook or not, in text order.</summary>
    public List<StateMention> States { get; }

    /// <summary>Index of the first mention that starts at or after <paramref name="offset"/>.</summary>
    public int FirstFrom(int offset) => Sorted.FirstFrom(Mentions, offset, mention => mention.Span.Start);

    /// <summary>The mentions from <paramref name="offset"/> on.</summary>
    public IEnumerable<CastMention> From(int offset) => Mentions.Skip(FirstFrom(offset));

    /// <summary>The mentions before <paramref name="offset"/>, the last one first; no more than a long article holds.</summary>
    public IEnumerable<CastMention> Before(int offset)
    {
        int first = FirstFrom(offset);
        for (int i = first - 1; i >= Math.Max(0, first - FarthestMention); i--)
        {
            yield return Mentions[i];
        }
    }

    /// <summary>The member called <paramref name="name"/>, or null.</summary>
    public CastMember? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The person whose surname <paramref name="word"/> is, written first or last; or null.</summary>
    public CastMember? BySurname(string word) => _bySurname.GetValueOrDefault(word);

    /// <summary>The person whom the noun phrase in <paramref name="span"/> names, by full name or by surname; null when none.</summary>
    public CastMember? PersonIn(TextSpan span)
    {
        for (int i = FirstFrom(span.Start); i < Mentions.Count && Mentions[i].Span.Start < span.End; i++)
        {
            CastMention mention = Mentions[i];
            bool isBracketed = mention.Span.Start > span.Start && _text[mention.Span.Start - 1] == '(';
            if (mention.Member.IsPerson && span.Contains(mention.Span) && !mention.IsGoverned && !isBracketed && IsHead(mention, span.End))
            {
                return mention.Member;
            }
        }

        return null;
    }

    /// <summary>The span with the whole of every name of the codebook's bodies and parties that reaches over its edges: "the Lock" of "Save the Lock".</summary>
    public TextSpan Whole(TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        int last = FirstFrom(span.End) - 1;
        for (int i = Math.Max(0, FirstFrom(span.Start) - 1); i <= last; i++)
        {
            CastMention mention = Mentions[i];
            if (mention.Member is { IsInCodebook: true, IsPerson: false } && mention.Span.Overlaps(span))
            {
                start = Math.Min(start, mention.Span.Start);
                end = Math.Max(end, mention.Span.End);
            }
        }

        return new TextSpan(start, end);
    }

    /// <summary>The member nearest to <paramref name="offset"/> that <paramref name="fits"/>: the last one before it, else the first one after.</summary>
    public CastMember? Nearest(int offset, Func<CastMember, bool> fits)
    {
        foreach (CastMention mention in Before(offset).Concat(From(offset).Take(FarthestMention)))
        {
            if (fits(mention.Member))
            {
                return mention.Member;
            }
        }

        return null;
    }

    // "Anna Berg, chair of the union" and "Berg of the union", but neither "Berg supporters" nor "Berg's aide".
    private bool IsHead(CastMention mention, int end)
    {
        if (mention.Span.End >= end)
        {
            return true;
        }

        if (mention.IsPossessive)
        {
            return false;
        }

        List<NameWord> rest = NameWords.Read(_text, new TextSpan(mention.Span.End, end), 1);
        bool goesOn = rest.Count > 0 && string.IsNullOrWhiteSpace(_text[mention.Span.End..rest[0].Span.Start]);
        return !goesOn || NounPhrase.EndsHead(rest[0].Span.SliceOf(_text)) || rest[0].Span.SliceOf(_text) is "and" or "himself" or "herself";
    }
}
