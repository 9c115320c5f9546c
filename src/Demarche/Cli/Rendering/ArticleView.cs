using System.Text;
using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>An article on a terminal: the text with its spans marked, then what was read from it.</summary>
internal sealed class ArticleView
{
    private readonly CodedArticle _coded;
    private readonly LedgerArticle _article;
    private readonly Terminal _terminal;

    /// <summary>A view of <paramref name="coded"/>, which the ledger holds as <paramref name="article"/>.</summary>
    public ArticleView(CodedArticle coded, LedgerArticle article, Terminal terminal)
    {
        _coded = coded;
        _article = article;
        _terminal = terminal;
    }

    private string Text => _coded.Article.Text;

    /// <summary>Prints head, text, attributions and positions.</summary>
    public void Print()
    {
        _terminal.Console.MarkupLine($"[bold]{Terminal.Escape(StanceText.Source(_article))}[/]");
        _terminal.Console.MarkupLine(
            $"[grey]key {_article.Key}, revision {_article.Revision}, read by {Terminal.Escape(_article.Model)}[/]");
        _terminal.Console.MarkupLine($"[grey]{Terminal.Escape(Dates(_coded.Article))}[/]");
        foreach (string remark in _coded.Article.Remarks)
        {
            _terminal.Console.MarkupLine($"[grey]{Terminal.Escape(remark)}[/]");
        }

        _terminal.Console.WriteLine();
        _terminal.Console.Write(new Markup(MarkedText() + "\n\n"));
        _terminal.Console.MarkupLine("Marked: [bold]source[/], [underline]cue[/], [italic]content[/]; without colors ⟨source⟩ |cue| «content».");
        foreach (Attribution attribution in _coded.Attributions)
        {
            _terminal.Console.MarkupLine(Line(attribution));
        }

        foreach (Position position in _coded.Positions)
        {
            _terminal.Console.MarkupLine(Line(position));
        }
    }

    /// <summary>When it was published, by what that is known, when it was last changed, and whether it goes on behind a paywall.</summary>
    internal static string Dates(Article article)
    {
        string basis = article.PublishedBasis switch
        {
            DateBasis.Meta => "by the page's data",
            DateBasis.Url => "by the address",
            DateBasis.Text => "by the text",
            DateBasis.Feed => "by the feed",
            _ => "as given",
        };
        string published = article.Published is not { } day ? "day of publication unknown"
            : $"published {article.PublishedAt ?? new StatedTime(day, null, null)} ({basis})";
        string updated = article.Updated is { } time ? $", updated {time}" : "";
        return published + updated + (article.IsTruncated ? ", only its beginning" : "");
    }

    // Content first, then source and cue on top: a nested attribution's source stands inside the outer content.
    private string MarkedText()
    {
        var roles = new char[Text.Length];
        foreach (Furniture furniture in _coded.Article.Furniture)
        {
            Paint(roles, [furniture.Span], 'f');
        }

        foreach (Attribution attribution in _coded.Attributions)
        {
            Paint(roles, attribution.Content, 'c');
        }

        foreach (Attribution attribution in _coded.Attributions)
        {
            Paint(roles, attribution.Source, 's');
            Paint(roles, attribution.Cue, 'q');
        }

        var marked = new StringBuilder(Text.Length * 2);
        for (int start = 0; start < Text.Length;)
        {
            int end = start + 1;
            while (end < Text.Length && roles[end] == roles[start])
            {
                end++;
            }

            marked.Append(Styled(Text[start..end], roles[start]));
            start = end;
        }

        return marked.ToString();
    }

    private string Styled(string text, char role)
    {
        string escaped = Terminal.Escape(text);
        if (string.IsNullOrWhiteSpace(text))
        {
            return escaped;
        }

        if (!_terminal.HasColors)
        {
            return role switch
            {
                's' => $"⟨{escaped}⟩",
                'q' => $"|{escaped}|",
                'c' => $"«{escaped}»",
                'f' => $"(furniture: {escaped})",
                _ => escaped,
            };
        }

        return role switch
        {
            's' => $"[bold]{escaped}[/]",
            'q' => $"[underline]{escaped}[/]",
            'c' => $"[italic deepskyblue1]{escaped}[/]",
            'f' => $"[grey strikethrough]{escaped}[/]",
            _ => escaped,
        };
    }

    private string Line(Attribution attribution)
    {
        string parent = attribution.ParentId is null ? "" : $" in {attribution.ParentId}";
        string speaker = attribution.Speaker ?? "nobody named";
        string party = attribution.SpeakerParty is null ? "" : $" ({attribution.SpeakerParty})";
        string content = string.Join(" … ", attribution.Content.Select(span => span.Of(Text)));
        return $"[grey]{attribution.Id}{parent}[/] [bold]{Terminal.Escape(speaker)}[/]{Terminal.Escape(party)} "
            + $"[underline]{Terminal.Escape(attribution.Cue[0].Of(Text))}[/] "
            + $"{Words.Of(attribution.Kind)}: {Terminal.Escape(Terminal.OneLine(content, 300))}";
    }

    private string Line(Position position) =>
        $"[grey]{position.Id}[/] [bold]{Terminal.Escape(position.Holder)}[/] "
        + $"[{PositionLine.Color(position)}]{StanceText.Of(position)}[/] {Terminal.Escape(position.Issue)} ({Words.Of(position.Act)}): "
        + $"{Terminal.Escape(Terminal.OneLine(position.Evidence.Of(Text), 300))} "
        + $"[grey]{Terminal.Escape(position.Why)}[/]";

    private static void Paint(char[] roles, IReadOnlyList<TextSpan> spans, char role)
    {
        foreach (TextSpan span in spans)
        {
            roles.AsSpan(span.Start, span.Length).Fill(role);
        }
    }
}
