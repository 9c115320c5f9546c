namespace Demarche.Core.Reading.Pages;

/// <summary>
/// Makes the tree of a page. It repairs what pages get wrong as far as reading needs it (missing and crossed end tags) and
/// takes linear time and bounded depth whatever the page: the full algorithm of the HTML standard, which the usual
/// libraries follow, needs minutes for 100,000 open elements.
/// </summary>
internal sealed class PageParser
{
    // Articles lie 10 to 40 elements deep; elements below this depth become children of the one there.
    private const int DeepestElement = 200;

    private const int LongestTagName = 32;

    private readonly string _source;
    private readonly List<PageNode> _open = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _tagNames =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private int _at;
    private bool _noMoreDoubleQuotes;
    private bool _noMoreSingleQuotes;

    private PageParser(string source)
    {
        _source = source;
        _open.Add(PageNode.Element("#page", source, 0, 0));
    }

    /// <summary>The root of the tree of <paramref name="html"/>.</summary>
    public static PageNode Parse(string html)
    {
        var parser = new PageParser(html);
        parser.Run();
        return parser._open[0];
    }

    private void Run()
    {
        int textStart = 0;
        while (_at < _source.Length)
        {
            int mark = _source.IndexOf('<', _at);
            if (mark < 0 || mark + 1 >= _source.Length)
            {
                break;
            }

            char next = _source[mark + 1];
            bool isTag = char.IsAsciiLetter(next)
                || (next == '/' && mark + 2 < _source.Length && char.IsAsciiLetter(_source[mark + 2]));
            if (!isTag && next is not ('!' or '?' or '/'))
            {
                _at = mark + 1;
                continue;
            }

            AddText(textStart, mark);
            _at = mark + 1;
            if (!isTag)
            {
                PassOver(next);
            }
            else if (next == '/')
            {
                EndTag();
            }
            else
            {
                StartTag();
            }

            textStart = _at;
        }

        AddText(textStart, _source.Length);
    }

    private void AddText(int start, int end)
    {
        if (end > start)
        {
            _open[^1].Add(PageNode.Run(_source, start, end - start));
        }
    }

    /// <summary>A comment, a declaration, or an end tag without a name.</summary>
    private void PassOver(char kind)
    {
        bool comment = kind == '!' && _source.AsSpan(_at).StartsWith("!--");
        int end = comment ? _source.IndexOf("-->", Math.Min(_at + 3, _source.Length), StringComparison.Ordinal) : _source.IndexOf('>', _at);
        _at = end < 0 ? _source.Length : end + (comment ? 3 : 1);
    }

    private void EndTag()
    {
        _at++;
        string name = TagName();
        int end = _source.IndexOf('>', _at);
        _at = end < 0 ? _source.Length : end + 1;
        if (name == "br")
        {
            _open[^1].Add(PageNode.Element(name, _source, _at, 0));
            return;
        }

        Close(name);
    }

    /// <summary>Closes the innermost open element of that name, unless something stands between that it cannot close.</summary>
    private void Close(string name)
    {
        bool inline = PageTags.Inline.Contains(name);
        for (int i = _open.Count - 1; i > 0; i--)
        {
            string open = _open[i].Tag;
            if (open == name)
            {
                _open.RemoveRange(i, _open.Count - i);
                return;
            }

            bool blocked = PageTags.Walls.Contains(open) && !(open is "td" or "th" && name is "tr" or "table" or "tbody");
            if (blocked || (inline && !PageTags.Inline.Contains(open)))
            {
                return;
            }
        }
    }

    private void StartTag()
    {
        string name = TagName();
        int start = _at;
        int end = TagEnd();
        bool selfClosed = end > start && _source[end - 1] == '/';
        _at = Math.Min(end + 1, _source.Length);
        CloseImplied(name);
        PageNode element = PageNode.Element(name, _source, start, end - start);
        _open[^1].Add(element);
        if (PageTags.RawContent.Contains(name) && (!selfClosed || name is "script" or "style"))
        {
            TakeRawContent(element);
        }
        else if (!PageTags.Void.Contains(name) && !(selfClosed && !PageTags.Inline.Contains(name)) && _open.Count < DeepestElement)
        {
            _open.Add(element);
        }
    }

    private string TagName()
    {
        int start = _at;
        while (_at < _source.Length && !char.IsWhiteSpace(_source[_at]) && _source[_at] is not ('>' or '/' or '<'))
        {
            _at++;
        }

        Span<char> lower = stackalloc char[LongestTagName];
        int length = Math.Min(_at - start, LongestTagName);
        _source.AsSpan(start, length).ToLowerInvariant(lower);
        if (!_tagNames.TryGetValue(lower[..length], out string? name))
        {
            name = lower[..length].ToString();
            _tagNames.Dictionary[name] = name;
        }

        return name;
    }

    /// <summary>Offset of the bracket that ends the tag; brackets in quoted values do not count.</summary>
    private int TagEnd()
    {
        int at = _at;
        while (true)
        {
            int found = _source.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (found < 0)
            {
                return _source.Length;
            }

            at += found;
            if (_source[at] == '>')
            {
                return at;
            }

            at = AfterQuotation(at);
        }
    }

    private int AfterQuotation(int at)
    {
        char quote = _source[at];
        bool isValue = _source.AsSpan(_at, at - _at).TrimEnd().EndsWith("=");
        ref bool noMore = ref quote == '"' ? ref _noMoreDoubleQuotes : ref _noMoreSingleQuotes;
        if (!isValue || noMore)
        {
            return at + 1;
        }

        int close = _source.IndexOf(quote, at + 1);
        noMore = close < 0;
        return close < 0 ? at + 1 : close + 1;
    }

    private void TakeRawContent(PageNode element)
    {
        int end = _source.IndexOf("</" + element.Tag, _at, StringComparison.OrdinalIgnoreCase);
        int stop = end < 0 ? _source.Length : end;
        if (stop > _at)
        {
            element.Add(PageNode.Run(_source, _at, stop - _at));
        }

        int close = end < 0 ? -1 : _source.IndexOf('>', end);
        _at = close < 0 ? _source.Length : close + 1;
    }

    /// <summary>Closes elements whose end tag may be left out when <paramref name="name"/> begins.</summary>
    private void CloseImplied(string name)
    {
        if (PageTags.EndsParagraph.Contains(name))
        {
            CloseOpen("p", static tag => PageTags.Inline.Contains(tag));
        }

        switch (name)
        {
            case "li":
                CloseOpen("li", static tag => tag is not ("ul" or "ol" or "menu" or "table" or "td"));
                break;
            case "dt" or "dd":
                CloseOpen("dt", static tag => tag is not ("dl" or "table" or "td"));
                CloseOpen("dd", static tag => tag is not ("dl" or "table" or "td"));
                break;
            case "td" or "th" or "tr":
                CloseOpen("td", static tag => tag is not ("table" or "tr"));
                CloseOpen("th", static tag => tag is not ("table" or "tr"));
                if (name == "tr")
                {
                    CloseOpen("tr", static tag => tag is not "table");
                }

                break;
            case "option":
                CloseOpen("option", static tag => tag is not "select");
                break;
            case "body":
                CloseOpen("head", static _ => true);
                break;
        }
    }

    /// <summary>Closes the innermost open <paramref name="name"/> that lies only under elements one may pass.</summary>
    private void CloseOpen(string name, Func<string, bool> mayPass)
    {
        for (int i = _open.Count - 1; i > 0; i--)
        {
            if (_open[i].Tag == name)
            {
                _open.RemoveRange(i, _open.Count - i);
                return;
            }

            if (!mayPass(_open[i].Tag))
            {
                return;
            }
        }
    }
}
