using Demarche.Core.Attributions.Learned;
using Demarche.Nlp.Text;

namespace Demarche.Tests.Core.Attributions.Learned;

/// <summary>Annotated articles of an invented dispute, made from a few patterns.</summary>
internal static class ToyArticles
{
    private static readonly string[] Names = ["Berg", "Minister Tal", "the envoy", "Norland", "Osta"];
    private static readonly string[] Deeds = ["the ferry must sail again", "no toll is due at the strait", "the dam stays shut until spring"];

    /// <summary>One article a name: a statement before its cue, one after it, and a sentence without any.</summary>
    public static AnnotatedArticle[] All { get; } = [.. Names.Select((name, i) => Article(name, Names[(i + 1) % Names.Length], i))];

    private static AnnotatedArticle Article(string first, string second, int number)
    {
        string a = Deeds[number % Deeds.Length];
        string b = Deeds[(number + 1) % Deeds.Length];
        string text = $"{Capital(first)} said that {a}. The harbour is wide.\n“{Capital(b)},” {second} declared on Monday.\nShips pass the strait.";
        return new AnnotatedArticle(
            $"n{number}",
            text,
            [
                new AnnotatedAttribution([Span(text, Capital(first))], [Span(text, "said")], [Span(text, "that " + a)]),
                new AnnotatedAttribution([Span(text, second + " declared", second.Length)], [Span(text, "declared")], [Span(text, $"“{Capital(b)},”")]),
            ]);
    }

    private static TextSpan Span(string text, string part, int? length = null)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        return new TextSpan(start, start + (length ?? part.Length));
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
