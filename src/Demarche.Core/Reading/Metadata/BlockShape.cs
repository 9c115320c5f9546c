using System.Collections.Frozen;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>What a block looks like, in words: its length, links, end, what the rules make of it. Every block is looked at from its neighbours too.</summary>
/// <param name="Size">How long it is.</param>
/// <param name="Links">How much of it is links.</param>
/// <param name="End">How it ends.</param>
/// <param name="Rule">What the rules make of it.</param>
/// <param name="Kind">What it is for its neighbours: a heading, a paragraph, an item.</param>
internal sealed record BlockShape(string Size, string Links, string End, string Rule, string Kind)
{
    /// <summary>How the features of a block are led by the place it is looked at from: itself, one or two blocks on, one or two blocks back.</summary>
    public static readonly string[] Leads = ["", "1 before: ", "2 before: ", "1 behind: ", "2 behind: "];

    // Every feature a block has from its neighbours, made once; a reason that is not among them is put together when it is met.
    private static readonly FrozenDictionary<string, string[]> Known = new[]
    {
        "tiny", "label", "line", "sentence", "paragraph", "long paragraph", "no links", "few links", "many links", "all links", "ends a sentence",
        "ends open", "heading", "p", "li", "other", "rule kept", "rule outside the article", "rule surroundings", "rule link", "rule above the text",
        "rule below the text", "rule another article",
    }.ToFrozenDictionary(word => word, word => Array.ConvertAll(Leads, lead => lead + word), StringComparer.Ordinal);

    /// <summary>The shape of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="reason">Why the rules leave it out, or null.</param>
    public static BlockShape Of(PageBlock block, string? reason)
    {
        int length = block.Text.Length;
        return new BlockShape(
            length < 12 ? "tiny" : length < 30 ? "label" : length < 70 ? "line" : length < 140 ? "sentence" : length < 300 ? "paragraph" : "long paragraph",
            LinksOf(block),
            block.Text[^1] is '.' or '!' or '?' or '”' or '"' or '…' or ':' or '»' ? "ends a sentence" : "ends open",
            $"rule {reason ?? "kept"}",
            block.IsHeading ? "heading" : block.Tag is "p" or "li" ? block.Tag : "other");
    }

    /// <summary>How much of a block is links.</summary>
    public static string LinksOf(PageBlock block) =>
        block.LinkShare == 0 ? "no links" : block.LinkShare < 0.3 ? "few links" : block.LinkShare < 0.7 ? "many links" : "all links";

    /// <summary>Adds the features of the block seen from a place.</summary>
    /// <param name="features">Receives them.</param>
    /// <param name="place">Index in <see cref="Leads"/>.</param>
    public void AddTo(HashSet<string> features, int place)
    {
        features.Add(Led(place, Size));
        features.Add(Led(place, Links));
        features.Add(Led(place, End));
        features.Add(Led(place, Rule));
        if (place > 0)
        {
            features.Add(Led(place, Kind));
        }
    }

    private static string Led(int place, string word) =>
        place == 0 ? word : Known.TryGetValue(word, out string[]? led) ? led[place] : Leads[place] + word;
}
