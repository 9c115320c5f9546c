using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Wording;

/// <summary>How the articles of a story name one actor whose words they report.</summary>
/// <param name="Actor">The fullest of the names.</param>
/// <param name="Uses">Where each article names it, in the order of articles and of their text.</param>
public sealed record NamingGroup(string Actor, IReadOnlyList<NameUse> Uses)
{
    /// <summary>The naming groups of <paramref name="story"/>, by actor.</summary>
    /// <remarks>
    /// Inside an article its speakers are resolved already. Across articles names are one when they have the same first and last
    /// word, titles and offices in front left aside; a last word alone is whoever of the story has it for a last name, unless two have.
    /// </remarks>
    public static IReadOnlyList<NamingGroup> In(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        (string Speaker, NameUse Use)[] uses = [.. story.Articles.SelectMany(UsesIn)];
        Dictionary<string, string> actors = ActorsOf(uses.Select(use => use.Speaker));
        return
        [
            .. uses.GroupBy(use => actors[use.Speaker], use => use.Use, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new NamingGroup(group.Key, [.. group])),
        ];
    }

    /// <summary>The actor that each name stands for: the fullest name of its group.</summary>
    internal static Dictionary<string, string> ActorsOf(IEnumerable<string> names)
    {
        (string Name, string[] Words)[] all =
            [.. names.Distinct(StringComparer.Ordinal).Select(name => (name, SpeakerComparison.WordsOf(name))).OrderBy(pair => pair.name, StringComparer.Ordinal)];
        ILookup<string, string> firstsOf = all.Where(pair => IsPerson(pair.Name, pair.Words)).Select(pair => (Last: pair.Words[^1], First: pair.Words[0])).Distinct()
            .ToLookup(pair => pair.Last, pair => pair.First, StringComparer.Ordinal);
        return all.GroupBy(pair => KeyOf(pair.Name, pair.Words), StringComparer.Ordinal)
            .SelectMany(group => group.Select(pair => (pair.Name, Actor: Fullest(group))))
            .ToDictionary(pair => pair.Name, pair => pair.Actor, StringComparer.Ordinal);

        string KeyOf(string name, string[] words) =>
            IsPerson(name, words) ? $"{words[0]} {words[^1]}"
            : words.Length == 1 && name.Any(char.IsUpper) && firstsOf[words[0]].Take(2).ToArray() is [var first] ? $"{first} {words[0]}"
            : string.Join(' ', words);
    }

    private static IEnumerable<(string Speaker, NameUse Use)> UsesIn(ComparedArticle article) =>
        from attribution in article.Attributions
        where attribution.Speaker is not null && attribution.Source.Count == 1
        orderby attribution.Source[0]
        select (attribution.Speaker, new NameUse(article, attribution.Source[0]));

    // First and last word with capitals and not more between than a person has names: "Wilma Jo Tarrow", not "officials of the Ardmoor Weir Board".
    private static bool IsPerson(string name, string[] words) =>
        words.Length is >= 2 and <= 4 && name.Split(' ').All(word => char.IsUpper(word[0]) || word is "de" or "del" or "van" or "von" or "der" or "la" or "al" or "bin");

    private static string Fullest(IEnumerable<(string Name, string[] Words)> group) =>
        group.OrderByDescending(pair => pair.Words.Length).ThenBy(pair => pair.Name.Length).ThenBy(pair => pair.Name, StringComparer.Ordinal).First().Name;
}

/// <summary>One place where an actor is named.</summary>
/// <param name="Article">The article.</param>
/// <param name="Span">Where in its text.</param>
public sealed record NameUse(ComparedArticle Article, TextSpan Span)
{
    /// <summary>The name, character for character.</summary>
    public string Text => Span.Of(Article.Text);
}
