using Demarche.Core.Parties;
using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>Everybody an article names, and where. Immutable once read.</summary>
internal sealed class ArticleCast
{
    private readonly string _text;
    private readonly Dictionary<string, CastMember> _byName = new(StringComparer.Ordinal);

    /// <summary>The cast of <paramref name="text"/> with its mentions in text order.</summary>
    public ArticleCast(string text, IReadOnlyList<CastMention> mentions)
    {
        _text = text;
        Mentions = mentions;
        foreach (CastMention mention in mentions)
        {
            _byName.TryAdd(mention.Member.Name, mention.Member);
        }
    }

    /// <summary>Where somebody is named, in text order.</summary>
    public IReadOnlyList<CastMention> Mentions { get; }

    /// <summary>Index of the first mention that starts at or after <paramref name="offset"/>.</summary>
    public int FirstFrom(int offset)
    {
        int low = 0;
        int high = Mentions.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Mentions[middle].Span.Start < offset)
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

    /// <summary>The member called <paramref name="name"/>, or null.</summary>
    public CastMember? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The person whom the noun phrase in <paramref name="span"/> names, by full name or by surname; null when none.</summary>
    public CastMember? PersonIn(TextSpan span)
    {
        for (int i = FirstFrom(span.Start); i < Mentions.Count && Mentions[i].Span.Start < span.End; i++)
        {
            CastMention mention = Mentions[i];
            if (mention.Member.IsPerson && span.Contains(mention.Span) && !mention.IsGoverned && IsHead(mention, span.End))
            {
                return mention.Member;
            }
        }

        return null;
    }

    /// <summary>The member nearest to <paramref name="offset"/> that <paramref name="fits"/>: the last one before it, else the first one after.</summary>
    public CastMember? Nearest(int offset, Func<CastMember, bool> fits)
    {
        int first = FirstFrom(offset);
        for (int i = first - 1; i >= 0; i--)
        {
            if (fits(Mentions[i].Member))
            {
                return Mentions[i].Member;
            }
        }

        for (int i = first; i < Mentions.Count; i++)
        {
            if (fits(Mentions[i].Member))
            {
                return Mentions[i].Member;
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
