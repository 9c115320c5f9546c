using System.Collections.Frozen;

namespace Demarche.Core.Reading.Pages;

/// <summary>What the names of elements mean for reading; after the HTML standard's content models.</summary>
internal static class PageTags
{
    /// <summary>Elements without content.</summary>
    public static readonly FrozenSet<string> Void = Set(
        "area base br col embed hr img input link meta param source track wbr");

    /// <summary>Elements whose content is no markup; the parser passes over it whole.</summary>
    public static readonly FrozenSet<string> RawContent = Set("script style title textarea iframe xmp noembed noframes");

    /// <summary>Elements that stand in a line of text and do not break it.</summary>
    public static readonly FrozenSet<string> Inline = Set(
        """
        a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong
        sub sup time tt u var wbr img picture source ruby rt rp
        """);

    /// <summary>Elements that end a paragraph that is still open.</summary>
    public static readonly FrozenSet<string> EndsParagraph = Set(
        """
        address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3
        h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul
        """);

    /// <summary>Elements an end tag from inside them never closes.</summary>
    public static readonly FrozenSet<string> Walls = Set("html body table td th caption template");

    /// <summary>Elements whose content is never an article's text.</summary>
    public static readonly FrozenSet<string> NeverText = Set(
        """
        script style title textarea iframe xmp noembed noframes head noscript template svg math canvas audio video object button
        select option input map dialog
        """);

    /// <summary>Elements that hold a page's surroundings, unless a careless page puts its whole article into one.</summary>
    public static readonly FrozenSet<string> Surroundings = Set("nav aside footer form header menu figure figcaption");

    /// <summary>Headings.</summary>
    public static readonly FrozenSet<string> Headings = Set("h1 h2 h3 h4 h5 h6");

    private static FrozenSet<string> Set(string names) =>
        names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
