using System.Net;
using System.Text;

namespace Demarche.Core.Reading.Sources.Feeds;

/// <summary>A child element of an entry: its name, attributes and what stands inside, as they are written.</summary>
/// <param name="Name">Name with prefix, in small letters.</param>
/// <param name="Attributes">What stands in the tag behind the name.</param>
/// <param name="Inner">What stands between its tags.</param>
internal readonly record struct MarkupElement(string Name, string Attributes, string Inner)
{
    // An entry whose children are never closed is searched to its end for each: a few such are read, not thousands.
    private const int MostUnclosed = 16;

    /// <summary>The child elements of the element that <paramref name="markup"/> begins with.</summary>
    public static List<MarkupElement> ChildrenOf(string markup)
    {
        int start = markup.IndexOf('>', StringComparison.Ordinal);
        return start < 0 ? [] : Within(markup, start + 1);
    }

    /// <summary>The elements in <paramref name="markup"/>, which need not begin with one.</summary>
    public static List<MarkupElement> Within(string markup, int at = 0)
    {
        var children = new List<MarkupElement>();
        int unclosed = 0;
        while ((at = markup.IndexOf('<', at)) >= 0 && unclosed < MostUnclosed)
        {
            if (at + 1 >= markup.Length || !char.IsAsciiLetter(markup[at + 1]))
            {
                at = PassOver(markup, at);
                continue;
            }

            int tagEnd = EndOfTag(markup, at);
            int nameEnd = at + 1;
            while (nameEnd < tagEnd && !char.IsWhiteSpace(markup[nameEnd]) && markup[nameEnd] != '/')
            {
                nameEnd++;
            }

            string name = markup[(at + 1)..nameEnd];
            bool isEmpty = markup[tagEnd - 1] == '/';
            int close = isEmpty ? tagEnd : CloseOf(markup, name, tagEnd);
            unclosed += close < 0 ? 1 : 0;
            string inner = isEmpty || close < 0 ? "" : markup[Math.Min(tagEnd + 1, close)..close];
            children.Add(new MarkupElement(name.ToLowerInvariant(), markup[nameEnd..tagEnd], inner));
            at = isEmpty || close < 0 ? tagEnd : EndOfTag(markup, close);
        }

        return children;
    }

    /// <summary>The content as text or markup of a page: CDATA as it stands, elsewhere references resolved once.</summary>
    public string Text => Resolve(Inner);

    /// <summary>The content as plain words: no tags, references resolved, white space run together.</summary>
    public string Words
    {
        get
        {
            string text = Text;
            var words = new StringBuilder(text.Length);
            bool inTag = false;
            foreach (char c in WebUtility.HtmlDecode(text))
            {
                inTag = c == '<' || (inTag && c != '>');
                bool isSpace = char.IsWhiteSpace(c);
                if (inTag || c == '>' || (isSpace && (words.Length == 0 || words[^1] == ' ')))
                {
                    continue;
                }

                words.Append(isSpace ? ' ' : c);
            }

            return words.ToString().TrimEnd();
        }
    }

    /// <summary>Value of an attribute, references resolved; null when it is not there.</summary>
    public string? Attribute(string name)
    {
        for (int at = 0; (at = Attributes.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
        {
            ReadOnlySpan<char> rest = Attributes.AsSpan(at + name.Length).TrimStart();
            if (at > 0 && char.IsWhiteSpace(Attributes[at - 1]) && rest.StartsWith("="))
            {
                rest = rest[1..].TrimStart();
                bool isQuoted = rest.Length > 0 && rest[0] is '"' or '\'';
                int end = isQuoted ? rest[1..].IndexOf(rest[0]) : rest.IndexOfAny(" \t\r\n/");
                ReadOnlySpan<char> value = isQuoted ? rest[1..] : rest;
                return WebUtility.HtmlDecode(value[..(end < 0 ? value.Length : end)].ToString()).Trim();
            }
        }

        return null;
    }

    private static string Resolve(string inner)
    {
        if (!inner.Contains("<![CDATA[", StringComparison.Ordinal))
        {
            return WebUtility.HtmlDecode(inner);
        }

        var text = new StringBuilder(inner.Length);
        int at = 0;
        while (inner.IndexOf("<![CDATA[", at, StringComparison.Ordinal) is var open and >= 0)
        {
            text.Append(WebUtility.HtmlDecode(inner[at..open]));
            int close = inner.IndexOf("]]>", open, StringComparison.Ordinal);
            text.Append(inner, open + 9, (close < 0 ? inner.Length : close) - open - 9);
            at = close < 0 ? inner.Length : close + 3;
        }

        return text.Append(WebUtility.HtmlDecode(inner[at..])).ToString();
    }

    /// <summary>Offset of the <c>&lt;/name</c> that closes what was opened before <paramref name="from"/>; -1 when it is not there.</summary>
    private static int CloseOf(string markup, string name, int from)
    {
        int depth = 1;
        int at = from;
        while ((at = markup.IndexOf('<', at)) >= 0)
        {
            if (Is(markup, at + 1, "![CDATA["))
            {
                int end = markup.IndexOf("]]>", at, StringComparison.Ordinal);
                at = end < 0 ? at + 1 : end;
                continue;
            }

            bool closes = Is(markup, at + 1, "/") && Is(markup, at + 2, name) && EndsName(markup, at + 2 + name.Length);
            bool opens = Is(markup, at + 1, name) && EndsName(markup, at + 1 + name.Length) && markup[EndOfTag(markup, at) - 1] != '/';
            depth += (opens ? 1 : 0) - (closes ? 1 : 0);
            if (depth == 0)
            {
                return at;
            }

            at++;
        }

        return -1;
    }

    private static bool Is(string markup, int at, string what) => string.CompareOrdinal(markup, at, what, 0, what.Length) == 0;

    private static bool EndsName(string markup, int at) =>
        at < markup.Length && (markup[at] is '>' or '/' || char.IsWhiteSpace(markup[at]));

    /// <summary>Offset of the tag's <c>&gt;</c>, or the last character when it has none.</summary>
    private static int EndOfTag(string markup, int at)
    {
        int end = markup.IndexOf('>', at);
        return end < 0 ? markup.Length - 1 : end;
    }

    private static int PassOver(string markup, int at)
    {
        string close = Is(markup, at, "<!--") ? "-->" : Is(markup, at, "<![CDATA[") ? "]]>" : "";
        int end = close.Length == 0 ? at : markup.IndexOf(close, at, StringComparison.Ordinal);
        return end < 0 ? at + 1 : end + 1;
    }
}
