using System.Text.RegularExpressions;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Collects the names in lines of a page that read like those of authors, however they are marked: "by" and a name, a signature, a dateline's agency.</summary>
internal static partial class AuthorLines
{
    private const int LongestLine = 100;

    // A signature or a name under the headline is a few words.
    private const int LongestSignature = 60;
    private const int MostWords = 5;

    // How many blocks at each end of the body may be a signature.
    private const int Ends = 3;

    private const int LongestBrackets = 40;

    /// <summary>Adds the names in the page's lines.</summary>
    public static void Add(AuthorCandidates found, Page page)
    {
        IReadOnlyList<PageBlock> blocks = page.Blocks.Blocks;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Text.Length <= LongestLine)
            {
                AddLine(found, page, i);
            }
        }

        if (page.Body.End > 0)
        {
            AddEnds(found, page);
        }
    }

    private static void AddLine(AuthorCandidates found, Page page, int index)
    {
        string text = page.Blocks.Blocks[index].Text;
        string place = AuthorPlaces.PlaceOf(page.Body, index);
        string rough = AuthorPlaces.RoughPlace(place);
        if (PersonLine.Lead(text) is { } lead)
        {
            found.Add(text, $"line led by {lead}", $"line {place}", $"line led by {lead} {place}", $"mark line {rough}");
        }
        else if (InnerLead().Match(text) is { Success: true } inner && WrittenDays.Find(text).Count > 0)
        {
            found.Add(text[inner.Index..], "line with a day", $"line {place}", $"mark line with a day {rough}");
        }

        if (index > 0 && PersonLine.IsLabel(page.Blocks.Blocks[index - 1].Text))
        {
            found.Add(text, "line behind a label", $"line {place}", $"mark line behind a label {rough}");
        }
    }

    private static void AddEnds(AuthorCandidates found, Page page)
    {
        IReadOnlyList<PageBlock> blocks = page.Blocks.Blocks;
        PageBody body = page.Body;
        if (Dateline().Match(blocks[body.First].Text) is { Success: true } dateline)
        {
            found.Add(dateline.Groups["who"].Value, "in the dateline", "mark dateline");
        }

        for (int i = Math.Max(0, body.First - Ends); i < body.First; i++)
        {
            AddSignature(found, blocks[i], "above");
        }

        for (int i = Math.Max(body.First, body.End - Ends); i < Math.Min(blocks.Count, body.End + Ends); i++)
        {
            AddSignature(found, blocks[i], i < body.End ? "at the end" : "below");
            string text = blocks[i].Text;
            int open = text.EndsWith(')') ? text.LastIndexOf('(') : -1;
            if (open > 0 && text.Length - open < LongestBrackets)
            {
                found.Add(text[(open + 1)..^1], "in brackets at the end", "mark brackets");
            }

            if (LastWords().Match(text) is { Success: true } last)
            {
                found.Add(last.Groups["who"].Value, "last words by", "mark last words");
            }
        }
    }

    private static void AddSignature(AuthorCandidates found, PageBlock block, string where)
    {
        string text = block.Text;
        if (text.Length <= LongestSignature && text[^1] is not ('.' or ':' or '?' or '!' or '…') && text.AsSpan().Count(' ') < MostWords)
        {
            found.Add(text, [$"signature {where}", $"signature {where} in <{block.Tag}>", $"mark signature {where}", .. Surroundings.Of(block.Node, "signature")]);
        }
    }

    // "5 March 2031 by Ann Lee", "05.03.2031 - Redaktion: Ann Lee"
    [GeneratedRegex(@"(?<=\W)(?:by|von|par|por|door|di|da|Redaktion:|Autor:|Author:|Text:)\s+(?=[\p{Lu}])", RegexOptions.CultureInvariant)]
    private static partial Regex InnerLead();

    // "PORT ILVANE (Agency) - "
    [GeneratedRegex(@"^\p{Lu}[^()\n]{1,60}\((?<who>[^()\n]{2,40})\)\s*[-–—:.]", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    // "... the mayor said. By Ann Lee"
    [GeneratedRegex(@"[.!?”]\s(?:By|Von|Par|Por|Text:)\s(?<who>\p{Lu}[^.!?]{2,40})\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex LastWords();
}
